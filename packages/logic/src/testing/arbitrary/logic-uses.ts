import fc from 'fast-check'
import type { Expression } from '../../expression.ts'
import type { logicOperations } from '../../operations/logic/index.ts'
import { OTHER_DEPARTMENT } from '../sample-form.ts'
import { flag, number, ofEvery, text } from './use.ts'
import type { UsesOf } from './use.ts'
import { smallNumber } from './values.ts'

export const logicUses: UsesOf<typeof logicOperations> = {
  and: flag((t) => [t.boolean, t.boolean]),
  or: flag((t) => [t.boolean, t.boolean]),
  '!': flag((t) => [t.boolean]),
  xor: flag(
    (t) => [t.boolean, t.boolean],
    (t) => [t.boolean, t.boolean, t.boolean],
  ),
  if: ofEvery((tie, t) => [t.boolean, tie, tie]),
  coalesce: ofEvery((tie) => [tie, tie]),
  switch: [
    ...ofEvery((tie, t) => [t.text, fc.constantFrom('a', '中'), tie, t.text, tie, tie]),
    ...text(
      (t) => [t.boolean, t.boolean, t.text, t.text],
      (t) => [t.date, t.date, t.text],
    ),
    ...number((t) => [t.number, t.number, t.number, smallNumber, t.number]),
  ],
  choose: ofEvery((tie, t) => [fc.oneof(smallNumber, t.number), tie, tie]),
  isMe: flag(
    () => [fc.constant<Expression>({ var: 'owner' })],
    () => [fc.constant<Expression>([{ var: 'owner' }, { var: '$me' }])],
    (t) => [t.boolean.map((open): Expression => ({ if: [open, { var: 'owner' }, { var: '$me' }] }))],
  ),
  inDepartment: flag(
    () => [fc.constant<Expression>({ var: 'branch' })],
    () => [fc.constant<Expression>([{ var: 'branch' }, OTHER_DEPARTMENT])],
  ),
  hasRole: flag(
    () => [fc.constantFrom('manager', 'sales', '')],
    (t) => [t.boolean.map((open): Expression => ({ if: [open, 'manager', 'sales'] }))],
    (t) => [t.text],
  ),
  emptyIf: [...number((t) => [t.number, t.number]), ...text((t) => [t.text, t.text])],
}
