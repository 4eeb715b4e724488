import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convertRecord, type ConversionRequest } from './convert-record.ts'
import { createRecord } from './create-records.ts'
import { getRecord } from './get-record.ts'
import { previewConversion } from './preview-conversion.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
let space: TestWorkspace
beforeAll(async () => {
  space = await testWorkspace(await freshDatabase())
})
afterAll(() => space.close())

async function made(member: 'admin' | 'rep' | 'other', form: string, values: unknown) {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, space.scene(member), form, { values }, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record
}
const convert = (
  member: 'admin' | 'rep',
  form: string,
  id: string,
  key: string,
  request: ConversionRequest,
) => writeTransaction(space.database, (tx) => convertRecord(tx, space.scene(member), form, id, key, request))
const count = async (form: string) =>
  Number(
    (
      await space.database.query<{ n: number }>({
        text: `select count(*) as n from ws_test.${form}`,
        values: [],
      })
    )[0]?.n,
  )

test('a lead becomes account, contact and opportunity, linked, after its duplicate was shown', async () => {
  const existing = await made('rep', 'account', { name: '杭州云杉科技有限公司' })
  await made('other', 'account', { name: '云杉科技（杭州）' })
  const lead = await made('rep', 'lead', {
    name: '王芳',
    company: '杭州云杉科技',
    phone: '13800138000',
    source: 'website',
  })
  const preview = await space.database.transaction((tx) =>
    previewConversion(tx, space.scene('rep'), 'lead', lead.id, 'convert'),
  )
  expect(preview).toMatchObject({
    ok: true,
    preview: {
      steps: [
        { key: 'account', records: [{ name: '杭州云杉科技' }], matches: [{ id: existing.id }] },
        { key: 'contact' },
        { key: 'opportunity' },
      ],
    },
  })
  const converted = await convert('rep', 'lead', lead.id, 'convert', {
    version: 1,
    use: { account: existing.id },
    values: { opportunity: { amount: '5000' } },
  })
  if (!converted.ok) throw new Error(JSON.stringify(converted.problem))
  expect(converted.record).toMatchObject({
    version: 2,
    values: { status: 'converted', account: existing.id },
  })
  const opportunity = await getRecord(space.database, space.scene('rep'), 'opportunity', converted.open!.id)
  expect(opportunity).toMatchObject({
    ok: true,
    record: {
      owner: space.members.rep,
      values: { account: existing.id, contact: converted.created['contact']![0], amount: '5000.00' },
    },
  })
  expect(await convert('rep', 'lead', lead.id, 'convert', { version: 2 })).toEqual({
    ok: false,
    problem: { code: 'condition-not-met' },
  })
})

test('a quote becomes contract, order with its lines and three instalments that add up', async () => {
  const account = await made('rep', 'account', { name: 'Buyer' })
  const product = await made('admin', 'product', { code: 'X', name: 'X', list_price: '33.34', cost: '1' })
  const opportunity = await made('rep', 'opportunity', { name: 'Deal', account: account.id })
  const made1 = await convert('rep', 'opportunity', opportunity.id, 'make_quote', { version: 1 })
  if (!made1.ok) throw new Error(JSON.stringify(made1.problem))
  const quote = made1.open!.id
  const filled = await writeTransaction(space.database, (tx) =>
    updateRecord(
      tx,
      space.scene('rep'),
      'quote',
      quote,
      { version: 1, values: { items: [{ product: product.id, quantity: '3' }] } },
      person,
    ),
  )
  if (!filled.ok) throw new Error(JSON.stringify(filled.problem))
  await writeTransaction(space.database, (tx) =>
    updateRecord(
      tx,
      space.scene('admin'),
      'quote',
      quote,
      { values: { status: 'approved' } },
      { type: 'workflow' },
      { privileged: true },
    ),
  )
  const converted = await convert('rep', 'quote', quote, 'to_contract', { version: 3 })
  if (!converted.ok) throw new Error(JSON.stringify(converted.problem))
  expect(converted.created['payment_plan']).toHaveLength(3)
  const contract = await getRecord(
    space.database,
    space.scene('rep'),
    'contract',
    converted.created['contract']![0]!,
  )
  expect(contract).toMatchObject({
    ok: true,
    record: { values: { name: 'Deal', amount: '100.02', planned: '100.02', open: '100.02' } },
  })
  const order = await getRecord(
    space.database,
    space.scene('rep'),
    'sales_order',
    converted.created['sales_order']![0]!,
  )
  expect(order).toMatchObject({
    ok: true,
    record: { values: { total: '100.02', items: [{ quantity: '3.00', unit_price: '33.34' }] } },
  })
})

test('AZ-06: a conversion that one step refuses leaves nothing behind', async () => {
  const lead = await made('rep', 'lead', { name: 'Nobody', source: 'website' })
  const before = [await count('account'), await count('contact')]
  const refused = await convert('rep', 'lead', lead.id, 'convert', {
    version: 1,
    values: { opportunity: { amount: 'much', margin: '1', cost: '2' } },
  })
  expect(refused).toMatchObject({ ok: false, problem: { code: 'invalid' } })
  expect([await count('account'), await count('contact')]).toEqual(before)
})
