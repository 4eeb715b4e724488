import fc from 'fast-check'
import type { statisticsOperations } from '../../operations/statistics/index.ts'
import { date, number } from './use.ts'
import type { UsesOf } from './use.ts'

const quantities = fc.constant({ var: 'lines.quantity' })
const overNumbers = number(
  (t) => [t.number, t.number],
  (t) => [t.numbers],
  () => [quantities],
)
const extremes = [...overNumbers, ...date((t) => [t.days])]

export const statisticsUses: UsesOf<typeof statisticsOperations> = {
  sum: [...overNumbers, ...number((t) => [quantities, t.number])],
  minimum: extremes,
  maximum: extremes,
  avg: overNumbers,
  count: [...overNumbers, ...number((t) => [t.texts])],
}
