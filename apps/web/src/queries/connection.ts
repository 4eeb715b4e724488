import { useSyncExternalStore } from 'react'

/** What the last attempts say about the way to the server; `back` is shown for a moment after an interruption. */
export type Connection = 'there' | 'lost' | 'back'

let state: Connection = navigator.onLine ? 'there' : 'lost'
const listeners = new Set<() => void>()
let calm: ReturnType<typeof setTimeout> | undefined
const shownFor = 4000

function become(next: Connection): void {
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}

export function sayLost(): void {
  clearTimeout(calm)
  become('lost')
}

export function sayThere(): void {
  if (state !== 'lost') return
  become('back')
  calm = setTimeout(() => become('there'), shownFor)
}

window.addEventListener('offline', sayLost)

export function useConnection(): Connection {
  return useSyncExternalStore(onConnection, () => state)
}

export const isLost = (): boolean => state === 'lost'

/** Hears of every change; for what goes on outside of components. */
export function onConnection(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
