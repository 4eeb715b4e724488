import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from '../records/create-records.ts'
import { testWorkspace, type TestWorkspace } from '../records/testing/template-workspace.ts'
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

test('the same request at the same time and again makes one record and gives one answer', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask('k1', 'h1', { name: 'Once' })))
  answers.push(await ask('k1', 'h1', { name: 'Once' }))
  expect(new Set(answers.map((answer) => JSON.stringify(answer.ok && answer.record.id))).size).toBe(1)
  expect(await count()).toBe(1)
})

test('another request under the key is refused, and a refused one leaves the key free', async () => {
  expect(await ask('k1', 'h2', { name: 'Other' })).toEqual({
    ok: false,
    problem: { code: 'idempotency-conflict' },
  })
  expect(await ask('k2', 'h1', { nothing: 1 })).toMatchObject({ ok: false, problem: { code: 'invalid' } })
  expect(await ask('k2', 'h1', { name: 'Now' })).toMatchObject({ ok: true })
  expect(await count()).toBe(2)
})
