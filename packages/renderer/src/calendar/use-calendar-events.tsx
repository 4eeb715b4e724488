import type { CalendarOptions, EventApi } from '@fullcalendar/core'
import type { RecordAnswer } from '@pipewright/contract'
import { useMemo, useState } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { addDays } from '../moments/days.ts'
import { momentFields } from '../moments/moment-fields.ts'
import { valuesOfSpan, type RecordSpan } from '../moments/record-span.ts'
import { useMomentRights } from '../moments/use-moment-rights.ts'
import { useOptionColor } from '../moments/use-option-color.ts'
import { usePlacing } from '../moments/use-placing.tsx'
import { columnsOf } from '../table/column-of-path.ts'
import { useTexts } from '../texts/use-texts.ts'
import { calendarEvents } from './calendar-events.ts'
import type { RecordCalendarProps } from './record-calendar-props.ts'
import { eventKeys, useFollowedFocus } from './event-keys.ts'

const recordOf = (event: EventApi) => event.extendedProps['record'] as RecordAnswer
const wallOf = (moment: Date | null, length: number) => moment?.toISOString().slice(0, length) ?? null

/** Where the library has put an event. */
function placed(event: EventApi): RecordSpan {
  const length = event.allDay ? 10 : 19
  const end = wallOf(event.end, length)
  return {
    start: wallOf(event.start, length) ?? '',
    end: end !== null && event.allDay ? addDays(end, -1) : end,
    allDay: event.allDay,
  }
}

export type CalendarEvents = NonNullable<ReturnType<typeof useCalendarEvents>>

/** The button of an event that asks for its day. */
const isMover = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.pw-cal-move') !== null

/** While an event is dragged the library holds it, and nothing is put under it. */
function useHeld<T>(rows: T) {
  const [held, hold] = useState<{ readonly rows: T } | null>(null)
  return {
    rows: held === null ? rows : held.rows,
    begin: () => hold({ rows }),
    end: () => hold(null),
  }
}

/** What stands on the calendar, and what happens when it is moved, opened or begun. */
export function useCalendarEvents(props: RecordCalendarProps, hint: string) {
  const { view, onMove, onOpen, onCreate } = props
  const { form } = view
  const { index, zone, locale } = useRenderer()
  const t = useTexts()
  const fields = useMemo(() => momentFields(index, view), [index, view])
  const { movable, lengthens } = useMomentRights(form, fields)
  const { colorOf, nameOf } = useOptionColor(form, view.colorBy)
  const placing = usePlacing(form, fields, onMove)
  const { spanOf, place, ask, extras } = placing
  const { rows, ...held } = useHeld(props.rows)
  const focus = useFollowedFocus()
  const untitled = t('table.untitled')
  const events = useMemo(
    () => calendarEvents(rows, { spanOf, movable, colorOf, untitled }),
    [rows, spanOf, movable, colorOf, untitled],
  )
  if (fields === undefined) return undefined
  const mayMove = (record: RecordAnswer) => movable && record.may?.update !== false
  const drop = async (event: EventApi, revert: () => void) => {
    if (!(await place(recordOf(event), placed(event)))) revert()
  }
  const allDay = spanKind(fields)
  const createOn = (day: string) =>
    onCreate?.(valuesOfSpan(fields, { start: day, end: null, allDay: day.length === 10 && allDay }, zone))
  const keys = eventKeys({ rows, mayMove, lengthens, placing, focus })
  const handlers: CalendarOptions = {
    events,
    eventDurationEditable: lengthens,
    eventDragStart: held.begin,
    eventDragStop: held.end,
    eventResizeStart: held.begin,
    eventResizeStop: held.end,
    eventDrop: ({ event, revert }) => void drop(event, revert),
    eventResize: ({ event, revert }) => void drop(event, revert),
    eventClick: ({ event, jsEvent }) => (isMover(jsEvent.target) ? ask : onOpen)(recordOf(event)),
    eventDidMount: ({ el, event }) => {
      el.dataset['record'] = event.id
      el.setAttribute('aria-describedby', hint)
    },
    ...(onCreate === undefined
      ? {}
      : { dateClick: ({ date }: { date: Date }) => createOn(wallOf(date, allDay ? 10 : 19) ?? '') }),
  }
  const columns = columnsOf(index, form, view.columns, locale).filter(
    ({ path }) => ![view.start, view.end, view.colorBy, index.form(form)?.titleField].includes(path),
  )
  return {
    handlers,
    ...keys,
    createOn,
    extras,
    movable,
    mayMove,
    allDay,
    columns,
    noteOf: nameOf,
  }
}

const spanKind = ({ start }: { readonly start: { readonly type: string } }): boolean =>
  start.type !== 'dateTime'
