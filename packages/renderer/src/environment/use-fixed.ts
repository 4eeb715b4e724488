import { useCallback } from 'react'
import { useLatest } from './use-latest.ts'

/** A callback that stays the same and does what the newest one does. */
export function useFixed<Args extends unknown[], T>(callback: (...args: Args) => T): (...args: Args) => T {
  const latest = useLatest(callback)
  return useCallback((...args: Args) => latest.current(...args), [latest])
}
