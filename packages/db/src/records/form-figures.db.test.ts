import { parseFormula, type Scope } from '@pipewright/logic'
import {
  aChoiceField,
  aDateField,
  aForm,
  aFormulaField,
  aLineItemsField,
  aMoneyField,
  aNumberField,
  aRelationField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import { compileApp } from '@pipewright/compiler'
import type { AppDefinition, FormulaField } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calculateDraft } from './calculate-draft.ts'
import { createRecord } from './create-records.ts'
import { deleteRecord } from './delete-record.ts'
import { getRecord } from './get-record.ts'
import { queryRecords } from './query-records.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const stage = aChoiceField({
  key: 'state',
  options: ['open', 'paid'].map((key) => ({ key, label: { en: key } })),
})

const orderFields = [
  aTextField(),
  aTextField({ key: 'code' }),
  aNumberField({ key: 'least', scale: 2 }),
  aDateField({ key: 'start' }),
  stage,
]
const price = aForm({
  key: 'price',
  fields: [aTextField(), aTextField({ key: 'product' }), aDateField({ key: 'since' }), aMoneyField()],
})
const payment = aForm({
  key: 'payment',
  fields: [
    aTextField(),
    aMoneyField(),
    aDateField({ key: 'day' }),
    stage,
    aTextField({ key: 'code' }),
    { type: 'tags', key: 'marks', label: { en: 'Marks' } },
    aRelationField({ key: 'order', form: 'order' }),
  ],
})

const texts: Readonly<Record<string, string>> = {
  paid: 'SUMIFS(payment.amount, payment.order, this, payment.state, "paid")',
  not_paid: 'SUMIFS(payment.amount, payment.order, this, payment.state, "<>paid")',
  number: 'COUNTIFS(payment.order, this)',
  big: 'COUNTIFS(payment.code, code, payment.amount, ">=" & least)',
  average: 'AVERAGEIFS(payment.amount, payment.code, code)',
  most: 'MAXIFS(payment.amount, payment.order, this, payment.day, ">=" & start)',
  fewest: 'MINIFS(payment.amount, payment.order, this, payment.day, "<2026-06-01")',
  same: 'COUNTIFS(payment.state, state, payment.order, this)',
  either: 'COUNTIFS(payment.state, {"open", "paid"}, payment.order, this)',
  blank: 'COUNTIFS(payment.state, "", payment.order, this)',
  none: 'COUNTIFS(payment.state, "=", payment.order, this)',
  latest: 'LASTIFS(payment.amount, payment.day, payment.code, code)',
  first: 'FIRSTIFS(payment.amount, payment.day, payment.code, code)',
  found: 'XLOOKUP(code, payment.code, payment.amount, -1)',
  marked: 'COUNTIFS(payment.marks, code, payment.order, this)',
  any_mark: 'COUNTIFS(payment.marks, {"A", "C"}, payment.order, this)',
  unmarked: 'COUNTIFS(payment.marks, "<>A", payment.order, this)',
  median: 'MEDIAN(LISTIFS(payment.amount, payment.order, this))',
  twice: 'paid * 2 + number',
}

function definitionOf(): AppDefinition {
  const plain = anApp({ forms: [aForm({ key: 'order', fields: orderFields }), payment, price] })
  const types = compileApp(plain, 1)
  const scope = types.form('order')!.scope
  const wide: Scope = {
    ...scope,
    resolve: (path) =>
      scope.resolve(path) ?? (['paid', 'number'].includes(path[0]!) ? { kind: 'number' } : undefined),
    forms: () => plain.forms.map(({ key }) => ({ key, names: [key], fields: () => [] })),
  }
  const fields = Object.entries(texts).map(([key, text]): FormulaField => {
    const { expression, problems } = parseFormula(text, wide)
    expect([key, problems]).toEqual([key, []])
    return aFormulaField({ key, expression, resultType: 'number', scale: 10 })
  })
  const rowScope = parseFormula('LASTIFS(price.amount, price.since, price.product, product)', {
    resolve: (path) => (path[0] === 'product' ? { kind: 'text' } : undefined),
    column: scope.column!,
    fields: () => [],
    forms: wide.forms!,
  })
  return anApp({
    forms: [
      aForm({
        key: 'order',
        fields: [
          ...orderFields,
          ...fields,
          aLineItemsField({
            key: 'items',
            fields: [
              aTextField({ key: 'product' }),
              aFormulaField({ key: 'current', expression: rowScope.expression, scale: 2 }),
            ],
          }),
          aFormulaField({ key: 'total', expression: { sum: [{ var: 'items.current' }] }, scale: 2 }),
        ],
        rules: [
          {
            key: 'few',
            label: { en: 'Few' },
            when: { gt: [{ var: 'number' }, 2] },
            effects: [{ type: 'refuse', message: { en: 'Too many payments' } }],
          } as never,
        ],
      }),
      payment,
      price,
    ],
  })
}

