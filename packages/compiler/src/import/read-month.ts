import { parseDate } from '@pipewright/logic'
import type { DateOrder } from './cell-type.ts'
import { monthOfName, readDay } from './read-day.ts'

const yearFirst = /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})月?$/u
const monthFirst = /^(\d{1,2})\s*[-/.]\s*(\d{4})$/
const named = /^([a-z]{3,9})\.?[\s,-]+(\d{4})$/
const yearOnly = /^(\d{4})年?$/u

const dayOf = (year: string, month: number | string): string | undefined => {
  const day = `${year}-${String(month).padStart(2, '0')}-01`
  return parseDate(day) === null ? undefined : day
}

/** The first day of a month or year as people write it; a whole date stands for the month or year it lies in. */
export function readPeriod(text: string, precision: 'month' | 'year', order: DateOrder): string | undefined {
  const folded = text.normalize('NFKC').trim().toLowerCase()
  const year = yearOnly.exec(folded)?.[1]
  if (year !== undefined) return precision === 'year' ? dayOf(year, 1) : undefined
  const [, first = '', last = ''] = yearFirst.exec(folded) ?? []
  const [, month = '', then = ''] = monthFirst.exec(folded) ?? []
  const [, name = '', since = ''] = named.exec(folded) ?? []
  const found =
    (first !== '' ? dayOf(first, last) : undefined) ??
    (then !== '' ? dayOf(then, month) : undefined) ??
    (since !== '' ? dayOf(since, monthOfName(name)) : undefined) ??
    readDay(folded, order)
  if (found === undefined) return undefined
  return precision === 'year' ? `${found.slice(0, 4)}-01-01` : `${found.slice(0, 7)}-01`
}
