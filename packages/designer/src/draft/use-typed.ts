import { useCallback, useEffect, useRef, useState } from 'react'

const pause = 600

export interface Typed<T> {
  readonly value: T
  readonly type: (value: T) => void
  /** Hands the value on at once: on blur, on Enter. */
  readonly commit: () => void
}

/**
 * What is being typed, handed on after a pause, on blur and when the input goes away: one edit, not one per keystroke.
 * A new value from outside shows when nothing is being typed.
 */
export function useTyped<T>(stored: T, onCommit: (value: T) => void): Typed<T> {
  const [typed, setTyped] = useState<{ readonly value: T } | null>(null)
  const pending = useRef<{ readonly value: T } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const handOn = useRef(onCommit)
  useEffect(() => {
    handOn.current = onCommit
  })
  const commit = useCallback(() => {
    clearTimeout(timer.current)
    const waiting = pending.current
    pending.current = null
    setTyped(null)
    if (waiting !== null) handOn.current(waiting.value)
  }, [])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      if (pending.current !== null) handOn.current(pending.current.value)
      pending.current = null
    },
    [],
  )
  const type = useCallback(
    (value: T) => {
      pending.current = { value }
      setTyped({ value })
      clearTimeout(timer.current)
      timer.current = setTimeout(commit, pause)
    },
    [commit],
  )
  return { value: typed === null ? stored : typed.value, type, commit }
}
