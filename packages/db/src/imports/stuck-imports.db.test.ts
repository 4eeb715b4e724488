import { aForm, anApp } from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testWorkspace, type TestWorkspace } from '../records/testing/template-workspace.ts'
import {
  abandonedImports,
  checkImport,
  commitImport,
  goOnImporting,
  startChecking,
  startImporting,
  type JobHost,
} from './index.ts'
import { host, killedAt, now, stagedImports } from './testing/staged-imports.ts'

let space: TestWorkspace
let imports: ReturnType<typeof stagedImports>
beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), anApp({ forms: [aForm({ key: 'account' })] }))
  imports = stagedImports(space)
})
afterAll(() => space.close())

const mapping = [{ column: 0, field: 'name' }]
const names = (count: number) => Array.from({ length: count }, (_, n) => [`Account ${n}`])

/** A file of which nobody began the check yet. */
async function waiting(rows: number) {
  const { workspace } = space.scene('admin')
  const id = await imports.staged('account', ['Name'], names(rows))
  await startChecking(space.database, workspace, { id, now, mapping })
  return id
}

type Work = typeof checkImport

/** Takes the import up as a server does that starts; answers whether it was there to be taken up. */
async function takenUp(work: Work, id: string, at: JobHost): Promise<boolean> {
  const scene = space.scene('admin')
  const left = await abandonedImports(space.database, scene.workspace)
  const job = left.find((one) => one.id === id)
  if (job === undefined) return false
  await work(space.database, scene, job, at)
  return true
}

const killed = async (work: Work, id: string, nth: number) =>
  expect(takenUp(work, id, killedAt(nth))).rejects.toThrow('killed')

test('a check that ends its server three times before it gets anywhere is not taken up again, and can be begun anew', async () => {
  const id = await waiting(3)
  for (let turn = 0; turn < 3; turn += 1) await killed(checkImport, id, 1)
  expect(await takenUp(checkImport, id, host)).toBe(true)
  expect(await imports.job(id)).toMatchObject({ state: 'failed', error: 'stuck', rows: 3 })
  expect(await takenUp(checkImport, id, host)).toBe(false)
  const { workspace } = space.scene('admin')
  expect(await startChecking(space.database, workspace, { id, now, mapping })).toBe(true)
  await killed(checkImport, id, 1)
  expect(await takenUp(checkImport, id, host)).toBe(true)
  expect(await imports.job(id)).toMatchObject({ state: 'checked', error: null, records: 3, bad: 0 })
})

test('a check that gets further than before has its three turns again, one that comes to the same row has not', async () => {
  const id = await waiting(1200)
  for (const nth of [1, 1, 2, 2, 2]) await killed(checkImport, id, nth)
  expect(await imports.job(id)).toMatchObject({ state: 'checking', done: 500 })
  await killed(checkImport, id, 3)
  expect(await imports.job(id)).toMatchObject({ state: 'checking', done: 1000 })
  for (let turn = 0; turn < 3; turn += 1) await killed(checkImport, id, 2)
  await takenUp(checkImport, id, host)
  expect(await imports.job(id)).toMatchObject({ state: 'failed', error: 'stuck' })
})

test('a server that is stopped did not fall over its import', async () => {
  const id = await waiting(1200)
  const stopping = { ...host, isStopping: () => true }
  for (let turn = 0; turn < 5; turn += 1) await takenUp(checkImport, id, stopping)
  await takenUp(checkImport, id, host)
  expect(await imports.job(id)).toMatchObject({ state: 'checked', records: 1200 })
})

test('an import that stops where it was three times keeps what came in, tells its member and goes on when he says so', async () => {
  const { workspace, newId } = space.scene('admin')
  const { id } = await imports.checked('account', [{ field: 'name' }], names(2500))
  await startImporting(space.database, workspace, { id, now, skipBad: false, changeSet: newId() })
  await killed(commitImport, id, 2)
  for (let turn = 0; turn < 3; turn += 1) await killed(commitImport, id, 1)
  await takenUp(commitImport, id, host)
  expect(await imports.job(id)).toMatchObject({ state: 'failed', error: 'stuck', done: 1000, position: 1001 })
  const told = await space.database.query({
    text: `select params ->> 'failed' as failed from ${workspace.schema}._notification where kind = 'importReady' and topic = $1`,
    values: [id],
  })
  expect(told).toEqual([{ failed: 'true' }])
  expect(await goOnImporting(space.database, workspace, { id, now })).toBe(true)
  await killed(commitImport, id, 1)
  await takenUp(commitImport, id, host)
  expect(await imports.job(id)).toMatchObject({ state: 'done', done: 2500 })
})
