import { ANY, BOOLEAN, NUMBER, TEXT, listOf } from './value-type.ts'
import type { ValueType } from './value-type.ts'

/**
 * JSON Logic operators that run in json-logic-js exactly as they are, with the type of their answer. `and`, `or`, `!`,
 * `if`, `in` and `var` are part of the typed language; `log` is left out because a pure package has no output.
 */
const types: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ...['==', '===', '!=', '!==', '<', '<=', '>', '>=', '!!', 'all', 'some', 'none'].map(
    (name) => [name, BOOLEAN] as const,
  ),
  ...['+', '-', '*', '/', '%', 'min', 'max'].map((name) => [name, NUMBER] as const),
  ...['cat', 'substr'].map((name) => [name, TEXT] as const),
  ...['map', 'filter', 'merge', 'missing', 'missing_some'].map((name) => [name, listOf(ANY)] as const),
  ...['reduce', '?:'].map((name) => [name, ANY] as const),
])

export function standardType(name: string): ValueType | undefined {
  return types.get(name)
}

/** Operators that run their second argument once per element. */
export const LOOPS: ReadonlySet<string> = new Set(['map', 'filter', 'reduce', 'all', 'some', 'none'])
