import { addDays } from '../moments/days.ts'
import type { RecordSpan } from '../moments/record-span.ts'
import type { DayWindow } from '../moments/window-filter.ts'
import type { TimelineSpan } from './timeline-span.ts'

const dayMs = 86_400_000
const minuteMs = 60_000

/** So wide is a day, in pixels, that one period fills a usual screen. */
const dayWidths: Readonly<Record<TimelineSpan, number>> = {
  day: 960,
  week: 150,
  month: 38,
  quarter: 12,
  year: 3.2,
}

/** What a moment is drawn or dropped at, at least: a quarter of an hour where hours can be told apart. */
const snaps: Readonly<Record<TimelineSpan, number>> = {
  day: 15,
  week: 60,
  month: 1440,
  quarter: 1440,
  year: 1440,
}

/** How days lie on the screen. Wall times are laid out as if each day had 24 hours, so a change of clocks moves nothing. */
export interface TimeScale extends DayWindow {
  readonly span: TimelineSpan
  readonly dayWidth: number
  readonly width: number
}

const wallMs = (wall: string): number => Date.parse(`${wall.length === 10 ? `${wall}T00:00:00` : wall}Z`)

export const daysBetween = (from: string, until: string): number =>
  Math.round((wallMs(until.slice(0, 10)) - wallMs(from.slice(0, 10))) / dayMs)

export function timeScale(span: TimelineSpan, { from, until }: DayWindow): TimeScale {
  const dayWidth = dayWidths[span]
  return { span, from, until, dayWidth, width: daysBetween(from, until) * dayWidth }
}

/** Where a wall time or the beginning of a day lies. */
export const placeOfTime = ({ from, dayWidth }: TimeScale, wall: string): number =>
  ((wallMs(wall) - wallMs(from)) / dayMs) * dayWidth

/** The day at a place, or the wall time where the records have hours. */
export function timeAt({ from, dayWidth, span }: TimeScale, x: number, allDay: boolean): string {
  const ms = wallMs(from) + (x / dayWidth) * dayMs
  if (allDay) return new Date(Math.floor(ms / dayMs) * dayMs).toISOString().slice(0, 10)
  const step = snaps[span] * minuteMs
  return new Date(Math.floor(ms / step) * step).toISOString().slice(0, 19)
}

const isDay = (wall: string): boolean => wall.length === 10

/** A wall time, or a day, moved by some minutes; days by whole days. */
function shiftMinutes(wall: string, minutes: number): string {
  if (isDay(wall)) return addDays(wall, Math.round(minutes / 1440))
  return new Date(wallMs(wall) + minutes * minuteMs).toISOString().slice(0, 19)
}

/** Minutes that a way on the screen stands for: whole days for days, what can be told apart for moments. */
export function minutesOf({ dayWidth, span }: TimeScale, dx: number, allDay: boolean): number {
  const step = allDay ? 1440 : snaps[span]
  return Math.round(((dx / dayWidth) * 1440) / step) * step
}

/** One step of a key: an hour where hours are in sight, else a day. */
export const stepMinutes = ({ span }: TimeScale, allDay: boolean): number =>
  !allDay && span === 'day' ? 60 : 1440

export type SpanPart = 'whole' | 'start' | 'end'

/** A period moved, or one of its ends carried; null where the end would come before the beginning. */
export function shiftSpan(span: RecordSpan, part: SpanPart, minutes: number): RecordSpan | null {
  const start = part === 'end' ? span.start : shiftMinutes(span.start, minutes)
  if (part === 'whole') {
    return { ...span, start, end: span.end === null ? null : shiftMinutes(span.end, minutes) }
  }
  // What had no end lasts as long as it is drawn: a day, or no time.
  const last = span.end ?? span.start
  const end = part === 'start' ? last : shiftMinutes(last, minutes)
  return end < start ? null : { ...span, start, end }
}

export interface Bar {
  readonly left: number
  readonly width: number
  /** It goes on before or after what is drawn. */
  readonly cutStart: boolean
  readonly cutEnd: boolean
}

/** The least that can be seen and hit. */
const leastWidth = 10

/** Where a period is drawn; null where no part of it lies in the window. Its last day is drawn whole. */
export function barOf(scale: TimeScale, { start, end, allDay }: RecordSpan): Bar | null {
  const last = end ?? start
  const begin = placeOfTime(scale, start)
  const stop = placeOfTime(scale, allDay ? addDays(last, 1) : last)
  if (begin >= scale.width || Math.max(stop, begin + 1) <= 0) return null
  const left = Math.max(0, begin)
  const right = Math.min(scale.width, stop)
  return {
    left,
    width: Math.max(leastWidth, right - left),
    cutStart: begin < 0,
    cutEnd: stop > scale.width,
  }
}
