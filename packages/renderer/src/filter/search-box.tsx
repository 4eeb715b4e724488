import { Icon } from '@pipewright/ui'
import { useEffect, useRef, useState } from 'react'
import { useLatest } from '../environment/use-latest.ts'

export interface SearchBoxProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
}

const pause = 250

/** Searches while typing, after a short rest; never in the middle of composing a character. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const [typed, setTyped] = useState(value)
  const [composing, setComposing] = useState(false)
  const said = useRef(value)
  const tell = useLatest(onChange)
  useEffect(() => {
    // Changed from outside: a new view, or "back".
    if (value !== said.current) {
      said.current = value
      setTyped(value)
    }
  }, [value])
  useEffect(() => {
    if (composing || typed === said.current) return undefined
    const timer = setTimeout(() => {
      said.current = typed
      tell.current(typed)
    }, pause)
    return () => clearTimeout(timer)
  }, [typed, composing, tell])
  return (
    <span className="pw-search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onChange={(event) => setTyped(event.target.value)}
      />
    </span>
  )
}
