import type { JsonValue } from '@pipewright/contract'
import { useCallback, useRef } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { asRows, type KeyedRows } from './row-changes.ts'

/** Keeps a steady name per row although rows travel without one; changes go through `change`. */
export function useItemRows(value: JsonValue, onChange: (value: JsonValue) => void) {
  const { newId } = useRenderer()
  const rows = asRows(value)
  const keys = useRef<readonly string[]>([])
  if (keys.current.length !== rows.length)
    keys.current = rows.map((_, position) => keys.current[position] ?? newId())
  const state = useRef<KeyedRows>({ rows, keys: keys.current })
  state.current = { rows, keys: keys.current }
  const changed = useRef(onChange)
  changed.current = onChange
  const change = useCallback((step: (state: KeyedRows) => KeyedRows) => {
    const next = step(state.current)
    if (next === state.current) return
    keys.current = next.keys
    state.current = next
    changed.current(next.rows.length === 0 ? null : (next.rows as JsonValue))
  }, [])
  return { rows, keys: keys.current, change }
}
