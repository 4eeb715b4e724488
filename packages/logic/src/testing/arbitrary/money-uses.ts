import fc from 'fast-check'
import type { Expression } from '../../expression.ts'
import type { moneyOperations } from '../../operations/money/index.ts'
import { number } from './use.ts'
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

export const moneyUses: UsesOf<typeof moneyOperations> = {
  payment: annuity,
  futureValue: annuity,
  presentValue: annuity,
  netAmount: tax,
  taxAmount: tax,
  installment: number(
    (t) => [t.number, smallNumber, smallNumber],
    (t) => [t.number, t.number, smallNumber],
  ),
}
