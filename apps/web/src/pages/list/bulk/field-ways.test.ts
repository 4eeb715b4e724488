import type { Field } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { changeOf, waysOf, type Told } from './field-ways.ts'

const field = (type: string, more = {}) => ({ type, key: 'x', label: { en: 'X' }, ...more }) as Field
const told = (more: Partial<Told>): Told => ({
  field: field('tags'),
  way: 'add',
  value: null,
  expression: undefined,
  ...more,
})

test('a list is added to before it is replaced, what is required is not emptied, and parts are not calculated', () => {
  expect(waysOf(field('tags'))).toEqual(['add', 'remove', 'set', 'calculate', 'clear'])
  expect(waysOf(field('text', { required: true }))).toEqual(['set', 'calculate'])
  expect(waysOf(field('address'))).toEqual(['set', 'clear'])
})

test('a change is whole once there is something to change to', () => {
  expect(changeOf(told({}))).toBeUndefined()
  expect(changeOf(told({ value: ['a'] }))).toEqual({ field: 'x', way: 'add', values: ['a'] })
  expect(changeOf(told({ way: 'calculate' }))).toBeUndefined()
  expect(changeOf(told({ way: 'calculate', expression: 1 }))).toMatchObject({ expression: 1 })
  expect(changeOf(told({ way: 'clear' }))).toEqual({ field: 'x', way: 'clear' })
})
