import { checkDefinition, indexDefinition } from '@pipewright/metadata'
import { aForm, aMoneyField, aRelationField, aTextField, anApp } from '@pipewright/metadata/builders'
import type { AppDefinition, Field } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { newField } from '../tree/new-field.ts'
import { firstSearch, matchOperators, ownValues, searchChanges } from './search-choices.ts'

const price = aForm({
  key: 'price',
  fields: [aTextField(), aMoneyField(), aRelationField({ key: 'order', form: 'order' })],
})
const withField = (...fields: Field[]): AppDefinition =>
  anApp({ forms: [aForm({ key: 'order', fields: [aTextField(), aMoneyField(), ...fields] }), price] })

test('a new lookup without a relation to follow searches by what both forms have, and is valid at once', () => {
  const plain = withField()
  const [order] = plain.forms
  if (order === undefined) throw new Error('no form')
  const field = newField(plain, order, 'lookup')
  expect(field).toMatchObject({
    find: {
      form: 'price',
      field: 'name',
      where: [{ field: 'order', operator: 'eq', value: { var: 'id' } }],
    },
    resultType: 'text',
  })
  expect(checkDefinition(withField(field))).toEqual([])
})

test('another shown field brings its looks with it, and the way over relations goes', () => {
  const index = indexDefinition(withField())
  const start = firstSearch(index, { form: 'order' }, 'price')?.find
  if (start === undefined) throw new Error('no search')
  expect(searchChanges(index, { ...start, field: 'amount' })).toMatchObject({
    path: undefined,
    resultType: 'money',
    currency: 'CNY',
    find: { field: 'amount' },
  })
  expect(searchChanges(index, { ...start, field: 'none' })).toBeUndefined()
})

test('only values that fit are offered, and what has no order is not more or less', () => {
  const index = indexDefinition(withField())
  const offered = (key: string) => {
    const compared = index.field('price', key)?.field
    if (compared === undefined) throw new Error('no field')
    const words = { locale: 'en', self: 'This record' } as const
    return [
      ownValues(index, { form: 'order' }, compared, words).map(({ name }) => name),
      matchOperators(compared),
    ]
  }
  expect(offered('amount')).toEqual([
    ['amount'],
    ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'isEmpty', 'notEmpty'],
  ])
  expect(offered('order')).toEqual([['id'], ['eq', 'ne', 'isEmpty', 'notEmpty']])
})
