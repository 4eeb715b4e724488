import { useSyncExternalStore } from 'react'

/** When what the page shows was last loaded: the oldest part of it counts. */
let oldest: number | null = null
const listeners = new Set<() => void>()

function become(at: number | null): void {
  if (at === oldest) return
  oldest = at
  for (const listener of listeners) listener()
}

export const sayShownFrom = (at: number): void => become(oldest === null ? at : Math.min(oldest, at))

/** Another page, or the server is there again. */
export const shownAnew = (): void => become(null)

export function useShownFrom(): number | null {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    () => oldest,
  )
}
