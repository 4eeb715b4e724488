import type { Arbitrary } from 'fast-check'
import type { Expression } from '../../expression.ts'

/** What expressions answer; the last three are lists. */
export type Kind = 'number' | 'text' | 'boolean' | 'date' | 'dateTime' | 'texts' | 'numbers' | 'days'

export type Ties = { readonly [K in Kind]: Arbitrary<Expression> }

/** One way to use an operation: arbitraries of its arguments, and the kind of its answer. */
export interface Use {
  readonly kind: Kind
  readonly args: (ties: Ties) => readonly Arbitrary<Expression>[]
}

type Args = Use['args']

function uses(kind: Kind, args: readonly Args[]): Use[] {
  return args.map((each) => ({ kind, args: each }))
}

export const number = (...args: readonly Args[]): Use[] => uses('number', args)
export const text = (...args: readonly Args[]): Use[] => uses('text', args)
export const flag = (...args: readonly Args[]): Use[] => uses('boolean', args)
export const date = (...args: readonly Args[]): Use[] => uses('date', args)
export const dateTime = (...args: readonly Args[]): Use[] => uses('dateTime', args)
export const texts = (...args: readonly Args[]): Use[] => uses('texts', args)
export const numbers = (...args: readonly Args[]): Use[] => uses('numbers', args)
export const days = (...args: readonly Args[]): Use[] => uses('days', args)

export const SCALARS = ['number', 'text', 'boolean', 'date', 'dateTime'] as const

/** The same use for every kind of single value, which is also its answer. */
export function ofEvery(
  args: (tie: Arbitrary<Expression>, ties: Ties) => readonly Arbitrary<Expression>[],
): Use[] {
  return SCALARS.map((kind) => ({ kind, args: (ties) => args(ties[kind], ties) }))
}

export type UsesOf<Group> = { readonly [N in keyof Group]: readonly Use[] }
