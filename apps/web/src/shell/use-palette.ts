import { useDeferredValue, useEffect, useEffectEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Begun } from './palette-start.tsx'
import { useHits, type Hit } from './use-hits.ts'

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/** What is typed into the search, what it found and which of that is chosen. */
export function usePalette(begun: Begun, onDone: () => void) {
  const navigate = useNavigate()
  const [q, setQ] = useState(begun.q)
  const [at, setAt] = useState(0)
  const [isAwaited, setAwaited] = useState(begun.isEntered)
  const looked = useDeferredValue(q)
  const { hits, searching, isOld } = useHits(looked)
  const isSettled = looked === q && !isOld
  const open = (hit: Hit | undefined) => {
    if (hit === undefined) return
    onDone()
    if (hit.path !== undefined) void navigate(hit.path)
    hit.run?.()
  }
  // Whoever types and presses Enter at once means what he typed, not what was found before it.
  const openAwaited = useEffectEvent(() => open(hits[at]))
  useEffect(() => {
    if (isAwaited && isSettled) openAwaited()
  }, [isAwaited, isSettled])
  const type = (typed: string) => {
    setQ(typed)
    setAt(0)
    setAwaited(false)
  }
  /** Answers whether the key was one of the search. */
  const press = (key: string): boolean => {
    const step = steps[key]
    if (step !== undefined) setAt(step(at, hits.length - 1))
    else if (key !== 'Enter') return false
    else if (isSettled) open(hits[at])
    else setAwaited(true)
    return true
  }
  return { q, at, hits, searching, open, type, press }
}
