import { useCallback, useRef } from 'react'
import { useLatest } from '../environment/use-latest.ts'
import type { RecordTableProps } from './record-table-props.ts'

export type SelectRow = (id: string, selected: boolean, range: boolean) => void

/** The records from one to another, in the order of the list. */
function between(rows: RecordTableProps['rows'], from: string, to: string): readonly string[] {
  const places = [from, to].map((id) => rows.findIndex((record) => record.id === id))
  if (places.includes(-1)) return [to]
  return rows.slice(Math.min(...places), Math.max(...places) + 1).map(({ id }) => id)
}

/** What ticking a box means: with the shift key everything from the one ticked before. */
export function useSelectRow({
  rows,
  selection,
  onSelect,
}: Pick<RecordTableProps, 'rows' | 'selection' | 'onSelect'>): SelectRow {
  const latest = useLatest({ rows, selection, onSelect })
  const before = useRef<string | null>(null)
  return useCallback(
    (id, selected, range) => {
      const { rows: all, selection: chosen, onSelect: tell } = latest.current
      const next = new Set(chosen)
      const concerned = range && before.current !== null ? between(all, before.current, id) : [id]
      for (const one of concerned)
        if (selected) next.add(one)
        else next.delete(one)
      before.current = id
      tell?.(next)
    },
    [latest],
  )
}
