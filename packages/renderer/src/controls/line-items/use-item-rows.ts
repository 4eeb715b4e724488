import type { JsonValue } from '@pipewright/contract'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useLatest } from '../../environment/use-latest.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { asRows, type KeyedRows } from './row-changes.ts'

/** Keeps a steady name per row although rows travel without one; changes go through `change`. */
export function useItemRows(value: JsonValue, onChange: (value: JsonValue) => void) {
  const { newId } = useRenderer()
  const rows = asRows(value)
  const [kept, setKept] = useState<readonly string[]>(() => rows.map(() => newId()))
  // Rows came or went from outside: a draft, or the answer of the server.
  const keys = kept.length === rows.length ? kept : rows.map((_, position) => kept[position] ?? newId())
  if (keys !== kept) setKept(keys)
  const state = useRef<KeyedRows>({ rows, keys })
  useLayoutEffect(() => {
    state.current = { rows, keys }
  })
  const tell = useLatest(onChange)
  const change = useCallback(
    (step: (state: KeyedRows) => KeyedRows) => {
      const next = step(state.current)
      if (next === state.current) return
      state.current = next
      setKept(next.keys)
      tell.current(next.rows.length === 0 ? null : (next.rows as JsonValue))
    },
    [state, tell],
  )
  return { rows, keys, state, change }
}
