import {
  aChoiceField,
  aForm,
  aFormulaField,
  aLineItemsField,
  aLookupField,
  aMoneyField,
  aRelationField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from './create-records.ts'
import { getRecord } from './get-record.ts'
import { queryRecords } from './query-records.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const tier = aChoiceField({
  key: 'tier',
  options: ['low', 'high'].map((key) => ({ key, label: { en: key } })),
})
const definition = anApp({
  forms: [
    aForm({
      key: 'region',
      fields: [
        aTextField(),
        aTextField({ key: 'manager' }),
        tier,
        aMoneyField({ key: 'limit', scale: 2 }),
        { type: 'member', key: 'boss', label: { en: 'Boss' } },
      ],
    }),
    aForm({
      key: 'account',
      fields: [
        aTextField(),
        aRelationField({ key: 'region', form: 'region' }),
        aLookupField({ key: 'tier', path: 'region.tier' }),
      ],
    }),
    aForm({
      key: 'deal',
      fields: [
        aTextField(),
        aRelationField(),
        aLookupField({ key: 'manager', path: 'account.region.manager', resultType: 'text' }),
        aLookupField({ key: 'tier', path: 'account.tier' }),
        aLookupField({ key: 'boss', path: 'account.region.boss', resultType: 'member' }),
        aLookupField({ key: 'region', path: 'account.region', resultType: 'relation', resultForm: 'region' }),
        aLookupField({ key: 'limit', path: 'account.region.limit', resultType: 'money', currency: 'CNY' }),
        aFormulaField({ key: 'double', expression: { mul: [{ var: 'limit' }, 2] } }),
        aLineItemsField({
          key: 'items',
          fields: [
            aRelationField({ key: 'place', form: 'region' }),
            aLookupField({ key: 'who', path: 'place.manager', resultType: 'text' }),
          ],
        }),
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

const read = async (form: string, id: string) => {
  const found = await getRecord(space.database, space.scene('admin'), form, id)
  if (!found.ok) throw new Error(found.problem.code)
  return found.record
}

async function change(form: string, id: string, values: unknown): Promise<void> {
  const { version } = await read(form, id)
  const outcome = await writeTransaction(space.database, (tx) =>
    updateRecord(tx, space.scene('admin'), form, id, { version, values }, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
}

async function chain(name: string, values: Record<string, unknown>) {
  const region = await made('region', { name, ...values })
  const account = await made('account', { name, region })
  const deal = await made('deal', { name, account, items: [{ place: region }] })
  return { region, account, deal }
}

test('a lookup holds what lies two relations away, from the first moment and after every change there', async () => {
  const boss = space.scene('admin').actor.memberId
  const { region, account, deal } = await chain('North', { manager: 'Ann', tier: 'low', limit: '10', boss })
  const first = await read('deal', deal)
  expect(first.values).toMatchObject({
    manager: 'Ann',
    tier: 'low',
    boss,
    region,
    limit: '10.00',
    double: '20.00',
    items: [{ place: region, who: 'Ann' }],
  })
  expect(first.titles).toMatchObject({ [region]: 'North' })
  expect(first.titles[boss]).toBeTruthy()
  await change('region', region, { manager: 'Bob', tier: 'high', limit: '12.5' })
  expect((await read('deal', deal)).values).toMatchObject({
    manager: 'Bob',
    tier: 'high',
    double: '25.00',
    items: [{ who: 'Bob' }],
  })
  const south = await made('region', { name: 'South', manager: 'Cem' })
  await change('account', account, { region: south })
  expect((await read('deal', deal)).values).toMatchObject({ manager: 'Cem', tier: null, region: south })
  await change('deal', deal, { account: null })
  expect((await read('deal', deal)).values).toMatchObject({ manager: null, region: null, double: null })
})

test('records are filtered and put in order by what they look up', async () => {
  const high = await chain('High', { manager: 'Zoe', tier: 'high', limit: '5' })
  const low = await chain('Low', { manager: 'Zoe', tier: 'low', limit: '7' })
  const ask = async (query: object) => {
    const page = await queryRecords(space.database, space.scene('admin'), 'deal', query)
    return page.ok ? page.rows.map(({ id }) => id) : page
  }
  const zoe = { eq: [{ var: 'manager' }, 'Zoe'] }
  expect(await ask({ filter: zoe, sort: [{ field: 'tier', direction: 'asc' }] })).toEqual([
    low.deal,
    high.deal,
  ])
  expect(await ask({ filter: zoe, sort: [{ field: 'limit', direction: 'asc' }] })).toEqual([
    high.deal,
    low.deal,
  ])
  expect(await ask({ filter: { and: [zoe, { eq: [{ var: 'tier' }, 'high'] }] } })).toEqual([high.deal])
  expect(await ask({ filter: { eq: [{ var: 'region' }, low.region] } })).toEqual([low.deal])
})

test('a lookup is never written by people', async () => {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, space.scene('admin'), 'deal', { values: { name: 'No', manager: 'Me' } }, person),
  )
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'invalid' } })
})
