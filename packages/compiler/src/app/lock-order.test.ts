import {
  aForm,
  aLookupField,
  aMoneyField,
  aRelationField,
  aRelationsField,
  aRollupField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import type { Form } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { compileApp } from './compile-app.ts'

const region = aForm({ key: 'region', fields: [aTextField(), aTextField({ key: 'code' })] })
const account = (total: boolean): Form =>
  aForm({
    key: 'account',
    fields: [
      aTextField(),
      ...(total
        ? [
            aRollupField({
              key: 'total',
              form: 'deal',
              relation: 'account',
              function: 'sum',
              field: 'amount',
              scale: 2,
            }),
          ]
        : []),
    ],
  })
const deal = (looksUp: boolean): Form =>
  aForm({
    key: 'deal',
    fields: [
      aTextField(),
      aTextField({ key: 'note' }),
      aRelationField(),
      aRelationsField({ key: 'regions', form: 'region' }),
      aMoneyField(),
      ...(looksUp ? [aLookupField({ key: 'customer', path: 'account.name', resultType: 'text' })] : []),
    ],
  })

const orderOf = (total: boolean, looksUp: boolean) =>
  compileApp(anApp({ forms: [region, account(total), deal(looksUp)] }), 1).lockOrders.get('deal')

test('a record that is summed up by the one it shows values of is written after that one is held', () => {
  expect(orderOf(true, true)?.ahead).toEqual([
    { table: 'account', changes: true, paths: [[{ key: 'account', table: 'deal', link: undefined }]] },
  ])
})

test('a record that only shows values of another holds it as one that reads', () => {
  expect(orderOf(false, true)?.ahead.map(({ table, changes }) => [table, changes])).toEqual([
    ['account', false],
  ])
})

test.each([
  ['only summed up', true, false],
  ['neither summed up nor showing values', false, false],
])('a record that is %s holds nothing first', (_name, total, looksUp) => {
  expect(orderOf(total, looksUp)?.ahead).toEqual([])
})

test('fields that nothing follows do not need what is above', () => {
  const inert = orderOf(true, true)?.inert
  expect(inert?.has('note')).toBe(true)
  expect(inert?.has('amount')).toBe(false)
  expect(inert?.has('account')).toBe(false)
})
