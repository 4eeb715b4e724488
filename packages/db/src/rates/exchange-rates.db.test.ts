import { planBoard } from '@pipewright/compiler'
import { checkDefinition } from '@pipewright/metadata'
import {
  aChoiceField,
  aDateField,
  aForeignMoneyField,
  aForm,
  aFormulaField,
  aLineItemsField,
  aRelationField,
  aReport,
  aRollupField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeImpact } from '../publish/describe-impact.ts'
import { readHistory } from '../ledger/history.ts'
import { createRecord } from '../records/create-records.ts'
import { deleteRecord, restoreRecord } from '../records/delete-record.ts'
import { getRecord } from '../records/get-record.ts'
import { queryRecords } from '../records/query-records.ts'
import { readSceneOf, run } from '../records/scene.ts'
import { testWorkspace, type TestWorkspace } from '../records/testing/template-workspace.ts'
import { updateRecord } from '../records/update-record.ts'
import { writeTransaction } from '../records/write-transaction.ts'
import { changeRates, listRates, openRateWork, type RateChanges } from './exchange-rates.ts'
import { countOutdated, settleRates } from './settle-rates.ts'

const person = { type: 'person' } as const
const definition = anApp({
  forms: [
    aForm({
      key: 'account',
      fields: [
        aTextField(),
        aRollupField({
          key: 'open',
          form: 'deal',
          relation: 'account',
          field: 'worth',
          function: 'sum',
          resultType: 'money',
          currency: 'CNY',
          scale: 2,
        }),
      ],
    }),
    aForm({
      key: 'deal',
      fields: [
        aTextField(),
        aRelationField({ key: 'account', form: 'account' }),
        aDateField({ key: 'signed' }),
        aChoiceField({ key: 'stage' }),
        aForeignMoneyField({ key: 'price', rateDate: 'signed' }),
        aForeignMoneyField({ key: 'deposit' }),
        aFormulaField({
          key: 'worth',
          resultType: 'money',
          currency: 'CNY',
          expression: { var: 'price.home' },
        }),
        aLineItemsField({
          key: 'items',
          fields: [
            aTextField(),
            aForeignMoneyField({ key: 'cost' }),
            aFormulaField({
              key: 'own',
              resultType: 'money',
              currency: 'CNY',
              expression: { var: 'cost.home' },
            }),
          ],
        }),
        {
          type: 'rollup',
          key: 'costs',
          label: { en: 'Costs' },
          form: 'deal',
          lineItems: 'items',
          field: 'own',
          function: 'sum',
          resultType: 'money',
          currency: 'CNY',
          scale: 2,
        },
      ],
    }),
  ],
})
let space: TestWorkspace
let account: string
const rate = (currency: string, from: string, value: string) => ({ currency, home: 'CNY', from, rate: value })

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
  await rates({
    put: [
      rate('USD', '2026-01-01', '7'),
      rate('USD', '2026-07-01', '7.123456789'),
      rate('JPY', '2020-01-01', '0.05'),
    ],
  })
  account = (await made('account', { name: 'Acme' })).id
})
afterAll(() => space.close())

const rates = (changes: Partial<RateChanges>) =>
  writeTransaction(space.database, (tx) =>
    changeRates(tx, space.scene('admin'), { put: [], remove: [], ...changes }),
  )

async function settle(): Promise<void> {
  for (const work of await openRateWork(space.database, space.workspace))
    await settleRates(space.database, space.scene('admin'), work, { cause: person, isStopping: () => false })
}

const create = (form: string, values: unknown) =>
  writeTransaction(space.database, (tx) => createRecord(tx, space.scene('admin'), form, { values }, person))

async function made(form: string, values: unknown) {
  const outcome = await create(form, values)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record
}

async function read(form: string, id: string) {
  const found = await getRecord(space.database, space.scene('admin'), form, id)
  if (!found.ok) throw new Error('gone')
  return found.record
}

