import { useSyncExternalStore } from 'react'

let ended: PromiseWithResolvers<void> | null = null
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

/** The session of the person on this page is over, while the page with what was typed stays open. */
export function sayEnded(): void {
  if (ended !== null) return
  ended = Promise.withResolvers()
  tell()
}

/** The same person is signed in again: what waited for that goes on. */
export function sayBack(): void {
  ended?.resolve()
  ended = null
  tell()
}

/** Until the same person is signed in again; at once where she never was signed out. */
export const untilBack = (): Promise<void> => ended?.promise ?? Promise.resolve()

function onChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useEnded = (): boolean => useSyncExternalStore(onChange, () => ended !== null)
