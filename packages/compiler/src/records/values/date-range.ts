import { parseDate } from '@pipewright/logic'
import type { DateRangeField } from '@pipewright/schemas'
import type { Issue } from '../issue.ts'
import type { Composite } from '../value.ts'
import { outsideLimits } from './day-limits.ts'
import { readParts } from './parts-of.ts'
import { accept, refuse, type ValueChecker } from './value-checker.ts'

/** A period of whole days as it travels; both ends belong to it. */
export function rangeValue(start: string, end: string): Composite {
  return {
    start,
    end,
    days: String((parseDate(end) ?? 0) - (parseDate(start) ?? 0) + 1),
    text: `${start} ~ ${end}`,
  }
}

const partOf = (value: unknown, name: string): string | undefined => {
  const part: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return typeof part === 'string' ? part : undefined
}

export const dateRange: ValueChecker<DateRangeField> = (field, value, place) => {
  const { maxDays } = field
  const read = readParts(value, ['start', 'end'], place, 20)
  if (!read.ok) return read.refused
  const { start, end } = read.parts
  if (start === null && end === null) return accept(null)
  const issues = (['start', 'end'] as const).flatMap((name): Issue[] => {
    const day = read.parts[name]
    const pointer = `${place.pointer}/${name}`
    if (day === null) return [{ pointer, code: 'required' }]
    return parseDate(day) === null ? [{ pointer, code: 'bad-date' }] : []
  })
  if (issues.length > 0 || start === null || end === null) return { ok: false, issues }
  if (end < start) return refuse({ pointer: `${place.pointer}/end` }, 'ends-before-start')
  const outside = (['start', 'end'] as const).flatMap((name): readonly Issue[] => {
    const at = { ...place, pointer: `${place.pointer}/${name}`, old: partOf(place.old, name) }
    const refused = outsideLimits(field, read.parts[name] ?? '', at)
    return refused === null || refused.ok ? [] : refused.issues
  })
  if (outside.length > 0) return { ok: false, issues: outside }
  const range = rangeValue(start, end)
  return maxDays !== undefined && Number(range['days']) > maxDays
    ? refuse(place, 'too-many-days', { max: maxDays })
    : accept(range)
}
