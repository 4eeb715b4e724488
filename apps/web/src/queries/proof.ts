import { useSyncExternalStore } from 'react'

let asked: PromiseWithResolvers<boolean> | null = null
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

/** Asks for the password once for all that waits for it; whether it was given. */
export function askProof(): Promise<boolean> {
  if (asked === null) {
    asked = Promise.withResolvers()
    tell()
  }
  return asked.promise
}

/** What became of the question. */
export function answerProof(isGiven: boolean): void {
  asked?.resolve(isGiven)
  asked = null
  tell()
}

function onChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useProofAsked = (): boolean => useSyncExternalStore(onChange, () => asked !== null)
