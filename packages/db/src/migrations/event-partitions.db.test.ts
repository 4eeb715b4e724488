import { emptyDefinition } from '@pipewright/metadata'
import { freshDatabase } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { connect } from '../connection/connect.ts'
import { savepoint } from '../connection/savepoint.ts'
import { installWorkspace } from '../publish/install-workspace.ts'
import { ensureEventPartitions, monthAfter } from './event-partitions.ts'
import { migrate } from './migrate.ts'

const id = '00000000-0000-7000-8000-000000000001'
const q = (text: string) => ({ text, values: [] })

test('the months ahead cross the end of the year', () => {
  const names = [0, 1, 2].map((ahead) => monthAfter('2026-11-30T23:59:59.999Z', ahead).table)
  expect(names).toEqual(['_record_event_2026_11', '_record_event_2026_12', '_record_event_2027_01'])
})

test('each month of events has a partition, made ahead; what came before it was made moves there', async () => {
  await using fresh = await freshDatabase()
  const database = connect({ url: fresh.url, poolSize: 3 })
  const now = '2026-11-21T00:00:00.000Z'
  await migrate(database, { now })
  const definition = emptyDefinition({ en: 'Empty' })
  const made = await installWorkspace(database, { key: 'p', name: 'P', definition, now })
  if (!made.ok) throw new Error(made.problem)
  const add = (at: string) =>
    database.query(
      q(`insert into ws_p._record_event (id, at, form, record, kind, cause, changes)
        values ('${id}', '${at}', 'quote', '${id}', 'create', '{}', '{}')`),
    )
  for (const at of ['2020-01-01', '2026-12-31 23:59:59', '2027-03-05']) await add(at)
  const where = q('select tableoid::regclass::text as part from ws_p._record_event order by at')
  const parts = async () =>
    (await database.query<{ part: string }>(where)).map(({ part }) => part.replace('ws_p._record_event_', ''))
  expect(await parts()).toEqual(['other', '2026_12', 'other'])
  const later = '2027-02-10T00:00:00.000Z'
  await Promise.all([1, 2, 3].map(() => ensureEventPartitions(database, made.workspace, later)))
  expect(await parts()).toEqual(['other', '2026_12', '2027_03'])
  await database.close()
})

test('a part of a transaction that fails is undone alone', async () => {
  await using fresh = await freshDatabase()
  const database = connect({ url: fresh.url, poolSize: 1 })
  await database.query(q('create table note (id int primary key)'))
  await database.transaction(async (tx) => {
    await tx.query(q('insert into note values (1)'))
    const part = savepoint(tx, async () => {
      await tx.query(q('insert into note values (2)'))
      await tx.query(q('insert into note values (1)'))
    })
    await expect(part).rejects.toMatchObject({ kind: 'unique' })
    await savepoint(tx, () => tx.query(q('insert into note values (3)')))
  })
  expect(await database.query(q('select id from note order by id'))).toEqual([{ id: 1 }, { id: 3 }])
  await database.close()
})
