import type { FormRights } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { Icon } from '@pipewright/ui'
import { useMemo, useRef, type KeyboardEvent, type RefObject } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { headsIn } from './field-heads.ts'
import { useFieldPlace } from './use-field-place.ts'
import './field-past.css'

export interface FieldPastProps {
  /** What the fields of the record stand in. */
  readonly root: RefObject<HTMLElement | null>
  readonly form: string
  readonly rights: FormRights
  /** Opens what the field with this key was. */
  readonly onOpen: (field: string) => void
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/**
 * Beside the label of the field that the reader is at: what was in it before. It is one button that goes along, and so
 * one stop of the Tab key, however many fields there are; arrows lead on to the others, also to those only read.
 */
export function FieldPast({ root, form, rights, onOpen }: FieldPastProps) {
  const { index, locale } = useRenderer()
  const t = useTexts()
  const button = useRef<HTMLButtonElement>(null)
  const labels = useMemo(() => {
    const readable = index.fieldsOf(form).filter(({ key }) => rights.fields[key] !== undefined)
    return new Map(readable.map(({ key, label }) => [key, localize(label, locale) || key]))
  }, [index, form, rights, locale])
  const known = useMemo(() => new Set(labels.keys()), [labels])
  const [place, goTo] = useFieldPlace(root, known)
  if (place === undefined) return null
  const key = place.head.parentElement?.dataset['field'] ?? ''
  const label = t('record.fieldPast', { field: labels.get(key) ?? key })
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined || root.current === null) return
    event.preventDefault()
    const heads = headsIn(root.current, known)
    const next = heads[heads.indexOf(place.head) + step]
    if (next === undefined) return
    flushSync(() => goTo(next))
    button.current?.focus()
  }
  return createPortal(
    <button
      ref={button}
      type="button"
      className="pw-past"
      data-shown={place.shown ? '' : undefined}
      aria-label={label}
      title={label}
      onKeyDown={move}
      onClick={() => onOpen(key)}
    >
      <Icon name="history" />
    </button>,
    place.head,
  )
}
