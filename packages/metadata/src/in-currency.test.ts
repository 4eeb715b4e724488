import { expect, test } from 'vitest'
import { aForeignMoneyField, aForm, aMoneyField, aTextField, anApp } from './builders.ts'
import { currencyOfCountry } from './currencies.ts'
import { inCurrency } from './in-currency.ts'

const rows = {
  type: 'lineItems' as const,
  key: 'items',
  label: { en: 'Items' },
  fields: [aMoneyField({ key: 'each' }), aTextField({ key: 'note' })],
}
const fields = [
  aTextField(),
  aMoneyField(),
  aMoneyField({ key: 'abroad', currency: 'JPY' }),
  aForeignMoneyField({ currencies: ['CNY', 'JPY'] }),
  rows,
]

test('an app counts in another currency everywhere, and amounts in a further one stay in that', () => {
  const app = anApp({ forms: [aForm({ fields })] })
  const [form] = inCurrency(app, 'GBP').forms
  expect(form?.fields).toEqual([
    fields[0],
    { ...fields[1], currency: 'GBP' },
    fields[2],
    { ...fields[3], currency: 'GBP', home: 'GBP' },
    { ...rows, fields: [{ ...rows.fields[0], currency: 'GBP' }, rows.fields[1]] },
  ])
  expect(inCurrency(inCurrency(app, 'GBP'), 'CNY')).toEqual({ ...app, currency: 'CNY' })
})

test('an app without amounts, or in that currency already, only says in what it counts', () => {
  const bare = anApp({ forms: [aForm()] })
  expect(inCurrency(bare, 'GBP')).toEqual({ ...bare, currency: 'GBP' })
  const app = anApp({ forms: [aForm({ fields })] })
  expect(inCurrency(app, 'CNY')).toEqual({ ...app, currency: 'CNY' })
})

test.each([
  ['DE', 'EUR'],
  ['CN', 'CNY'],
  ['GB', 'GBP'],
  ['XX', undefined],
])('people in %s are paid in %s', (country, currency) => expect(currencyOfCountry(country)).toBe(currency))