let space: TestWorkspace
beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definitionOf())
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

async function changed(form: string, id: string, values: unknown) {
  const { version } = await read(form, id)
  return writeTransaction(space.database, (tx) =>
    updateRecord(tx, space.scene('admin'), form, id, { version, values }, person),
  )
}

interface Payment {
  readonly amount: number | null
  readonly day: string | null
  readonly state: string | null
  readonly code: string | null
  readonly marks: readonly string[]
}
interface Order {
  readonly code: string | null
  readonly least: number | null
  readonly start: string | null
  readonly state: string | null
}
const day = fc.constantFrom('2026-01-31', '2026-05-31', '2026-06-01', '2026-12-31')
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 4 })
const code = fc.constantFrom('A', 'B')
const state = fc.constantFrom('open', 'paid')
const somePayment: fc.Arbitrary<Payment> = fc.record({
  amount: orNull(fc.integer({ min: 0, max: 9 })),
  day: orNull(day),
  state: orNull(state),
  code: orNull(code),
  marks: fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { maxLength: 2 }),
})
const someOrder: fc.Arbitrary<Order> = fc.record({
  code: orNull(code),
  least: orNull(fc.integer({ min: 0, max: 9 })),
  start: orNull(day),
  state: orNull(state),
})

/** By the text of the documentation, not by how it is made. */
function expected(order: Order, own: readonly Payment[], all: readonly Payment[]) {
  const numbers = (list: readonly Payment[]) => list.flatMap(({ amount }) => amount ?? [])
  const sum = (list: readonly Payment[]) => numbers(list).reduce((total, one) => total + one, 0)
  const alike = all.filter((one) => one.code !== null && one.code === order.code)
  const edge = (list: readonly Payment[], sign: number) =>
    list
      .map((one, position) => ({ ...one, position }))
      .toSorted((one, other) => {
        if (one.day === other.day) return sign * (one.position - other.position)
        if (one.day === null) return 1
        if (other.day === null) return -1
        return one.day < other.day ? -sign : sign
      })[0]?.amount ?? null
  const edgeOf = (values: readonly number[], pick: (...all: number[]) => number) =>
    values.length === 0 ? null : pick(...values)
  const paid = sum(own.filter((one) => one.state === 'paid'))
  const sorted = numbers(own).toSorted((a, b) => a - b)
  const middle =
    sorted.length === 0
      ? null
      : (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2
  return {
    paid,
    not_paid: sum(own.filter((one) => one.state !== 'paid')),
    number: own.length,
    big: alike.filter((one) => order.least !== null && one.amount !== null && one.amount >= order.least)
      .length,
    average: numbers(alike).length === 0 ? null : sum(alike) / numbers(alike).length,
    most: edgeOf(
      numbers(own.filter((one) => order.start !== null && one.day !== null && one.day >= order.start)),
      Math.max,
    ),
    fewest: edgeOf(numbers(own.filter((one) => one.day !== null && one.day < '2026-06-01')), Math.min),
    same: own.filter((one) => order.state !== null && one.state === order.state).length,
    either: own.filter((one) => one.state !== null).length,
    blank: 0,
    none: own.filter((one) => one.state === null).length,
    latest: edge(alike, -1),
    first: edge(alike, 1),
    found: alike[0]?.amount ?? -1,
    marked: own.filter(({ marks }) => order.code !== null && marks.includes(order.code)).length,
    any_mark: own.filter(({ marks }) => marks.includes('A') || marks.includes('C')).length,
    unmarked: own.filter(({ marks }) => !marks.includes('A')).length,
    median: middle,
    twice: paid * 2 + own.length,
  }
}

const fixed = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.keys(texts).map((key) => [
      key,
      values[key] === null ? null : Number(Number(values[key]).toFixed(8)),
    ]),
  )

