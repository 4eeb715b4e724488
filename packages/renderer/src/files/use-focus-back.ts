import { useEffect, useRef } from 'react'

/** Call it when something opens: what has the focus then has it again when that is gone. */
export function useFocusBack(isOpen: boolean): () => void {
  const from = useRef<Element | null>(null)
  useEffect(() => {
    // Only now: a dialog that still stands would take the focus back.
    if (isOpen || !(from.current instanceof HTMLElement)) return
    from.current.focus()
    from.current = null
  }, [isOpen])
  return () => {
    from.current = document.activeElement
  }
}
