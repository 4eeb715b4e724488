import type { AppDefinition, Edit } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { aForeignMoneyField, aForm, aMoneyField, anApp } from './builders.ts'
import { diffDefinitions } from './diff/diff-definitions.ts'
import { applyEdits } from './edits/apply-edit.ts'
import { fillCurrency } from './fill-currency.ts'
import { usedCurrencies, workspaceCurrency } from './workspace-currency.ts'

const bare = anApp({ forms: [aForm()] })
const amounts = anApp({
  forms: [
    aForm({
      fields: [...aForm().fields, aMoneyField({ currency: 'USD' }), aForeignMoneyField({ home: 'EUR' })],
    }),
  ],
})

test.each<[string, AppDefinition, string]>([
  ['as it is set', { ...amounts, currency: 'GBP' }, 'GBP'],
  ['else what totals count in', amounts, 'EUR'],
  [
    'else what the first amount is in',
    anApp({ forms: [aForm({ fields: [aMoneyField({ currency: 'USD' })] })] }),
    'USD',
  ],
  ['else the usual one', bare, 'CNY'],
])('the currency of a workspace is %s', (_, app, currency) => {
  expect(workspaceCurrency(app)).toBe(currency)
})

const label = { en: 'Amount' }
const form = { ...aForm({ key: 'bill' }), fields: [...aForm().fields, { type: 'money', key: 'sum', label }] }

test('amounts that say no currency count in that of the workspace, also inside rows', () => {
  const rows = { type: 'lineItems', key: 'rows', label, fields: [{ type: 'money', key: 'price', label }] }
  const own = { type: 'money', key: 'own', label, currency: 'JPY' }
  const add = (field: object) => ({ type: 'addField', form: 'deal', field, section: 'main', index: 0 })
  const filled = fillCurrency({ ...bare, currency: 'EUR' }, [
    add({ type: 'foreignMoney', key: 'any', label }),
    add(rows),
    add(own),
    { type: 'setCurrency', currency: 'GBP' },
    { type: 'addForm', form, rights: [] },
    'no edit at all',
  ])
  expect(filled).toMatchObject([
    { field: { currency: 'EUR', home: 'EUR' } },
    { field: { fields: [{ currency: 'EUR' }] } },
    { field: { currency: 'JPY' } },
    {},
    {
      form: {
        fields: expect.arrayContaining([{ type: 'money', key: 'sum', label, currency: 'GBP' }]) as unknown,
      },
    },
    'no edit at all',
  ])
})

test('setting it changes no field, is told of, and can be taken back', () => {
  const edit: Edit = { type: 'setCurrency', currency: 'GBP' }
  const result = applyEdits(amounts, [edit])
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  expect(result.definition).toEqual({ ...amounts, currency: 'GBP' })
  expect(usedCurrencies(result.definition)).toEqual(usedCurrencies(amounts))
  expect(diffDefinitions(amounts, result.definition)).toEqual([
    { type: 'currencyChanged', before: 'EUR', after: 'GBP' },
  ])
  const back = applyEdits(result.definition, result.inverse)
  expect(back).toMatchObject({ definition: amounts })
  expect('definition' in back && 'currency' in back.definition).toBe(false)
})
