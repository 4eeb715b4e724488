import type { JsonValue } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { useState, type ReactNode } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useFormat } from '../../formats/use-format.ts'
import { placeholderOf } from '../control-attributes.ts'
import type { Titles } from '../field-control.ts'

export interface LightCellProps {
  readonly field: Field
  readonly label: string
  readonly value: JsonValue
  readonly titles: Titles
  readonly align: 'start' | 'end'
  /** Something can be entered, of which an example is given. */
  readonly open: boolean
  readonly children: ReactNode
}

/** What stood there when the focus came is gone: the control that comes in its place takes it on. */
const focusInside = (cell: HTMLElement | null) =>
  cell?.querySelector<HTMLElement>('input, textarea, button, [tabindex]')?.focus()

/**
 * In a long table a cell is its text until the pointer or the focus reaches it: hundreds of pickers and lists that nobody
 * uses would make it slow to open and to scroll.
 */
export function LightCell({ field, label, value, titles, align, open, children }: LightCellProps) {
  const format = useFormat(titles)
  const { locale } = useRenderer()
  const [reached, setReached] = useState<'pointer' | 'focus' | null>(null)
  if (reached !== null)
    return (
      <div ref={reached === 'focus' ? focusInside : undefined} className="pw-light-reached">
        {children}
      </div>
    )
  const text = format(field, value)
  const example = open && text === '' ? placeholderOf({ field }, locale) : undefined
  return (
    <button
      type="button"
      className={align === 'end' ? 'pw-light pw-end pw-numeric' : 'pw-light'}
      aria-label={`${label}: ${text}`}
      onPointerEnter={() => setReached('pointer')}
      onFocus={() => setReached('focus')}
    >
      {example === undefined ? text : <span className="pw-example">{example}</span>}
    </button>
  )
}
