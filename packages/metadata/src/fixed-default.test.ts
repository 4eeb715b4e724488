import type { Field } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { checkDefault } from './check/check-default.ts'
import { fixedDefault, fixedValue } from './fixed-default.ts'

const label = { en: 'Field' }
const address: Field = { type: 'address', key: 'field', label, country: 'CN' }
const home: Field = { ...address, abroad: false }
const period: Field = { type: 'dateRange', key: 'field', label, maxDays: 31 }
const place: Field = { type: 'location', key: 'field', label }
const price: Field = { type: 'foreignMoney', key: 'field', label, currency: 'CNY', home: 'CNY' }
const about: Field = { type: 'anyRelation', key: 'field', label, targets: [{ form: 'lead' }] }
const id = '0190a000-0000-7000-8000-000000000001'

const problemsOf = (field: Field, value: unknown) =>
  checkDefault({ ...field, default: value } as Field, []).map(({ code }) => code)

test.each<[Field, object, unknown]>([
  [address, { country: 'US' }, { address: ['US'] }],
  [address, { province: '浙江省' }, { address: ['', '浙江省'] }],
  [period, { start: '2026-01-01', end: '2026-01-31' }, { dateRange: ['2026-01-01', '2026-01-31'] }],
  [place, { latitude: '31.2', longitude: '121.4' }, { location: ['31.2', '121.4'] }],
  [price, { amount: '9.90', currency: 'USD' }, { amount: ['9.90', 'USD'] }],
  [about, { form: 'lead', id }, `lead:${id}`],
])('%o starts with %o', (field, value, expression) => {
  const made = fixedDefault(field, value)
  expect(made).toEqual(expression)
  expect(fixedValue(field, made)).toMatchObject(value)
  expect(problemsOf(field, made)).toEqual([])
})

test.each<[string, Field, unknown]>([
  ['a country that is none', address, { address: ['XX'] }],
  ['a country abroad where only the own one is meant', home, { address: ['US'] }],
  ['an end before the start', period, { dateRange: ['2026-01-02', '2026-01-01'] }],
  ['a day that is none', period, { dateRange: ['2026-02-29', '2026-03-01'] }],
  ['more days than may be', period, { dateRange: ['2026-01-01', '2026-02-01'] }],
  ['half a period', period, { dateRange: ['2026-01-01'] }],
  ['a latitude that is none', place, { location: [91, 0] }],
  ['more digits than the field keeps', price, { amount: ['1.001'] }],
  ['a currency that cannot be chosen', price, { amount: [1, 'XXX'] }],
  ['a record of another form', about, `account:${id}`],
  ['a record without its form', about, id],
  ['a text', address, 'Hangzhou'],
])('%s is no default', (_, field, value) => {
  expect(problemsOf(field, value)).toEqual(['wrong-default'])
})

test('what is calculated is no fixed value, and no fault of one', () => {
  const coming = { dateRange: [{ var: '$today' }, { dateAdd: [{ var: '$today' }, 30, 'day'] }] }
  expect(fixedValue(period, coming)).toBeUndefined()
  expect(problemsOf(period, coming)).toEqual([])
  expect(fixedDefault(period, null)).toBeUndefined()
})
