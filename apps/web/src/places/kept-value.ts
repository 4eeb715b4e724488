import { useSyncExternalStore } from 'react'
import { browserStorage } from './browser-storage.ts'

/** A small value of this browser, kept in localStorage and the same in every component and tab that shows it. */
export interface KeptValue<T> {
  readonly read: (key: string) => T
  readonly write: (key: string, value: T) => void
  readonly use: (key: string) => T
}

export function keptValue<T>(prefix: string, empty: T, fits: (value: unknown) => value is T): KeptValue<T> {
  const listeners = new Set<() => void>()
  const known = new Map<string, { readonly text: string | null; readonly value: T }>()
  const parse = (text: string | null): T => {
    try {
      const value: unknown = JSON.parse(text ?? 'null')
      return fits(value) ? value : empty
    } catch {
      return empty
    }
  }
  // The same text answers the same object: React compares by identity.
  const read = (key: string): T => {
    const text = browserStorage.getItem(prefix + key)
    const before = known.get(key)
    if (before !== undefined && before.text === text) return before.value
    const value = parse(text)
    known.set(key, { text, value })
    return value
  }
  const listen = (listener: () => void) => {
    listeners.add(listener)
    window.addEventListener('storage', listener)
    return () => {
      listeners.delete(listener)
      window.removeEventListener('storage', listener)
    }
  }
  return {
    read,
    write: (key, value) => {
      try {
        browserStorage.setItem(prefix + key, JSON.stringify(value))
      } catch {
        // A full or forbidden storage costs the convenience, never the work.
      }
      for (const listener of listeners) listener()
    },
    use: (key) => useSyncExternalStore(listen, () => read(key)),
  }
}
