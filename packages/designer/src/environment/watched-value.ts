import { useSyncExternalStore } from 'react'

/**
 * A value that parts of the designer watch one by one: what does not read it is not drawn again when it changes, and who
 * reads a part of it only when that part does.
 */
export interface WatchedValue<T> {
  read(): T
  write(next: T): void
  subscribe(listener: () => void): () => void
}

export function createWatchedValue<T>(first: T): WatchedValue<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    read: () => value,
    write(next) {
      if (Object.is(value, next)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A part of the value; it has to be the same object as long as nothing changed. */
export function useWatched<T, P>({ subscribe, read }: WatchedValue<T>, part: (value: T) => P): P {
  const pick = () => part(read())
  return useSyncExternalStore(subscribe, pick, pick)
}
