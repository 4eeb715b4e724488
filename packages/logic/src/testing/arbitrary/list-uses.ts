import fc from 'fast-check'
import type { listOperations } from '../../operations/list/index.ts'
import { date, days, flag, number, numbers, text, texts } from './use.ts'
import type { Use, UsesOf } from './use.ts'
import { filledText, smallNumber } from './values.ts'

const same: readonly Use[] = [
  ...texts((t) => [t.texts]),
  ...numbers((t) => [t.numbers]),
  ...days((t) => [t.days]),
]
const cut: readonly Use[] = [
  ...texts((t) => [t.texts, smallNumber]),
  ...numbers((t) => [t.numbers, fc.oneof(smallNumber, t.number)]),
]
const element: readonly Use[] = [
  ...text((t) => [t.texts]),
  ...number((t) => [t.numbers]),
  ...date((t) => [t.days]),
]
const both: readonly Use[] = [
  ...texts((t) => [t.texts, t.texts]),
  ...numbers((t) => [t.numbers, t.numbers]),
  ...days((t) => [t.days, t.days]),
]
const order = fc.constantFrom('asc', 'desc')

export const listUses: UsesOf<typeof listOperations> = {
  listContains: flag(
    (t) => [t.texts, t.text],
    (t) => [t.numbers, t.number],
    (t) => [t.days, t.date],
  ),
  unique: same,
  sort: [...same, ...texts((t) => [t.texts, order]), ...numbers((t) => [t.numbers, order])],
  first: element,
  last: element,
  elementAt: [
    ...text((t) => [t.texts, smallNumber]),
    ...number((t) => [t.numbers, fc.oneof(smallNumber, t.number)]),
  ],
  take: cut,
  skip: cut,
  split: texts(
    (t) => [t.text, t.text],
    (t) => [t.text, fc.constantFrom('a', ' ', '中')],
    () => [
      fc.constantFrom('a,b', 'a,,𠮷,', ',').map((list) => ({ concat: [{ var: 'name' }, list] })),
      filledText,
    ],
  ),
  intersect: both,
  except: both,
  union: both,
}
