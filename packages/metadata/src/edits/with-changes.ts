type Changes<T> = { readonly [K in keyof T]?: T[K] | null }

/** The object with new values; null takes a property away, undefined leaves it. */
export function withChanges<T extends object>(object: T, changes: Changes<T>): T {
  const merged = Object.entries({ ...object, ...changes }).filter(([key, value]) =>
    value === undefined ? false : value !== null || !(key in changes),
  )
  const kept = Object.entries(object).filter(
    ([key]) => key in changes && changes[key as keyof T] === undefined,
  )
  return Object.fromEntries([...merged, ...kept]) as T
}

/** The changes that take `withChanges` back: the old values, null for what was not there. */
export function oldValues<T extends object>(object: T, changes: Changes<T>): Changes<T> {
  const keys = Object.keys(changes) as (keyof T)[]
  const old = keys
    .filter((key) => changes[key] !== undefined)
    .map((key) => [key, object[key] ?? null] as const)
  return Object.fromEntries(old) as Changes<T>
}
