import type { Field } from '@pipewright/schemas'
import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { JsonValue } from '@pipewright/contract'
import type { Titles } from '../../controls/field-control.ts'
import { useFormat } from '../../formats/use-format.ts'
import type { MountQueue } from './mount-queue.ts'

export interface FieldStandInProps {
  readonly field: Field
  readonly value: JsonValue
  readonly titles: Titles
  readonly id: string
  readonly label: string
  /** The control can be gone to by the Tab key; whoever stopped at one that cannot would be nowhere once it is made. */
  readonly isStop: boolean
  readonly queue: MountQueue
  /** It is its turn, or somebody has come to it by key or label. */
  readonly onDue: () => void
}

/** Types whose control is taller than a line; the room is kept, so that nothing jumps. */
const tall: Partial<Record<Field['type'], number>> = { longText: 76, lineItems: 120, attachment: 64 }

const focusable = 'input:not([hidden]):not([type="hidden"]), textarea, button, [tabindex="0"]'

/** Shows value and box of a field until its control is made; whoever goes to it gets the control at once. */
export function FieldStandIn(props: FieldStandInProps) {
  const { field, value, titles, id, label, isStop, queue, onDue } = props
  const box = useRef<HTMLInputElement>(null)
  const format = useFormat(titles)
  const due = useRef(onDue)
  useEffect(() => {
    due.current = onDue
  })
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    return queue.wait(element, () => due.current())
  }, [queue])
  const arrive = () => {
    const around = box.current?.closest('[data-field]')
    flushSync(onDue)
    const own = document.getElementById(id)
    const target = own?.matches(focusable) ? own : around?.querySelector<HTMLElement>(focusable)
    target?.focus()
  }
  return (
    <input
      ref={box}
      id={id}
      className="pw-stand-in"
      readOnly
      tabIndex={isStop ? undefined : -1}
      aria-label={label}
      value={format(field, value)}
      style={{ height: tall[field.type] }}
      onFocus={arrive}
    />
  )
}
