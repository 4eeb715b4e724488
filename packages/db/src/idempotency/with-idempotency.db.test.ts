import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from '../records/create-records.ts'
import { tendWorkspaces } from '../publish/tend-workspaces.ts'
import { now, testWorkspace, type TestWorkspace } from '../records/testing/template-workspace.ts'
import { writeTransaction } from '../records/write-transaction.ts'
import { withIdempotency } from './with-idempotency.ts'

const person = { type: 'person' } as const
let space: TestWorkspace
beforeAll(async () => {
  space = await testWorkspace(await freshDatabase())
})
afterAll(() => space.close())

const ask = (key: string, requestHash: string, values: unknown) => {
  const scene = space.scene('rep')
  return writeTransaction(space.database, (tx) =>
    withIdempotency(
      tx,
      space.workspace,
      { member: scene.actor.memberId, key, requestHash, now: scene.now },
      () => createRecord(tx, scene, 'account', { values }, person),
    ),
  )
}
const count = async () =>
  (
    await space.database.query<{ n: number }>({
      text: 'select count(*)::int as n from ws_test.account',
      values: [],
    })
  )[0]?.n

test('CO-07: the same request at the same time and again makes one record and gives one answer', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask('k1', 'h1', { name: 'Once' })))
  answers.push(await ask('k1', 'h1', { name: 'Once' }))
  expect(new Set(answers.map((answer) => JSON.stringify(answer.ok && answer.record.id))).size).toBe(1)
  expect(await count()).toBe(1)
})

test('CO-07: another request under the key is refused, and a refused one leaves the key free', async () => {
  expect(await ask('k1', 'h2', { name: 'Other' })).toEqual({
    ok: false,
    problem: { code: 'idempotency-conflict' },
  })
  expect(await ask('k2', 'h1', { nothing: 1 })).toMatchObject({ ok: false, problem: { code: 'invalid' } })
  expect(await ask('k2', 'h1', { name: 'Now' })).toMatchObject({ ok: true })
  expect(await count()).toBe(2)
})

test('CO-07: a key is kept for a day and more, then its workspace is tidied of it', async () => {
  const later = (hours: number) => new Date(Date.parse(now) + hours * 3600_000).toISOString()
  await ask('k3', 'h1', { name: 'Kept' })
  const before = await count()
  await tendWorkspaces(space.database, later(25))
  expect(await ask('k3', 'h1', { name: 'Kept' })).toMatchObject({ ok: true })
  expect(await count()).toBe(before)
  await tendWorkspaces(space.database, later(49))
  const kept = await space.database.query({ text: 'select key from ws_test._idempotency', values: [] })
  expect(kept).toEqual([])
})
