import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useLatest } from '../../environment/use-latest.ts'
import type { CellMove } from './cell-move.ts'

/** Keys that end the change of a cell. */
export const ending: ReadonlySet<string> = new Set(['Escape', 'Enter', 'Tab'])

export const moveOf = ({ key, shiftKey }: KeyboardEvent): CellMove =>
  key === 'Tab' ? (shiftKey ? 'left' : 'right') : shiftKey ? 'up' : 'down'

/** Keys that an input method, an open list or a text of several lines means for itself. */
export function isTheirs(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement
  if (event.nativeEvent.isComposing) return true
  if (event.key !== 'Enter') return false
  const isList = target.getAttribute('role') === 'combobox' && target.getAttribute('aria-expanded') === 'true'
  return isList || target.closest('.ant-picker') !== null || (target.tagName === 'TEXTAREA' && event.shiftKey)
}

/** A press outside of the cell and of what hangs from it keeps what was typed. */
export function useLeaving(leave: () => void) {
  const inside = useRef(false)
  const latest = useLatest(leave)
  useEffect(() => {
    const onPress = () => {
      if (!inside.current) latest.current()
      inside.current = false
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [latest])
  return () => {
    inside.current = true
  }
}
