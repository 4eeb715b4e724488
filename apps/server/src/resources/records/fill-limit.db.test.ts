import { appUnderTest, signedInMember } from '@pipewright/testing'
import type { Import } from '@pipewright/contract'
import type { Edit, FillLimit, Form } from '@pipewright/schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled, upload } from '../imports/testing/upload.ts'

const workspace = 'acme'
const params = { workspace }
const named = (key: string, zh: string) => ({ key, label: { en: key, zh } })

const report: Form = {
  ...named('daily', '日报'),
  labelPlural: { en: 'dailies', zh: '日报' },
  titleField: 'title',
  fields: [{ type: 'text', ...named('title', '标题') }],
  layout: { sections: [{ key: 'all', columns: 1, items: [{ field: 'title' }] }] },
}
const right = {
  form: 'daily',
  actions: ['create' as const, 'read' as const, 'delete' as const, 'import' as const],
  scope: { type: 'own' as const },
  read: [],
  write: ['title'],
}

let world: Awaited<ReturnType<typeof start>>
async function start() {
  const app = await appUnderTest({ prepared: 'workspace' })
  const owner = await app.owner()
  const publish = async (...edits: Edit[]) => {
    const { version } = await owner.call('getDraft', { params })
    const draft = await owner.call('editDraft', { params, body: { version, edits } })
    await owner.call('publishDraft', { params, body: { version: draft.version } })
  }
  await publish({ type: 'addForm', form: report, rights: [{ role: 'rep', right }] })
  const limit = (fillLimit: FillLimit | null) =>
    publish({ type: 'setForm', form: 'daily', changes: { fillLimit } })
  const rep = async () => (await signedInMember(app, { workspace, roles: ['rep'] })).browser
  return { app, owner, publish, limit, rep }
}
beforeAll(async () => {
  world = await start()
})
afterAll(() => world.app.close())

const form = { workspace, form: 'daily' }
type Browser = typeof world.owner
const create = (by: Browser, title = 'x') =>
  by.call('createRecord', { params: form, body: { values: { title } } })
const reached = async (by: Browser) => (await by.call('getFillLimit', { params: form })).reached

test('of twenty at once as many are made as one member may make; what is deleted makes room again', async () => {
  await world.limit({ most: 3, per: 'day' })
  const [rep, other] = [await world.rep(), await world.rep()]
  expect(await reached(rep)).toBeNull()
  const made = await Promise.allSettled(Array.from({ length: 20 }, () => create(rep)))
  const kept = made.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  expect(kept).toHaveLength(3)
  const problem = await world.owner.problem(create(rep))
  expect(problem).toMatchObject({
    status: 422,
    code: 'rule-refused',
    errors: [
      {
        pointer: '',
        code: 'fill-limit-day',
        message: 'Each member can make at most 3 of these records a day, and you have made yours for today.',
      },
    ],
  })
  expect(await reached(rep)).toBe(problem.errors?.[0]?.message)
  // Another member has not filled anything in yet.
  await create(other)
  const [first] = kept
  await rep.call('deleteRecord', {
    params: { ...form, id: first?.id ?? '' },
    query: { version: String(first?.version) },
  })
  expect(await reached(rep)).toBeNull()
  await create(rep)
  await world.owner.problem(create(rep))
})

test('a new stretch of time begins anew, and in all it does not', async () => {
  await world.limit({ most: 1, per: 'day' })
  const rep = await world.rep()
  await create(rep)
  await world.owner.problem(create(rep))
  world.app.time.now += 24 * 3_600_000
  await create(rep)
  await world.limit({ most: 2 })
  expect((await world.owner.problem(create(rep))).errors?.[0]?.code).toBe('fill-limit-ever')
  await world.limit(null)
  expect((await create(rep)).title).toBe('x')
})

test('an import tells the rows beyond it and is held to it again', async () => {
  await world.limit({ most: 2, per: 'week' })
  const rep = await world.rep()
  const url = `/api/w/${workspace}/forms/daily/imports`
  const { body: job } = await upload<Import>(rep, url, 'daily.csv', 'title\na\nb\nc\n')
  const mapping = job.mapping.map((column) => ({ ...column, field: 'title' }))
  await rep.call('checkImport', { params: { workspace, id: job.id }, body: { mapping } })
  const checked = await settled(rep, workspace, job.id)
  expect(checked.problems.map(({ row, code }) => [row, code])).toEqual([[4, 'fill-limit-week']])
  // Meanwhile he makes one by hand: there is room for one row only.
  await create(rep)
  await rep.call('commitImport', { params: { workspace, id: job.id }, body: { skipBad: true } })
  const done = await settled(rep, workspace, job.id)
  expect(done.problems.map(({ code }) => code)).toContain('fill-limit-week')
  // The first row found room, the second stayed out.
  const { rows } = await rep.call('queryRecords', { params: form, body: {} })
  expect(rows.map(({ title }) => title)).toContain('a')
  expect(rows).toHaveLength(2)
})
