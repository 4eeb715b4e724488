import fc from 'fast-check'
import type { Expression } from '../../expression.ts'
import type { moneyOperations } from '../../operations/money/index.ts'
import { number, text } from './use.ts'
import type { UsesOf } from './use.ts'
import { smallNumber } from './values.ts'

const rate = fc.constantFrom<Expression>(0, 0.005, '0.0000000001', -0.02, 1, 0.1, -1, 1.01)
const periods = fc.oneof(fc.integer({ min: -1, max: 40 }), fc.constantFrom(360, 600, 601, 1.5))
const annuity = number(
  (t) => [rate, periods, t.number],
  (t) => [rate, periods, t.number, t.number],
  (t) => [t.number, t.number, t.number],
)
const tax = number(
  (t) => [t.number, t.number],
  (t) => [t.number, fc.constantFrom(0, 3, 6, 13, -100)],
)

const ratios = fc.array(fc.constantFrom(0, 1, 2, 0.5, 3.333, 7), { minLength: 1, maxLength: 5 })
const flows = fc
  .tuple(
    fc.integer({ min: 1, max: 1000 }),
    fc.array(fc.integer({ min: -50, max: 400 }), { minLength: 1, maxLength: 12 }),
  )
  .map(([paid, back]): Expression => [-paid, ...back])
const quantities = fc.constant<Expression>({ var: 'lines.quantity' })
const amounts = fc.constantFrom<Expression>(
  0,
  0.05,
  1.5,
  10,
  100_000_000,
  '1000050000.06',
  '1000000050000',
  '9999999999999999.99',
  '10000000000000000',
  -120_000.1,
)

export const moneyUses: UsesOf<typeof moneyOperations> = {
  amount: text(
    (t) => [t.number],
    (t) => [t.number, fc.constantFrom('USD', 'CNY', '')],
    (t) => [t.number, t.text],
  ),
  payment: annuity,
  futureValue: annuity,
  presentValue: annuity,
  internalRate: number(
    () => [flows],
    (t) => [
      fc
        .tuple(fc.integer({ min: -900, max: 900 }), t.number)
        .map(([first, rest]): Expression => [first, rest]),
    ],
    (t) => [t.numbers],
    () => [quantities],
  ),
  netPresentValue: number(
    (t) => [rate, t.numbers],
    () => [rate, quantities],
  ),
  allocate: number(
    (t) => [t.number, ratios, smallNumber],
    (t) => [t.number, quantities, fc.integer({ min: 0, max: 4 })],
    (t) => [t.number, t.numbers, smallNumber],
  ),
  amountInWords: text(
    (t) => [t.number],
    () => [amounts],
    () => [amounts.map((amount) => ({ add: [amount, { var: 'amount' }] }))],
  ),
  netAmount: tax,
  taxAmount: tax,
  installment: number(
    (t) => [t.number, smallNumber, smallNumber],
    (t) => [t.number, t.number, smallNumber],
  ),
}
