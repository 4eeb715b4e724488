import { appUnderTest, signedInMember } from '@pipewright/testing'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { params, unitForms, workspace } from './testing/units.ts'

const view = {
  key: 'units',
  form: 'unit',
  label: { en: 'Units', zh: '单位' },
  type: 'tree' as const,
  columns: ['name'],
  parent: 'above',
}

async function start() {
  const app = await appUnderTest({ prepared: 'workspace' })
  const owner = await app.owner()
  return { app, owner, ...(await unitForms(owner)) }
}
let at: Awaited<ReturnType<typeof start>>
let top: string
let middle: string
let low: string
let beside: string
beforeAll(async () => {
  at = await start()
  await at.publish({ type: 'putView', view })
})
afterAll(() => at.app.close())

const read = (id: string) => at.owner.call('getRecord', { params: { ...params, id } })
const aboveOf = async (id: string) => (await read(id)).values['above']
const versionOf = async (id: string) => (await read(id)).version

async function put(id: string, above: string | null) {
  const body = { version: await versionOf(id), values: { above } }
  await at.owner.call('updateRecord', { params: { ...params, id }, body })
}

/** Deletes the middle, and puts what lay above it under what lay below it. */
async function turn(): Promise<string> {
  const set = uuidv7()
  await at.owner.call('deleteRecord', {
    params: { ...params, id: middle },
    query: { version: String(await versionOf(middle)) },
    changeSet: { id: set, way: 'cell' },
  })
  await put(top, low)
  return set
}

beforeEach(async () => {
  top = await at.create(at.owner, 'Top')
  middle = await at.create(at.owner, 'Middle', top)
  low = await at.create(at.owner, 'Low', middle)
  beside = await at.create(at.owner, 'Beside', middle)
})

/** All came back but what would put the middle under itself. */
async function expectNoCircle() {
  expect([await aboveOf(low), await aboveOf(top), await aboveOf(middle), await aboveOf(beside)]).toEqual([
    null,
    low,
    top,
    middle,
  ])
}

const said = { code: 'relation-not-back-circle', message: expect.stringContaining('“Low”') as string }

test('what would lie under itself once it is taken back comes back without what puts it there, and says so', async () => {
  await turn()
  const body = { version: await versionOf(middle) }
  const { warnings } = await at.owner.call('restoreRecord', { params: { ...params, id: middle }, body })
  expect(warnings).toMatchObject([said])
  await expectNoCircle()
})

test('so it is where many are taken back', async () => {
  await turn()
  const body = { selection: { ids: [middle] }, action: { type: 'restore' as const } }
  const { id } = await at.owner.call('startBulk', { params, body })
  const job = () => at.owner.call('getBulkJob', { params: { workspace, id } })
  await expect.poll(async () => (await job()).state, { timeout: 20_000 }).toBe('done')
  const { records } = await at.owner.call('listBulkResults', { params: { workspace, id }, query: {} })
  expect(records).toMatchObject([{ state: 'done', warnings: [said] }])
  await expectNoCircle()
})

test('so it is where the deletion is undone', async () => {
  const set = await turn()
  const undone = await at.owner.call('undoChange', {
    params: { workspace, id: set },
    body: { into: uuidv7() },
  })
  expect(undone).toMatchObject({
    done: [{ form: 'unit', record: middle }],
    refused: [
      {
        record: low,
        title: 'Low',
        fields: ['above'],
        message: expect.stringContaining('under itself') as string,
      },
    ],
  })
  await expectNoCircle()
})

test('who does not see what stayed empty is not told of it', async () => {
  await turn()
  const finance = await signedInMember(at.app, { workspace, roles: ['finance'] })
  const body = { version: await versionOf(middle) }
  const restored = await finance.browser.call('restoreRecord', { params: { ...params, id: middle }, body })
  expect(restored.warnings).toBeUndefined()
  await expectNoCircle()
})

test('what was put elsewhere meanwhile stays there, and a tree that is no circle comes back whole', async () => {
  await turn()
  await put(low, beside)
  await put(top, null)
  const body = { version: await versionOf(middle) }
  const { warnings } = await at.owner.call('restoreRecord', { params: { ...params, id: middle }, body })
  expect(warnings).toMatchObject([{ code: 'relation-not-back' }])
  expect([await aboveOf(low), await aboveOf(beside), await aboveOf(middle)]).toEqual([beside, middle, top])
})
