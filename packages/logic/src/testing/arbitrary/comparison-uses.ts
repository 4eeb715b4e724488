import fc from 'fast-check'
import type { Expression } from '../../expression.ts'
import type { comparisonOperations } from '../../operations/comparison/index.ts'
import { MEMBER, OTHER_MEMBER } from '../sample-form.ts'
import { SCALARS, flag } from './use.ts'
import type { Use, UsesOf } from './use.ts'
import { someDate, someInstant, someNumber, someNumbers, someTexts } from './values.ts'

const owner = fc.constant<Expression>({ var: 'owner' })
const ORDERED = ['number', 'date', 'dateTime'] as const

const equality: Use[] = [
  ...SCALARS.flatMap((kind) => flag((t) => [t[kind], t[kind]])),
  ...flag(
    (t) => [t.date, someDate],
    (t) => [t.dateTime, someInstant],
    (t) => [someNumber, t.number],
    () => [owner, fc.constantFrom<Expression>({ var: '$me' }, OTHER_MEMBER, null)],
  ),
]
const order: Use[] = [
  ...ORDERED.flatMap((kind) => flag((t) => [t[kind], t[kind]])),
  ...flag(
    (t) => [t.date, someDate],
    (t) => [t.dateTime, someInstant],
  ),
]
const membership: Use[] = flag(
  (t) => [t.text, someTexts],
  (t) => [t.number, someNumbers],
  (t) => [t.text, t.texts],
  (t) => [t.date, t.days],
  (t) => [t.number, t.numbers],
  () => [owner, fc.constantFrom<Expression>([MEMBER], { var: '$team' }, [{ var: '$me' }, OTHER_MEMBER])],
)
const emptiness: Use[] = [
  ...SCALARS.flatMap((kind) => flag((t) => [t[kind]])),
  ...flag(
    (t) => [t.texts],
    (t) => [t.numbers],
    () => [owner],
  ),
]
const search = flag((t) => [t.text, t.text])
const overlap = flag(
  (t) => [t.texts, someTexts],
  (t) => [fc.constant({ var: 'tags' }), t.texts],
)

export const comparisonUses: UsesOf<typeof comparisonOperations> = {
  eq: equality,
  ne: equality,
  lt: order,
  lte: order,
  gt: order,
  gte: order,
  between: ORDERED.flatMap((kind) => flag((t) => [t[kind], t[kind], t[kind]])),
  in: membership,
  notIn: membership,
  hasAny: overlap,
  hasAll: overlap,
  contains: search,
  startsWith: search,
  endsWith: search,
  isEmpty: emptiness,
  notEmpty: emptiness,
  exact: search,
  regexMatch: flag((t) => [t.text, fc.constantFrom('a', '^.$', '[中文]+', '(?i)B|\\d')]),
  isNumber: flag((t) => [t.text]),
  isEven: flag((t) => [t.number]),
  isOdd: flag((t) => [t.number]),
}
