import fc from 'fast-check'
import type { Expression } from '../../expression.ts'
import type { numberOperations } from '../../operations/number/index.ts'
import { flag, number } from './use.ts'
import type { UsesOf } from './use.ts'
import { smallNumber, someDigits, someNumber } from './values.ts'

const one = number((t) => [t.number])
const two = number((t) => [t.number, t.number])
const rounding = number(
  (t) => [t.number],
  (t) => [t.number, someDigits],
)
const multiples = number(
  (t) => [t.number, t.number],
  (t) => [t.number, fc.oneof(smallNumber, someNumber)],
)

const degree = fc.constantFrom<Expression>(
  0,
  '22.543096',
  '-33.8688',
  '89.999999',
  -90,
  '179.5',
  '-179.5',
  91,
)
const metres = fc.constantFrom<Expression>(0, 500, '1067312', 30000000)

export const numberUses: UsesOf<typeof numberOperations> = {
  add: number(
    (t) => [t.number, t.number],
    (t) => [t.number, t.number, t.number],
  ),
  sub: two,
  mul: number(
    (t) => [t.number, t.number],
    (t) => [t.number, t.number, t.number],
  ),
  div: two,
  distance: number(
    () => [degree, degree, degree, degree],
    (t) => [t.number, degree, degree, t.number],
  ),
  mod: two,
  neg: one,
  abs: one,
  sign: one,
  int: one,
  even: one,
  odd: one,
  round: rounding,
  roundUp: rounding,
  roundDown: rounding,
  roundEven: rounding,
  ceiling: multiples,
  floor: multiples,
  mround: multiples,
  quotient: two,
  gcd: two,
  lcm: two,
  clamp: number((t) => [t.number, t.number, t.number]),
  power: number(
    (t) => [t.number, smallNumber],
    (t) => [fc.oneof(t.number, someNumber), fc.constantFrom(0.5, -0.5, 1.5, 100, 101)],
    (t) => [someNumber, t.number],
  ),
  sqrt: one,
  exp: number(
    (t) => [t.number],
    () => [fc.oneof(smallNumber, someNumber).map((value) => ({ add: [value, { var: 'cost' }] }))],
  ),
  ln: one,
  logarithm: number(
    (t) => [t.number],
    (t) => [t.number, smallNumber],
    (t) => [t.number, t.number],
  ),
  withinMetres: flag(() => [degree, degree, degree, degree, metres]),
}
