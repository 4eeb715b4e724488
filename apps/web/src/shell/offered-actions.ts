import { useEffect, useSyncExternalStore } from 'react'

/** What can be done on the page that is open. */
export interface OfferedAction {
  readonly key: string
  readonly icon: string
  readonly title: string
  readonly run: () => void
}

const nothing: readonly OfferedAction[] = []
let offered = nothing
const listeners = new Set<() => void>()

function tell(next: readonly OfferedAction[]): void {
  offered = next
  for (const listener of listeners) listener()
}

/** Lets the palette offer what the page offers, as long as it is open. */
export function useOfferActions(actions: readonly OfferedAction[]): void {
  useEffect(() => {
    tell(actions)
    return () => tell(nothing)
  })
}

export const useOfferedActions = (): readonly OfferedAction[] =>
  useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    () => offered,
  )
