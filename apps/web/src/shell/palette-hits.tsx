import { Icon } from '@pipewright/ui'
import { useEffect, useRef } from 'react'
import { useText } from '../texts/use-text.ts'
import { MarkedText } from './marked-text.tsx'
import type { Hit } from './use-hits.ts'

/** The options of the palette. The focus stays in the search field; they are reached by its arrows or by pointer. */
export function PaletteHits(props: { hits: readonly Hit[]; at: number; onOpen: (hit: Hit) => void }) {
  const text = useText()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [props.at])
  return (
    <div ref={list} id="palette-hits" role="listbox" aria-label={text('search')} className="palette-hits">
      {props.hits.map((hit, index) => (
        <button
          key={hit.path ?? hit.key}
          id={`palette-${index}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === props.at}
          className="palette-item"
          onClick={() => props.onOpen(hit)}
        >
          <Icon name={hit.icon} />
          <span className="palette-title">
            <MarkedText text={hit.title} marks={hit.marks} />
            {hit.found !== undefined && (
              <small className="palette-found">
                {hit.found.label}: <MarkedText text={hit.found.text} marks={hit.found.marks} />
              </small>
            )}
          </span>
          <span className="palette-group">{hit.group}</span>
        </button>
      ))}
    </div>
  )
}
