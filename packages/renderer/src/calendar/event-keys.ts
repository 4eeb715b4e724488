import type { RecordAnswer } from '@pipewright/contract'
import { useRef, type KeyboardEvent, type MouseEvent, type SyntheticEvent } from 'react'
import type { Placing } from '../moments/use-placing.tsx'
import { asksForDay, nudged } from './nudged.ts'

/** So many frames a record is waited for that is drawn anew: the library measures it before it shows it. */
const patience = 60

/** The library draws an event anew where it is moved to: the calendar keeps the focus until it is there. */
export function useFollowedFocus() {
  const followed = useRef<string | null>(null)
  return {
    /** The record that keys mean which reach the calendar itself. */
    current: () => followed.current,
    follow: (id: string, calendar: HTMLElement) => {
      followed.current = id
      calendar.focus({ preventScroll: true })
      let left = patience
      const arrive = () => {
        left -= 1
        if (document.activeElement !== calendar || followed.current !== id || left < 0) return
        calendar.querySelector<HTMLElement>(`[data-record="${CSS.escape(id)}"]`)?.focus()
        requestAnimationFrame(arrive)
      }
      requestAnimationFrame(arrive)
    },
  }
}

/** A record is moved by keys, and by a dialog that M or a right click opens. */
export function eventKeys(props: {
  readonly rows: readonly RecordAnswer[]
  readonly mayMove: (record: RecordAnswer) => boolean
  readonly lengthens: boolean
  readonly placing: Placing
  readonly focus: ReturnType<typeof useFollowedFocus>
}) {
  const { rows, mayMove, lengthens, placing, focus } = props
  const recordAt = ({ target, currentTarget }: SyntheticEvent<HTMLElement>) => {
    const id =
      target === currentTarget
        ? focus.current()
        : (target as HTMLElement).closest<HTMLElement>('[data-record]')?.dataset['record']
    const record = rows.find((row) => row.id === id)
    return record !== undefined && mayMove(record) ? record : undefined
  }
  return {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const record = recordAt(event)
      const span = record && placing.spanOf(record)
      if (record === undefined || span === null || span === undefined) return
      if (asksForDay(event)) return placing.ask(record)
      const next = nudged(event, span, lengthens)
      if (next === null) return
      event.preventDefault()
      placing.nudge(record, next)
      focus.follow(record.id, event.currentTarget)
    },
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      const record = recordAt(event)
      // On a touch screen a long press drags.
      const { nativeEvent: native } = event
      if (record === undefined || (native instanceof PointerEvent && native.pointerType === 'touch')) return
      event.preventDefault()
      placing.ask(record)
    },
  }
}
