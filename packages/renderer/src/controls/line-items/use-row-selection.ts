import { useCallback, useMemo, useRef, useState, type RefObject } from 'react'
import type { KeyedRows } from './row-changes.ts'

/** Rows that are picked to be changed together, by name. */
export interface RowSelection {
  readonly selected: ReadonlySet<string>
  /** Picks a row or lets it go; `far` takes the rows since the last one along. */
  one(position: number, isSelected: boolean, far: boolean): void
  all(isSelected: boolean): void
}

export function useRowSelection(state: RefObject<KeyedRows>, keys: readonly string[]): RowSelection {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef(0)
  const one = useCallback(
    (position: number, isSelected: boolean, far: boolean) => {
      const from = far ? Math.min(anchor.current, position) : position
      const to = far ? Math.max(anchor.current, position) : position
      anchor.current = position
      const names = state.current.keys.slice(from, to + 1)
      setPicked((before) => {
        const next = new Set(before)
        for (const name of names) {
          if (isSelected) next.add(name)
          else next.delete(name)
        }
        return next
      })
    },
    [state],
  )
  const all = useCallback(
    (isSelected: boolean) => setPicked(new Set(isSelected ? state.current.keys : [])),
    [state],
  )
  // Rows that are gone are not picked any more.
  const selected = useMemo(
    () => (picked.size === 0 ? picked : new Set(keys.filter((key) => picked.has(key)))),
    [picked, keys],
  )
  return useMemo(() => ({ selected, one, all }), [selected, one, all])
}
