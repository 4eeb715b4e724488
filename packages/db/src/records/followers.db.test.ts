import { aForm, aRelationField, aRight, aRole, aTextField, anApp } from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHistory } from '../ledger/history.ts'
import { createRecord } from './create-records.ts'
import { deleteRecord, restoreRecord } from './delete-record.ts'
import { getRecord } from './get-record.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const follows = (form: string) => aRelationField({ key: form, form, onDelete: 'delete' })
const definition = anApp({
  forms: [
    aForm({ key: 'account', fields: [aTextField()] }),
    aForm({
      key: 'contract',
      fields: [aTextField(), follows('account'), { ...follows('contract'), key: 'under' }],
    }),
    aForm({
      key: 'payment',
      fields: [
        aTextField(),
        follows('contract'),
        aRelationField({ key: 'payer', form: 'account', onDelete: 'clear' }),
      ],
    }),
    aForm({ key: 'invoice', fields: [aTextField(), aRelationField({ key: 'payment', form: 'payment' })] }),
  ],
  roles: [
    aRole({
      forms: [
        aRight({ form: 'account', write: ['name'] }),
        aRight({ form: 'contract', write: ['name', 'account', 'under'] }),
        aRight({ form: 'payment', actions: ['read'], read: ['name'], write: [] }),
      ],
    }),
  ],
})
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
})
afterAll(() => space.close())

async function made(form: string, values: unknown): Promise<string> {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, space.scene('admin'), form, { values }, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}

async function family() {
  const account = await made('account', { name: 'Acme' })
  const contract = await made('contract', { name: 'C-1', account })
  const annex = await made('contract', { name: 'C-1a', under: contract })
  const payment = await made('payment', { name: 'P-1', contract: annex, payer: account })
  return { account, contract, annex, payment }
}

const remove = (form: string, id: string, version = 1, who: 'admin' | 'rep' = 'admin', now?: string) =>
  writeTransaction(space.database, (tx) => {
    const scene = space.scene(who)
    return deleteRecord(tx, now === undefined ? scene : { ...scene, now }, form, id, version, person)
  })

const restore = (form: string, id: string, version: number, who: 'admin' | 'rep' = 'admin') =>
  writeTransaction(space.database, (tx) => restoreRecord(tx, space.scene(who), form, id, version, person))

async function lives(form: string, id: string): Promise<boolean> {
  const found = await getRecord(space.database, space.scene('admin'), form, id)
  return found.ok && found.record.deleted_at === null
}

test('records go with the one they belong to, over all levels, and come back with it as they were', async () => {
  const { account, contract, annex, payment } = await family()
  const gone = await remove('account', account)
  expect(gone).toEqual({ ok: true, followers: [contract, annex, payment] })
  for (const [form, id] of [
    ['contract', contract],
    ['contract', annex],
    ['payment', payment],
  ] as const) {
    expect(await lives(form, id)).toBe(false)
    const history = await readHistory(space.database, space.scene('admin'), form, id)
    expect(history).toMatchObject({ ok: true, events: [{ kind: 'delete' }, { kind: 'create' }] })
  }
  expect((await restore('account', account, 2)).ok).toBe(true)
  expect(await lives('contract', annex)).toBe(true)
  const found = await getRecord(space.database, space.scene('admin'), 'payment', payment)
  expect(found).toMatchObject({
    ok: true,
    record: { deleted_at: null, values: { contract: annex, payer: account } },
  })
})

test('what was deleted before by itself stays in the recycle bin', async () => {
  const { account, contract, payment } = await family()
  expect((await remove('payment', payment, 1, 'admin', '2026-11-21T07:00:00.000Z')).ok).toBe(true)
  expect((await remove('account', account)).ok).toBe(true)
  expect((await restore('account', account, 2)).ok).toBe(true)
  expect(await lives('contract', contract)).toBe(true)
  expect(await lives('payment', payment)).toBe(false)
})

test('a record that would have to go, but is held by another, keeps all of them', async () => {
  const { account, contract, payment } = await family()
  await made('invoice', { name: 'I-1', payment })
  expect(await remove('account', account)).toEqual({ ok: false, problem: { code: 'in-use' } })
  expect(await lives('contract', contract)).toBe(true)
})

test('nobody deletes along what they may not delete, and is told how many and which', async () => {
  const { account, contract } = await family()
  expect(await remove('account', account, 1, 'rep')).toEqual({
    ok: false,
    problem: { code: 'follower-refused', params: { count: 1, records: 'Payment “P-1”' } },
  })
  expect(await lives('contract', contract)).toBe(true)
  expect((await remove('account', account)).ok).toBe(true)
  expect(await restore('account', account, 2, 'rep')).toMatchObject({
    ok: false,
    problem: { code: 'follower-refused' },
  })
})

test('records that belong to one another go together', async () => {
  const one = await made('contract', { name: 'One' })
  const other = await made('contract', { name: 'Other', under: one })
  await space.database.query({
    text: 'update ws_test.contract set under = $1 where id = $2',
    values: [other, one],
  })
  expect(await remove('contract', one)).toEqual({ ok: true, followers: [other] })
})
