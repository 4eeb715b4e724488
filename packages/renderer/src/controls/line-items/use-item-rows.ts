import type { JsonValue } from '@pipewright/contract'
import { useCallback, useContext, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useLatest } from '../../environment/use-latest.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { FormStoreContext } from '../../form/store/use-field.ts'
import { asRows, type KeyedRows } from './row-changes.ts'

/** Changes that can be taken back, by the words that name them. */
export type RowsStep = 'remove' | 'paste' | 'sort' | 'move' | 'duplicate' | 'import' | 'pick'

/** `along` belongs to the step before and is taken back with it; without a name it cannot be taken back. */
export type ChangeRows = (step: (state: KeyedRows) => KeyedRows, what?: RowsStep | 'along') => void

interface Past {
  readonly what: RowsStep
  readonly before: KeyedRows
  /** How often the record had been saved: what was saved since is not taken back. */
  readonly saves: number | undefined
}

const mostSteps = 20

/** Keeps a steady name per row although rows travel without one; changes go through `change`. */
export function useItemRows(value: JsonValue, onChange: (value: JsonValue) => void) {
  const { newId } = useRenderer()
  const store = useContext(FormStoreContext)
  const rows = useMemo(() => asRows(value), [value])
  const [kept, setKept] = useState<readonly string[]>(() => rows.map(() => newId()))
  const [past, setPast] = useState<readonly Past[]>([])
  // Rows came or went from outside: a draft, or the answer of the server.
  const keys = kept.length === rows.length ? kept : rows.map((_, position) => kept[position] ?? newId())
  if (keys !== kept) setKept(keys)
  const state = useRef<KeyedRows>({ rows, keys })
  useLayoutEffect(() => {
    state.current = { rows, keys }
  })
  const tell = useLatest(onChange)
  const put = useCallback(
    (next: KeyedRows) => {
      state.current = next
      setKept(next.keys)
      tell.current(next.rows.length === 0 ? null : (next.rows as JsonValue))
    },
    [state, tell],
  )
  const change = useCallback<ChangeRows>(
    (step, what) => {
      const before = state.current
      const next = step(before)
      if (next === before) return
      if (what === 'along') return put(next)
      if (what !== undefined)
        setPast((list) => [...list.slice(1 - mostSteps), { what, before, saves: store?.saves() }])
      // What was typed since would be lost with an older step, so only steps right before can be taken back.
      else setPast((list) => (list.length === 0 ? list : []))
      put(next)
    },
    [state, put, store],
  )
  const last = past.at(-1)
  const undo = useCallback(() => {
    if (last === undefined) return
    setPast((list) => list.slice(0, -1))
    if (last.saves === store?.saves()) put(last.before)
  }, [last, put, store])
  return {
    rows,
    keys,
    state,
    change,
    undo,
    undoable: last?.saves === store?.saves() ? last?.what : undefined,
  }
}
