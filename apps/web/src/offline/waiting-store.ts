import { useSyncExternalStore } from 'react'
import { onShelf } from './device-store.ts'
import type { Waiting, WaitingStore } from './waiting.ts'

const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('pipewright-waiting') : null
const listeners = new Set<() => void>()
let known: readonly Waiting[] = []
let isKnown = false

async function readAgain(): Promise<void> {
  isKnown = true
  known = await onShelf('waiting', 'readonly', (shelf, read) => read<Waiting[]>(shelf.getAll()))
  for (const listener of listeners) listener()
}

tabs?.addEventListener('message', () => void readAgain().catch(() => undefined))

async function write<T>(act: Parameters<typeof onShelf<T>>[2]): Promise<T> {
  const result = await onShelf('waiting', 'readwrite', act)
  tabs?.postMessage('changed')
  await readAgain()
  return result
}

/** What waits, in the database of this browser. */
export const waitingStore: WaitingStore = {
  list: async (owner) => {
    await readAgain()
    return known.filter((entry) => entry.owner === owner)
  },
  add: (entry) => write(async (shelf) => void shelf.add(entry)),
  put: (entry) =>
    write(async (shelf, read) => {
      if ((await read(shelf.getKey(entry.id))) === undefined) return false
      shelf.put(entry)
      return true
    }),
  settle: (id, change) =>
    write(async (shelf, read) => {
      shelf.delete(id)
      for (const rest of await read<Waiting[]>(shelf.getAll())) {
        const next = change(rest)
        if (next !== rest) shelf.put(next)
      }
    }),
}

/** Whatever waits in this browser; whose it is stands in each. */
export function useAllWaiting(): readonly Waiting[] {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      if (!isKnown) void readAgain().catch(() => undefined)
      return () => listeners.delete(listen)
    },
    () => known,
  )
}
