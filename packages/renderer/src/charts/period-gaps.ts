import type { JsonValue } from '@pipewright/contract'
import { addMonths, formatDate, parseDate } from '@pipewright/logic'
import type { Report } from '@pipewright/schemas'

type Bucket = NonNullable<Report['dimensions'][number]['bucket']>

const days = { day: 1, week: 7 } as const
const months = { month: 1, quarter: 3, year: 12 } as const

const after = (day: number, bucket: Bucket): number =>
  bucket === 'day' || bucket === 'week' ? day + days[bucket] : addMonths(day, months[bucket])

/** More than these cannot be told apart in a drawing. */
const most = 400

const dayOf = (value: JsonValue | undefined): number | null =>
  typeof value === 'string' ? parseDate(value.slice(0, 10)) : null

/** Periods that begin after `from` and before `to`. */
function between(from: number, to: number, bucket: Bucket): string[] {
  const gap: string[] = []
  for (let day = after(from, bucket); day < to && gap.length <= most; day = after(day, bucket))
    gap.push(formatDate(day) ?? '')
  return gap
}

/**
 * The groups of a report in order ("YYYY-MM-DD", where a period begins) with the periods between them that hold nothing, so that
 * time runs evenly. Groups that are ordered by their figures, are no periods, or would become too many, stay as they are.
 */
export function withGaps(report: Report, groups: readonly JsonValue[]): readonly JsonValue[] {
  const bucket = report.dimensions[0]?.bucket
  if (bucket === undefined || (report.sort ?? 'dimension') !== 'dimension') return groups
  const filled = groups.flatMap((group, at) => {
    const day = dayOf(group)
    const next = dayOf(groups[at + 1])
    return day === null || next === null ? [group] : [group, ...between(day, next, bucket)]
  })
  return filled.length > most ? groups : filled
}
