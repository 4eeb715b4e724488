import type { CalendarOptions, EventApi } from '@fullcalendar/core'
import type { RecordAnswer } from '@pipewright/contract'
import { useMemo, type KeyboardEvent } from 'react'
import { useChanges } from '../changes/use-changes.tsx'
import { useRenderer } from '../environment/use-renderer.ts'
import { addDays } from '../moments/days.ts'
import { momentFields } from '../moments/moment-fields.ts'
import { spanOf, valuesOfSpan, type RecordSpan } from '../moments/record-span.ts'
import { useMomentRights } from '../moments/use-moment-rights.ts'
import { useMomentWords } from '../moments/use-moment-words.ts'
import { useOptionColor } from '../moments/use-option-color.ts'
import { columnsOf } from '../table/column-of-path.ts'
import { useTexts } from '../texts/use-texts.ts'
import { calendarEvents } from './calendar-events.ts'
import type { RecordCalendarProps } from './record-calendar-props.ts'
import { nudged } from './nudged.ts'

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

/** What stands on the calendar, and what happens when it is moved, opened or begun. */
export function useCalendarEvents(props: RecordCalendarProps, hint: string) {
  const { view, rows, onMove, onOpen, onCreate } = props
  const { form } = view
  const { index, zone, locale } = useRenderer()
  const t = useTexts()
  const fields = useMemo(() => momentFields(index, view), [index, view])
  const { movable, lengthens } = useMomentRights(form, fields)
  const color = useOptionColor(form, view.colorBy)
  const { change, question } = useChanges(form, onMove)
  const wordsOf = useMomentWords()
  if (fields === undefined) return undefined
  const move = (record: RecordAnswer, span: RecordSpan) =>
    change({ record, values: valuesOfSpan(fields, span, zone), ...wordsOf(record, span) })
  const drop = async (event: EventApi, revert: () => void) => {
    if (!(await move(recordOf(event), placed(event)))) revert()
  }
  const allDay = spanKind(fields)
  const createOn = (day: string) =>
    onCreate?.(valuesOfSpan(fields, { start: day, end: null, allDay: day.length === 10 && allDay }, zone))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-record]')?.dataset['record']
    const record = rows.find((row) => row.id === id)
    const span = record && spanOf(record, fields, zone)
    if (record === undefined || span === null || span === undefined || !movable) return
    const next = nudged(event, span, lengthens)
    if (next === null) return
    event.preventDefault()
    void move(record, next)
  }
  const handlers: CalendarOptions = {
    events: calendarEvents(rows, {
      fields,
      zone,
      movable,
      colorOf: color.colorOf,
      untitled: t('table.untitled'),
    }),
    eventDurationEditable: lengthens,
    eventDrop: ({ event, revert }) => void drop(event, revert),
    eventResize: ({ event, revert }) => void drop(event, revert),
    eventClick: ({ event }) => onOpen(recordOf(event)),
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
  return { handlers, onKeyDown, createOn, question, movable, allDay, columns, noteOf: color.nameOf }
}

const spanKind = ({ start }: { readonly start: { readonly type: string } }): boolean =>
  start.type !== 'dateTime'
