import type { JsonValue, RecordAnswer, Values } from '@pipewright/contract'
import { valueKindOf } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { instantOf, wallTime } from '../formats/zone-clock.ts'
import { valueAt } from '../table/column-of-path.ts'
import type { MomentFields } from './moment-fields.ts'

/** When a record is: days, both ends included, or moments as the member's clock shows them. */
export interface RecordSpan {
  readonly start: string
  readonly end: string | null
  readonly allDay: boolean
}

const dayLength = 10

const isMoment = (field: Field): boolean => field.type !== 'dateRange' && valueKindOf(field) === 'dateTime'

const partOf = (value: JsonValue, name: string): string | null => {
  const part = typeof value === 'object' && value !== null && !Array.isArray(value) ? value[name] : undefined
  return typeof part === 'string' ? part : null
}

function wallOf(field: Field, value: JsonValue, zone: string): string | null {
  if (typeof value !== 'string') return null
  return isMoment(field) ? wallTime(Date.parse(value), zone) : value
}

/** When the record is, as the clock of the member has it; null without a beginning. */
export function spanOf(record: RecordAnswer, { start, end }: MomentFields, zone: string): RecordSpan | null {
  const value = valueAt(record, start.key)
  if (start.type === 'dateRange') {
    const first = partOf(value, 'start')
    return first === null ? null : { start: first, end: partOf(value, 'end'), allDay: true }
  }
  const first = wallOf(start, value, zone)
  if (first === null) return null
  const allDay = !isMoment(start)
  const last = end === undefined ? null : wallOf(end, valueAt(record, end.key), zone)
  if (last === null) return { start: first, end: null, allDay }
  const fitting = allDay ? last.slice(0, dayLength) : last.length === dayLength ? `${last}T23:59:59` : last
  // An end before the beginning is no period.
  return { start: first, end: fitting < first ? null : fitting, allDay }
}

function valueOf(field: Field, wall: string, zone: string): string | null {
  if (!isMoment(field)) return wall.slice(0, dayLength)
  return instantOf(wall.length === dayLength ? `${wall}T00:00:00` : wall, zone)
}

/** The values that put a record there; the end only where it has one. */
export function valuesOfSpan({ start, end }: MomentFields, span: RecordSpan, zone: string): Values {
  if (start.type === 'dateRange') {
    const last = span.end ?? span.start
    return { [start.key]: { start: span.start.slice(0, dayLength), end: last.slice(0, dayLength) } }
  }
  return {
    [start.key]: valueOf(start, span.start, zone),
    ...(end === undefined || span.end === null ? {} : { [end.key]: valueOf(end, span.end, zone) }),
  }
}
