import { useNarrow } from '@pipewright/ui'
import { Button, Input } from 'antd'
import { useDeferredValue, useState, type KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { useText } from '../texts/use-text.ts'
import { PaletteHits } from './palette-hits.tsx'
import { useHits, type Hit } from './use-hits.ts'

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/** The search field with what it finds below: a combobox, moved by arrows and opened by Enter. */
export function PaletteBox(props: { onDone: () => void }) {
  const text = useText()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const [q, setQ] = useState('')
  const [at, setAt] = useState(0)
  const { hits, searching } = useHits(useDeferredValue(q))
  const open = (hit: Hit | undefined) => {
    if (hit === undefined) return
    props.onDone()
    if (hit.path !== undefined) void navigate(hit.path)
    hit.run?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = steps[event.key]
    if (step !== undefined) setAt(step(at, hits.length - 1))
    else if (event.key === 'Enter') open(hits[at])
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className="palette-line">
        <Input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls="palette-hits"
          aria-activedescendant={hits[at] === undefined ? undefined : `palette-${at}`}
          aria-label={text('searchAll')}
          placeholder={text('searchHint')}
          value={q}
          onChange={(event) => {
            setQ(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        {narrow && (
          <Button type="text" onClick={props.onDone}>
            {text('cancel')}
          </Button>
        )}
      </div>
      <PaletteHits hits={hits} at={at} onOpen={open} />
      <p role="status" className={hits.length === 0 ? 'palette-none' : 'pw-hidden-text'}>
        {hits.length > 0
          ? text('paletteFound', { count: hits.length })
          : searching
            ? text('loading')
            : text('searchEmpty', { q })}
      </p>
    </>
  )
}