test('what formulas find in other forms is what a reader of the records would reckon, after every change', async () => {
  await fc.assert(
    fc.asyncProperty(
      someOrder,
      fc.array(somePayment, { maxLength: 6 }),
      fc.nat(),
      async (order, payments, pick) => {
        const id = await made('order', { name: 'O', ...order })
        const kept: (Payment & { id: string })[] = []
        for (const one of payments)
          kept.push({ ...one, id: await made('payment', { name: 'P', order: id, ...one }) })
        expect(fixed((await read('order', id)).values)).toEqual(fixed(expected(order, kept, kept)))
        const gone = kept[pick % Math.max(kept.length, 1)]
        if (gone !== undefined) {
          const { version } = await read('payment', gone.id)
          await writeTransaction(space.database, (tx) =>
            deleteRecord(tx, space.scene('admin'), 'payment', gone.id, version, person),
          )
        }
        const rest = kept.filter((one) => one !== gone)
        const page = await queryRecords(space.database, space.scene('admin'), 'order', {
          filter: { and: [{ eq: [{ var: 'id' }, id] }, { eq: [{ var: 'number' }, rest.length] }] },
          sort: [{ field: 'paid', direction: 'desc' }],
        })
        if (!page.ok) throw new Error(JSON.stringify(page.problem))
        expect(page.rows.map(({ values }) => fixed(values))).toEqual([fixed(expected(order, rest, rest))])
        for (const { id: payment } of rest) {
          const { version } = await read('payment', payment)
          await writeTransaction(space.database, (tx) =>
            deleteRecord(tx, space.scene('admin'), 'payment', payment, version, person),
          )
        }
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)

test('rows of line items look through forms too, and totals of them follow', async () => {
  await made('price', { name: 'old', product: 'nut', since: '2026-01-01', amount: '2' })
  await made('price', { name: 'new', product: 'nut', since: '2026-02-01', amount: '3' })
  await made('price', { name: 'bolt', product: 'bolt', since: '2026-01-01', amount: '5' })
  const id = await made('order', { name: 'Lines', items: [{ product: 'nut' }, { product: 'bolt' }, {}] })
  const { values } = await read('order', id)
  expect(values).toMatchObject({
    total: '8.00',
    items: [{ current: '3.00' }, { current: '5.00' }, { current: null }],
  })
  await made('price', { name: 'dear', product: 'nut', since: '2026-03-01', amount: '4' })
  expect((await read('order', id)).values).toMatchObject({ total: '9.00' })
})

test('a rule judges a write by what a formula finds at that moment', async () => {
  const id = await made('order', { name: 'Ruled' })
  for (const name of ['a', 'b']) await made('payment', { name, order: id })
  expect(await changed('order', id, { name: 'Still' })).toMatchObject({ ok: true })
  await made('payment', { name: 'c', order: id })
  expect(await changed('order', id, { name: 'No more' })).toMatchObject({
    ok: false,
    problem: { code: 'rule-refused' },
  })
})

test('what is being typed shows what saving it would, and stores nothing', async () => {
  const id = await made('order', { name: 'Typed', code: 'T' })
  await made('payment', { name: 'x', amount: '7', code: 'T', day: '2026-01-31' })
  const scene = space.scene('admin')
  const draft = (values: unknown, record?: string) =>
    calculateDraft(space.database, scene, 'order', { id: record, values })
  expect(await draft({ code: 'T' })).toMatchObject({
    ok: true,
    values: { found: '7.0000000000', number: '0.0000000000' },
  })
  expect(await draft({ code: null }, id)).toMatchObject({ values: { found: '-1.0000000000', latest: null } })
  expect(await draft({ items: [{ product: 'nut' }, {}] }, id)).toMatchObject({
    values: { items: [{ current: '4.00' }, { current: null }], total: '4.00' },
  })
  expect((await read('order', id)).version).toBe(1)
})

test('nobody learns from a draft what he could not save or see', async () => {
  const id = await made('order', { name: 'Hidden', code: 'T' })
  const base = space.scene('rep')
  const rights = space.scene('admin').rights
  const { order } = rights.forms
  if (order === undefined) throw new Error('no rights')
  const draft = (changes: Partial<typeof order>, record?: string, values: unknown = { code: 'T' }) => {
    const scene = {
      ...base,
      rights: { ...rights, forms: { ...rights.forms, order: { ...order, ...changes } } },
    }
    return calculateDraft(space.database, scene, 'order', { id: record, values })
  }
  expect(await draft({}, id)).toMatchObject({ ok: true, values: { found: '7.0000000000' } })
  expect(await draft({ read: false }, id)).toMatchObject({ problem: { code: 'not-found' } })
  expect(await draft({ create: false })).toMatchObject({ problem: { code: 'not-allowed' } })
  expect(await draft({ update: false }, id)).toMatchObject({ problem: { code: 'not-allowed' } })
  const unseen = { ...order.predicates, read: { eq: [{ var: 'name' }, 'nothing'] } }
  expect(await draft({ predicates: unseen }, id)).toMatchObject({ problem: { code: 'not-found' } })
  const { found: _, ...fields } = order.fields
  const masked = await draft({ fields }, id)
  expect(masked).toMatchObject({ ok: true, values: { number: '0.0000000000' } })
  expect(masked).not.toHaveProperty('values.found')
})
