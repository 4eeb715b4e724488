import { aForm, anApp, aRelationField, aRollupField, aTextField } from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connection } from '../connection/connection.ts'
import { createRecords } from './create-records.ts'
import { withEntriesGathered } from './search-entries.ts'
import { counting, testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'

const searchFields = ['name']
const deal = aForm({
  key: 'deal',
  searchFields,
  fields: [aTextField(), aRelationField({ key: 'account', form: 'account' })],
})
const account = aForm({
  key: 'account',
  searchFields,
  fields: [
    aTextField(),
    aRollupField({ key: 'deals', form: 'deal', relation: 'account', function: 'count' }),
  ],
})
const definition = anApp({ forms: [aForm({ key: 'other', searchFields }), deal, account] })
let space: TestWorkspace
beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
})
afterAll(() => space.close())

const inputs = (name: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ values: { name: `${name} ${n}` } }))

/** How the indexes of what is searched are kept at this moment, by their tables. */
const settings = async (connection: Connection) =>
  Object.fromEntries(
    (
      await connection.query<{ name: string; set: string }>({
        text: `select t.relname as name, array_to_string(c.reloptions, ' ') as set from pg_index i join pg_class c on c.oid = i.indexrelid
          join pg_class t on t.oid = i.indrelid join pg_am a on a.oid = c.relam
          where a.amname = 'gin' and t.relname in ('deal', 'account', 'other')`,
        values: [],
      })
    ).map(({ name, set }) => [name, set]),
  )

/** How many deals the index finds by a letter. */
async function found(connection: Connection, letter: string): Promise<number> {
  await connection.query({ text: 'set local enable_seqscan = off', values: [] })
  const [row] = await connection.query<{ n: number }>({
    text: `select count(*)::int as n from ${space.workspace.schema}.deal where deleted_at is null and _grams @> array[$1]`,
    values: [letter],
  })
  return row?.n ?? 0
}

const off = 'fastupdate=off'
const on = 'fastupdate=on'

test('what many records are searched by is gathered, found all the time, and in its index when they are there', async () => {
  const scene = space.scene('admin')
  const during = await space.database.transaction((tx) =>
    withEntriesGathered(tx, scene, { form: 'deal', records: 150 }, async () => {
      await createRecords(tx, scene, 'deal', inputs('Q', 150), { type: 'person' })
      return { set: await settings(tx), found: await found(tx, 'q') }
    }),
  )
  // The totals of accounts follow their deals, so they are written too.
  expect(during).toEqual({ set: { deal: on, account: on, other: off }, found: 150 })
  expect(await settings(space.database)).toEqual({ deal: off, account: off, other: off })
  expect(await space.database.transaction((tx) => found(tx, 'q'))).toBe(150)
  const left = await space.database.query({
    text: `select sum(gin_clean_pending_list(i.indexrelid)::int)::int as pages from pg_index i join pg_class c on c.oid = i.indexrelid
      join pg_am a on a.oid = c.relam where a.amname = 'gin' and i.indrelid = $1::regclass`,
    values: [`${space.workspace.schema}.deal`],
  })
  expect(left).toEqual([{ pages: 0 }])
})

test('a transaction that is undone leaves the indexes as they were', async () => {
  const scene = space.scene('admin')
  const undone = space.database.transaction((tx) =>
    withEntriesGathered(tx, scene, { form: 'deal', records: 150 }, async () => {
      await createRecords(tx, scene, 'deal', inputs('Z', 150), { type: 'person' })
      throw new Error('undone')
    }),
  )
  await expect(undone).rejects.toThrow('undone')
  expect(await settings(space.database)).toEqual({ deal: off, account: off, other: off })
  expect(await space.database.transaction((tx) => found(tx, 'z'))).toBe(0)
})

test('nothing is set for a few records', async () => {
  const connection = counting(space.database)
  const write = () => Promise.resolve('written')
  expect(
    await withEntriesGathered(connection, space.scene('admin'), { form: 'deal', records: 5 }, write),
  ).toBe('written')
  expect(connection.statements).toEqual([])
})