test('an amount keeps its currency and what it is worth by the rate of its day, in typed columns', async () => {
  const { id, values } = await made('deal', {
    name: 'A',
    signed: '2026-06-30',
    price: { amount: '100.10', currency: 'USD' },
    deposit: { amount: '3', currency: 'CNY' },
  })
  expect(values).toMatchObject({
    price: {
      amount: '100.10',
      currency: 'USD',
      home: '700.70',
      rate: '7',
      day: '2026-06-30',
      text: 'USD 100.10',
    },
    deposit: { amount: '3.00', currency: 'CNY', home: '3.00', rate: '1', day: null },
    worth: '700.70',
  })
  const rows = await space.database.query({
    text: 'select price_amount, price_currency, price_home, price_rate, price_day from ws_test.deal where id = $1',
    values: [id],
  })
  expect(rows).toEqual([
    {
      price_amount: '100.10',
      price_currency: 'USD',
      price_home: '700.70',
      price_rate: '7.0000000000',
      price_day: '2026-06-30',
    },
  ])
})

test('without a date the day on which the record was made counts, where its maker lives', async () => {
  const { values } = await made('deal', { name: 'B', deposit: { amount: 1, currency: 'usd' } })
  expect(values).toMatchObject({ deposit: { home: '7.12', rate: '7.123456789', day: '2026-11-21' } })
})

test('another date brings another rate, also when the amount stays', async () => {
  const { id, version } = await made('deal', {
    name: 'C',
    signed: '2026-06-30',
    price: { amount: '1', currency: 'USD' },
  })
  const changed = await writeTransaction(space.database, (tx) =>
    updateRecord(tx, space.scene('admin'), 'deal', id, { version, values: { signed: '2026-07-01' } }, person),
  )
  expect(changed).toMatchObject({ ok: true, record: { values: { price: { home: '7.12' }, worth: '7.12' } } })
})

test('an amount without a rate is refused, and the message says which rate is missing', async () => {
  const refused = await create('deal', {
    name: 'D',
    signed: '2025-12-31',
    price: { amount: '1', currency: 'USD' },
    items: [{ name: 'x', cost: { amount: '5', currency: 'EUR' } }],
  })
  expect(refused).toMatchObject({
    ok: false,
    problem: {
      errors: [
        {
          pointer: '/values/price/currency',
          code: 'no-rate',
          params: { currency: 'USD', home: 'CNY', day: '2025-12-31' },
        },
        { pointer: '/values/items/0/cost/currency', code: 'no-rate', params: { currency: 'EUR' } },
      ],
    },
  })
})

test('lists are put in order by what amounts are worth, and filtered by each part', async () => {
  const scene = space.scene('admin')
  for (const [name, amount, currency] of [
    ['O1', '1000', 'JPY'],
    ['O2', '60', 'CNY'],
    ['O3', '8', 'USD'],
  ])
    await made('deal', { name, deposit: { amount, currency } })
  const among = { in: [{ var: 'name' }, ['O1', 'O2', 'O3']] }
  const found = async (filter: unknown, field: string) => {
    const page = await queryRecords(space.database, scene, 'deal', {
      filter: filter as never,
      sort: [{ field, direction: 'asc' }],
      columns: ['name'],
      limit: 10,
    } as never)
    if (!page.ok) throw new Error(JSON.stringify(page.problem))
    return page.rows.map(({ values }) => values['name'])
  }
  expect(await found(among, 'deposit')).toEqual(['O1', 'O3', 'O2'])
  expect(await found({ and: [among, { eq: [{ var: 'deposit.currency' }, 'USD'] }] }, 'name')).toEqual(['O3'])
  expect(await found({ and: [among, { gt: [{ var: 'deposit.home' }, '55'] }] }, 'name')).toEqual(['O2', 'O3'])
})

