import fc from 'fast-check'
import type { statisticsOperations } from '../../operations/statistics/index.ts'
import { date, number } from './use.ts'
import type { Use, UsesOf } from './use.ts'
import { someDate, someNumber } from './values.ts'

const quantities = fc.constant({ var: 'lines.quantity' })
const overNumbers = number(
  (t) => [t.number, t.number],
  (t) => [t.numbers],
  () => [quantities],
  (t) => [quantities, t.number],
)
const extremes = [...overNumbers, ...date((t) => [t.days])]
const place = number(
  (t) => [t.numbers, fc.integer({ min: -1, max: 4 })],
  (t) => [quantities, t.number],
)
const share = fc.constantFrom(0, 0.25, 0.333, 0.5, 0.9, 1, 1.5, -1)
const pairs = number(
  (t) => [t.numbers, t.numbers],
  () => [quantities, quantities],
)
const sign = fc.constantFrom('=', '<>', '<', '<=', '>', '>=')
const equality = fc.constantFrom('=', '<>')
const compared: readonly Use[] = number(
  (t) => [t.numbers, sign, t.number],
  () => [quantities, sign, someNumber],
)

export const statisticsUses: UsesOf<typeof statisticsOperations> = {
  sum: overNumbers,
  minimum: extremes,
  maximum: extremes,
  avg: overNumbers,
  count: [...overNumbers, ...number((t) => [t.texts])],
  median: overNumbers,
  mode: overNumbers,
  product: overNumbers,
  sumSquares: overNumbers,
  variance: overNumbers,
  varianceAll: overNumbers,
  deviation: overNumbers,
  deviationAll: overNumbers,
  large: place,
  small: place,
  rank: number(
    (t) => [t.number, t.numbers],
    (t) => [t.number, quantities],
  ),
  percentile: number(
    (t) => [t.numbers, share],
    () => [quantities, share],
    (t) => [quantities, t.number],
  ),
  quartile: number(
    (t) => [t.numbers, fc.integer({ min: -1, max: 5 })],
    (t) => [quantities, t.number],
  ),
  sumProduct: pairs,
  weightedAverage: pairs,
  completeness: number(
    (t) => [t.text, t.number, t.date],
    (t) => [t.texts, t.text],
    (t) => [quantities, t.boolean, t.number],
  ),
  countEmpty: number(
    (t) => [t.text, t.number],
    (t) => [quantities, t.date],
  ),
  countDistinct: number(
    (t) => [t.texts],
    (t) => [t.numbers],
    (t) => [t.days],
  ),
  countIf: [
    ...compared,
    ...number(
      (t) => [t.texts, equality, t.text],
      (t) => [t.days, sign, t.date],
    ),
  ],
  sumIf: [...compared, ...number(() => [fc.constant({ var: 'lines.day' }), sign, someDate, quantities])],
  averageIf: [...compared, ...number((t) => [t.days, sign, t.date, quantities])],
}
