import { isSameJson } from '../same-json.ts'

interface Pairs<T> {
  added: T[]
  removed: T[]
  changed: { before: T; after: T }[]
}

/** Pairs two lists by key; what is equal on both sides is left out. */
export function compareByKey<T extends { key: string }>(
  before: readonly T[] = [],
  after: readonly T[] = [],
): Pairs<T> {
  const old = new Map(before.map((item) => [item.key, item]))
  const now = new Set(after.map((item) => item.key))
  const changed = after.flatMap((item) => {
    const was = old.get(item.key)
    return was === undefined || isSameJson(was, item) ? [] : [{ before: was, after: item }]
  })
  return {
    added: after.filter((item) => !old.has(item.key)),
    removed: before.filter((item) => !now.has(item.key)),
    changed,
  }
}

/** Names of the properties in which two objects differ. */
export function differingProperties<T extends object>(before: T, after: T): (keyof T)[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof T>
  return [...names].filter((name) => !isSameJson(before[name], after[name]))
}
