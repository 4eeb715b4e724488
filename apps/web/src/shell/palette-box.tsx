import { useNarrow } from '@pipewright/ui'
import { Button, Input } from 'antd'
import type { KeyboardEvent } from 'react'
import { useText } from '../texts/use-text.ts'
import { PaletteHits } from './palette-hits.tsx'
import type { Begun } from './palette-start.tsx'
import { usePalette } from './use-palette.ts'

/** The search field with what it finds below: a combobox, moved by arrows and opened by Enter. */
export function PaletteBox(props: { begun: Begun; onDone: () => void }) {
  const text = useText()
  const narrow = useNarrow()
  const { q, at, hits, searching, open, type, press } = usePalette(props.begun, props.onDone)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.nativeEvent.isComposing && press(event.key)) event.preventDefault()
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
          onChange={(event) => type(event.target.value)}
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
