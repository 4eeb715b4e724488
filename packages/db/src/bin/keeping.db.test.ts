import { aForm, anApp, aRelationField, aTextField } from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from '../records/create-records.ts'
import { deleteRecord } from '../records/delete-record.ts'
import { now, testWorkspace, type TestWorkspace } from '../records/testing/template-workspace.ts'
import { writeTransaction } from '../records/write-transaction.ts'
import { purgeOld, readKeeping, writeKeeping } from './keeping.ts'

const person = { type: 'person' } as const
const definition = anApp({
  forms: [
    aForm({ key: 'account', fields: [aTextField()] }),
    aForm({
      key: 'deal',
      fields: [aTextField(), aRelationField({ key: 'account', form: 'account', onDelete: 'delete' })],
    }),
    aForm({ key: 'note', fields: [aTextField(), aRelationField({ key: 'deal', form: 'deal' })] }),
  ],
})
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
})
afterAll(() => space.close())

const day = 86_400_000
const at = (days: number) => ({
  ...space.scene('admin'),
  now: new Date(Date.parse(now) + days * day).toISOString(),
})

async function made(form: string, values: unknown): Promise<string> {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, at(0), form, { values }, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}

async function remove(form: string, id: string, days: number) {
  const outcome = await writeTransaction(space.database, (tx) =>
    deleteRecord(tx, at(days), form, id, 1, person),
  )
  expect(outcome.ok).toBe(true)
}

const left = async (form: string) => {
  const rows = await space.database.query<{ name: string }>({
    text: `select name from ${space.workspace.schema}.${form} order by name`,
    values: [],
  })
  return rows.map(({ name }) => name)
}

test('what lies in the bin for longer than it is kept goes with what went along, and relations to it are emptied', async () => {
  const [old, fresh] = [await made('account', { name: 'old' }), await made('account', { name: 'fresh' })]
  const deal = await made('deal', { name: 'of old', account: old })
  const note = await made('note', { name: 'note', deal })
  await remove('note', note, 8)
  await remove('account', old, 1)
  await remove('account', fresh, 9)
  const before = at(5).now
  const purged = await purgeOld(space.database, at(35), { before, isStopping: () => false })
  expect(purged).toBe(2)
  expect([await left('account'), await left('deal'), await left('note')]).toEqual([['fresh'], [], ['note']])
  const again = await purgeOld(space.database, at(35), { before, isStopping: () => false })
  expect(again).toBe(0)
})

test('a server that stops in between has lost nothing and goes on later', async () => {
  for (let each = 0; each < 25; each += 1) await remove('account', await made('account', { name: 'x' }), 1)
  let asked = 0
  const first = await purgeOld(space.database, at(35), {
    before: at(5).now,
    isStopping: () => (asked += 1) > 1,
  })
  expect(first).toBe(20)
  const rest = await purgeOld(space.database, at(35), { before: at(5).now, isStopping: () => false })
  expect(rest).toBe(5)
})

test('how long it is kept is nothing until somebody says it', async () => {
  expect(await readKeeping(space.database, space.workspace)).toEqual({ days: null, member: null })
  await writeKeeping(space.database, space.workspace, { days: 30, member: space.members.admin })
  expect(await readKeeping(space.database, space.workspace)).toEqual({
    days: 30,
    member: space.members.admin,
  })
})
