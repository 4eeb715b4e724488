import type { EvaluationContext } from './operation.ts'
import { contextType } from './scope.ts'
import type { Value } from './value.ts'

function ownProperty(value: Value, name: string): Value | undefined {
  if (value === null || !Object.hasOwn(Object(value) as object, name)) return undefined
  return (value as unknown as { readonly [key: string]: Value })[name] ?? null
}

function isRecord(value: Value): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const isRows = (value: Value): value is readonly Value[] => Array.isArray(value) && value.every(isRecord)

/** Rows inside rows, one after the other; null where they are none. */
function innerRows(value: Value): readonly Value[] | null {
  if (!Array.isArray(value) || !value.some(Array.isArray)) return null
  return value.every((inner: Value) => inner === null || isRows(inner))
    ? value.flatMap((inner: Value) => inner ?? [])
    : null
}

/**
 * A name after a list of rows means that field of every row; after rows inside rows, of every one of those. Where a row has
 * nothing there, as no amount of which a part is asked for, it has no part either.
 */
function descend(given: Value, name: string): Value | undefined {
  const value = innerRows(given) ?? given
  const isList = Array.isArray(value) && value.every((row: Value) => row === null || isRecord(row))
  if (!isList || /^\d+$/.test(name)) return ownProperty(value, name)
  return value.map((row: Value) => ownProperty(row, name) ?? null)
}

/**
 * Reads own properties only, so no path reaches into the runtime. A key that holds the whole dotted path wins:
 * values fetched through a relation may lie beside the record as `{"account": id, "account.industry": …}`.
 */
function readPath(data: Value, path: readonly string[]): Value | undefined {
  if (path.length > 1) {
    const whole = isRecord(data) ? ownProperty(data, path.join('.')) : undefined
    if (whole !== undefined) return whole
  }
  let value: Value | undefined = data
  for (const name of path) {
    if (value === undefined || value === null) return undefined
    value = descend(value, name)
  }
  return value
}

/** A value of several parts (an address, a period) stands for the whole of it in one line. */
export function asText(value: Value): Value {
  const text = isRecord(value) ? ownProperty(value, 'text') : undefined
  return typeof text === 'string' ? text : value
}

/** What lies at a path of the context or of the data; a key `$me` in the data never stands for the member. */
export function readWhole(
  data: Value,
  context: EvaluationContext,
  path: readonly string[],
): Value | undefined {
  if (!contextType(path)) return readPath(data, path)
  const values = {
    $me: context.me,
    $department: context.department,
    $team: context.team ?? [],
    $departments: context.departments ?? [],
    $today: context.today,
    $now: context.now,
  }
  return values[path[0] as keyof typeof values] ?? null
}

/** The same as expressions see it. */
export function readVariable(
  data: Value,
  context: EvaluationContext,
  path: readonly string[],
): Value | undefined {
  const value = readWhole(data, context, path)
  return value === undefined ? undefined : asText(value)
}
