import { expect, test } from 'vitest'
import { readAmount } from './read-amount.ts'

const known = ['USD', 'CNY', 'EUR', 'JPY', 'HKD']

test.each([
  ['USD 1,200.00', '1200', 'USD'],
  ['1200 usd', '1200', 'USD'],
  ['US$1,200.5', '1200.5', 'USD'],
  ['$12', '12', 'USD'],
  ['HK$ 8.00', '8', 'HKD'],
  ['¥1,200', '1200', 'CNY'],
  ['￥１，２００', '1200', 'CNY'],
  ['JP¥1200', '1200', 'JPY'],
  ['1.2万美元', '12000', 'USD'],
  ['人民币3元', '3', 'CNY'],
  ['RMB 7', '7', 'CNY'],
  ['(€5.50)', '-5.5', 'EUR'],
  ['-£3', '-3', 'GBP'],
  ['42', '42', null],
])('reads %s', (text, amount, currency) => {
  expect(readAmount(text, '.', known)).toEqual({ amount, currency })
})

test('a sign that currencies share means the first of the field that has it', () => {
  expect(readAmount('$5', '.', ['HKD', 'USD'])).toEqual({ amount: '5', currency: 'HKD' })
  expect(readAmount('¥5', '.', ['JPY'])).toEqual({ amount: '5', currency: 'JPY' })
})

test.each(['', 'USD', 'about 5 USD', '1,20 USD', '5 USD EUR'])('%j is no amount', (text) => {
  expect(readAmount(text, '.', known)).toBeUndefined()
})
