import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Expression, Field, Form } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../connection/connect.ts'
import type { Database } from '../connection/connection.ts'
import { migrate } from '../migrations/migrate.ts'
import { installWorkspace } from './install-workspace.ts'
import { publish } from './publish.ts'

const now = '2026-11-21T00:00:00.000Z'
const label = { en: 'Label', zh: '名称' }
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const q = (text: string) => ({ text, values: [] })

let database: Database
let drop: () => Promise<void>

beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  database = connect({ url: fresh.url, poolSize: 2 })
  await migrate(database, { now })
})

afterAll(async () => {
  await database.close()
  await drop()
})

const money = (key: string): Field => ({ type: 'money', key, label, currency: 'CNY', scale: 2 })
const name: Field = { type: 'text', key: 'name', label }
const formula = (key: string, expression: Expression): Field => ({
  type: 'formula',
  key,
  label,
  expression,
  resultType: 'money',
  currency: 'CNY',
  scale: 2,
})
const aForm = (key: string, fields: Field[], more: Partial<Form> = {}): Form => ({
  key,
  label,
  labelPlural: label,
  titleField: 'name',
  fields,
  layout: { sections: [] },
  ...more,
})
const quote: Field = { type: 'relation', key: 'quote', label, form: 'quote' }
const items = (...more: Field[]): Field => ({
  type: 'lineItems',
  key: 'items',
  label,
  fields: [money('price'), ...more],
})

const before: AppDefinition = {
  ...emptyDefinition(label),
  forms: [aForm('quote', [name, items()]), aForm('payment', [name, money('amount'), quote])],
}

const paid: Field = {
  type: 'rollup',
  key: 'paid',
  label,
  form: 'payment',
  relation: 'quote',
  function: 'sum',
  field: 'with_fee',
  resultType: 'money',
  currency: 'CNY',
  scale: 2,
}
/** Each leans on the one below: open → paid → with_fee of another form; total → doubled of the rows. */
const after = (fee: number): AppDefinition => ({
  ...before,
  forms: [
    aForm(
      'quote',
      [
        name,
        items(formula('doubled', { mul: [{ var: 'price' }, 2] })),
        formula('open', { sub: [{ var: 'total' }, { var: 'paid' }] }),
        formula('total', { sum: [{ var: 'items.doubled' }] }),
        paid,
      ],
      { searchFields: ['name'] },
    ),
    aForm('payment', [name, money('amount'), quote, formula('with_fee', { add: [{ var: 'amount' }, fee] })]),
  ],
})

test('new and changed calculations are there for the records that were there before, and for all that leans on them', async () => {
  const made = await installWorkspace(database, { key: 'fill', name: 'F', definition: before, now })
  if (!made.ok) throw new Error(made.problem)
  await database.query(
    q(
      `insert into ws_fill.quote (id, created_at, updated_at, name) values ('${id(1)}', now(), now(), '续约 Acme')`,
    ),
  )
  await database.query(
    q(`insert into ws_fill.quote_items (id, parent, position, price) values
    ('${id(2)}', '${id(1)}', 0, 10), ('${id(3)}', '${id(1)}', 1, 2.5)`),
  )
  await database.query(
    q(`insert into ws_fill.payment (id, created_at, updated_at, amount, quote)
    values ('${id(4)}', now(), now(), 5, '${id(1)}')`),
  )
  const read = q('select total, paid, open, _grams @> array[$$续约$$, $$ac$$] as found from ws_fill.quote')
  const request = { by: null, changes: [], now }
  expect(
    await publish(database, made.workspace, { ...request, definition: after(1), base: 1 }),
  ).toMatchObject({ ok: true })
  expect(await database.query(read)).toEqual([{ total: '25.00', paid: '6.00', open: '19.00', found: true }])
  // Only the fee changes, in the other form; what leans on it follows.
  expect(
    await publish(database, made.workspace, { ...request, definition: after(3), base: 2 }),
  ).toMatchObject({ ok: true })
  expect(await database.query(read)).toEqual([{ total: '25.00', paid: '8.00', open: '17.00', found: true }])
})

test('a calculation whose result does not fit its column blocks the publish and changes nothing', async () => {
  const definition = { ...before, forms: [aForm('payment', [name, money('amount')])] }
  const made = await installWorkspace(database, { key: 'huge', name: 'H', definition, now })
  if (!made.ok) throw new Error(made.problem)
  await database.query(
    q(
      `insert into ws_huge.payment (id, created_at, updated_at, amount) values ('${id(1)}', now(), now(), 999999999999999999)`,
    ),
  )
  const square = formula('square', { mul: [{ var: 'amount' }, { var: 'amount' }] })
  const next = { ...definition, forms: [aForm('payment', [name, money('amount'), square])] }
  const request = { by: null, changes: [], now, definition: next, base: 1 }
  expect(await publish(database, made.workspace, request)).toEqual({
    ok: false,
    problem: 'publish-failed',
    reason: 'calculation',
  })
})