test('a changed rate of the past reaches amounts, rows, formulas and totals, and the ledger tells', async () => {
  const { id } = await made('deal', {
    name: 'E',
    account,
    signed: '2026-02-01',
    price: { amount: '10', currency: 'USD' },
    items: [{ name: 'x', cost: { amount: '5', currency: 'USD' } }],
  })
  const gone = await made('deal', {
    name: 'F',
    account,
    signed: '2026-02-01',
    price: { amount: '1', currency: 'USD' },
  })
  await writeTransaction(space.database, (tx) =>
    deleteRecord(tx, space.scene('admin'), 'deal', gone.id, gone.version, person),
  )
  expect((await read('account', account)).values).toMatchObject({ open: '70.00' })
  expect(await rates({ put: [rate('USD', '2026-01-01', '6.5'), rate('USD', '2026-07-01', '7.2')] })).toEqual({
    ok: true,
  })
  const [work] = await openRateWork(space.database, space.workspace)
  expect(await countOutdated(space.database, space.scene('admin'), work!)).toBeGreaterThan(2)
  await settle()
  expect(await openRateWork(space.database, space.workspace)).toEqual([])
  expect((await read('deal', id)).values).toMatchObject({
    price: { home: '65.00', rate: '6.5' },
    worth: '65.00',
    items: [{ cost: { home: '36.00' }, own: '36.00' }],
    costs: '36.00',
  })
  expect((await read('account', account)).values).toMatchObject({ open: '65.00' })
  const history = await readHistory(space.database, space.scene('admin'), 'deal', id)
  expect(history).toMatchObject({ ok: true, events: [{ kind: 'recalculate' }, { kind: 'create' }] })
  const back = await writeTransaction(space.database, (tx) =>
    restoreRecord(tx, space.scene('admin'), 'deal', gone.id, gone.version + 2, person),
  )
  expect(back).toMatchObject({ ok: true })
  expect((await read('account', account)).values).toMatchObject({ open: '71.50' })
})

test('a rate that amounts need stays', async () => {
  const before = await listRates(space.database, space.workspace)
  expect(await rates({ remove: [{ currency: 'USD', home: 'CNY', from: '2026-01-01' }] })).toEqual({
    ok: false,
    currency: 'USD',
    forms: ['deal'],
  })
  expect(await listRates(space.database, space.workspace)).toEqual(before)
})

test('sums count in the workspace currency; amounts in different currencies are never added up', async () => {
  const scene = readSceneOf(space.scene('admin'))
  const board = {
    field: 'stage',
    sums: ['deposit.home'],
    filter: { in: [{ var: 'name' }, ['O1', 'O2', 'O3']] },
  }
  const plan = planBoard(scene, 'deal', board)
  if (!plan.ok) throw new Error(JSON.stringify(plan))
  expect(await run(space.database, plan.figures)).toMatchObject([{ count: 3, sum0: '167.60' }])
  expect(planBoard(scene, 'deal', { ...board, sums: ['deposit.amount'] })).toMatchObject({ ok: false })
  const measures = (field: string) => [
    { key: 'worth', label: { en: 'Worth' }, function: 'sum' as const, field },
  ]
  const of = (field: string) => {
    const report = aReport({ form: 'deal', dimensions: [], measures: measures(field) })
    return checkDefinition({ ...definition, reports: [report] })
  }
  expect(of('deposit.home')).toEqual([])
  expect(of('deposit.amount')).not.toEqual([])
})

test('what amounts are counted in stays as long as there are some', async () => {
  const after = structuredClone(definition)
  const field = after.forms[1]?.fields.find(({ key }) => key === 'deposit')
  if (field?.type !== 'foreignMoney') throw new Error('no such field')
  field.home = 'USD'
  const impact = await describeImpact(space.database, space.workspace, definition, after)
  expect(impact.blocked).toBe(true)
  expect(impact.changes.flatMap(({ effects }) => effects)).toMatchObject([
    { code: 'amounts-counted', params: { home: 'CNY' } },
  ])
})

test('writers while rates change: in the end every amount has the rate in force', async () => {
  const write = async (position: number) => {
    for (let turn = 0; turn < 6; turn += 1)
      await made('deal', {
        name: `W${position}`,
        account,
        signed: '2026-03-01',
        price: { amount: '10', currency: 'USD' },
      })
  }
  const change = async () => {
    for (const value of ['6.1', '6.2', '6.3']) {
      await rates({ put: [rate('USD', '2026-01-01', value)] })
      await settle()
    }
  }
  await Promise.all([write(1), write(2), write(3), write(4), change()])
  const [sum] = await space.database.query<{ sum: string; wrong: number }>({
    text: `select sum(price_home)::text as sum, count(*) filter (where price_day < '2026-07-01' and price_rate <> 6.3)::int as wrong from ws_test.deal where account = $1 and deleted_at is null`,
    values: [account],
  })
  expect(sum?.wrong).toBe(0)
  expect((await read('account', account)).values).toMatchObject({ open: sum?.sum })
})
