import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connection } from '../connection/connection.ts'
import { createRecord } from './create-records.ts'
import { deleteRecord } from './delete-record.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase())
})
afterAll(() => space.close())

const create = (tx: Connection, form: string, values: unknown) =>
  createRecord(tx, space.scene('admin'), form, { values }, person)

async function account(): Promise<string> {
  const made = await writeTransaction(space.database, (tx) => create(tx, 'account', { name: 'Acme' }))
  if (!made.ok) throw new Error(made.problem.code)
  return made.record.id
}

const remove = (tx: Connection, id: string) =>
  deleteRecord(tx, space.scene('admin'), 'account', id, 1, person)

async function waitsForLock(): Promise<boolean> {
  const rows = await space.database.query({
    text: `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    values: [],
  })
  return rows.length > 0
}

/** Runs the first in a transaction that stays open until the second waits for it. */
async function meeting<A, B>(
  first: (tx: Connection) => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> {
  let later: Promise<B> | undefined
  const one = await space.database.transaction(async (tx) => {
    const done = await first(tx)
    later = second()
    await expect.poll(waitsForLock, { timeout: 10_000 }).toBe(true)
    return done
  })
  return [one, await (later as Promise<B>)]
}

test('a record that somebody is about to refer to is not deleted under them', async () => {
  const id = await account()
  const [made, removed] = await meeting(
    (tx) => create(tx, 'contact', { name: 'Ann', account: id }),
    () => writeTransaction(space.database, (tx) => remove(tx, id)),
  )
  expect(made.ok).toBe(true)
  expect(removed).toMatchObject({ ok: false, problem: { code: 'in-use' } })
})

test('a record that is being deleted cannot be referred to any more', async () => {
  const id = await account()
  const [removed, made] = await meeting(
    (tx) => remove(tx, id),
    () => writeTransaction(space.database, (tx) => create(tx, 'contact', { name: 'Ann', account: id })),
  )
  expect(removed.ok).toBe(true)
  expect(made).toMatchObject({
    ok: false,
    problem: { code: 'invalid', errors: [{ pointer: '/values/account', code: 'no-such-record' }] },
  })
})

test('records that are referred to can be changed meanwhile', async () => {
  const id = await account()
  const made = await space.database.transaction(async (tx) => {
    const done = await create(tx, 'contact', { name: 'Ann', account: id })
    await space.database.query({
      text: 'update ws_test.account set updated_at = updated_at where id = $1',
      values: [id],
    })
    return done
  })
  expect(made.ok).toBe(true)
})
