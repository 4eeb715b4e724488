import { valueKindOf } from '@pipewright/metadata'
import type { Expression, Field } from '@pipewright/schemas'
import { instantOf } from '../formats/zone-clock.ts'
import type { MomentFields } from './moment-fields.ts'

/** Days that are shown: the first, and the one after the last. */
export interface DayWindow {
  readonly from: string
  readonly until: string
}

const bound = (field: Field, day: string, zone: string): string | null =>
  field.type !== 'dateRange' && valueKindOf(field) === 'dateTime' ? instantOf(`${day}T00:00:00`, zone) : day

/** The records of which a part lies in the window. */
export function windowFilter(
  { start, end }: MomentFields,
  { from, until }: DayWindow,
  zone: string,
): Expression {
  const isRange = start.type === 'dateRange'
  const first = { var: isRange ? `${start.key}.start` : start.key }
  const begins = { lt: [first, bound(start, until, zone)] }
  if (isRange) return { and: [begins, { gte: [{ var: `${start.key}.end` }, from] }] }
  const within = { gte: [first, bound(start, from, zone)] }
  if (end === undefined) return { and: [begins, within] }
  const last = { var: end.key }
  return { and: [begins, { or: [{ gte: [last, bound(end, from, zone)] }, within] }] }
}

/** What it is put in order by, so that pages follow time. */
export const windowSort = ({ start }: MomentFields) => [
  { field: start.type === 'dateRange' ? `${start.key}.start` : start.key, direction: 'asc' as const },
]
