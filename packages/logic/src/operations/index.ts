import { abs } from './abs.ts'
import { add } from './add.ts'
import { and } from './and.ts'
import { avg } from './avg.ts'
import { beforeToday } from './before-today.ts'
import { between } from './between.ts'
import { coalesce } from './coalesce.ts'
import { concat } from './concat.ts'
import { contains } from './contains.ts'
import { count } from './count.ts'
import { date } from './date.ts'
import { dateAdd } from './date-add.ts'
import { dateDiff } from './date-diff.ts'
import { day } from './day.ts'
import { div } from './div.ts'
import { endsWith } from './ends-with.ts'
import { eq } from './eq.ts'
import { gt } from './gt.ts'
import { gte } from './gte.ts'
import { hasAll } from './has-all.ts'
import { hasAny } from './has-any.ts'
import { ifElse } from './if-else.ts'
import { inLastDays } from './in-last-days.ts'
import { inNextDays } from './in-next-days.ts'
import { isEmpty } from './is-empty.ts'
import { isIn } from './is-in.ts'
import { left } from './left.ts'
import { len } from './len.ts'
import { lower } from './lower.ts'
import { lt } from './lt.ts'
import { lte } from './lte.ts'
import { maximum } from './maximum.ts'
import { mid } from './mid.ts'
import { minimum } from './minimum.ts'
import { mod } from './mod.ts'
import { month } from './month.ts'
import { mul } from './mul.ts'
import { ne } from './ne.ts'
import { neg } from './neg.ts'
import { not } from './not.ts'
import { notEmpty } from './not-empty.ts'
import { notIn } from './not-in.ts'
import { now } from './now.ts'
import { or } from './or.ts'
import { replace } from './replace.ts'
import { right } from './right.ts'
import { round } from './round.ts'
import { roundDown } from './round-down.ts'
import { roundUp } from './round-up.ts'
import { startsWith } from './starts-with.ts'
import { sub } from './sub.ts'
import { sum } from './sum.ts'
import { text } from './text.ts'
import { thisMonth } from './this-month.ts'
import { thisQuarter } from './this-quarter.ts'
import { thisWeek } from './this-week.ts'
import { thisYear } from './this-year.ts'
import { today } from './today.ts'
import { trim } from './trim.ts'
import { upper } from './upper.ts'
import { value } from './value.ts'
import { weekday } from './weekday.ts'
import { year } from './year.ts'
import type { Operation } from '../operation.ts'

/** Every operation of the typed language; one file each. A name here is a name in stored expressions. */
export type OperationName =
  | 'and'
  | 'or'
  | '!'
  | 'if'
  | 'coalesce'
  | 'eq'
  | 'ne'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'between'
  | 'in'
  | 'notIn'
  | 'hasAny'
  | 'hasAll'
  | 'contains'
  | 'startsWith'
  | 'endsWith'
  | 'isEmpty'
  | 'notEmpty'
  | 'add'
  | 'mul'
  | 'sub'
  | 'div'
  | 'mod'
  | 'neg'
  | 'abs'
  | 'round'
  | 'roundUp'
  | 'roundDown'
  | 'sum'
  | 'minimum'
  | 'maximum'
  | 'count'
  | 'avg'
  | 'concat'
  | 'upper'
  | 'lower'
  | 'trim'
  | 'len'
  | 'left'
  | 'right'
  | 'mid'
  | 'replace'
  | 'text'
  | 'value'
  | 'today'
  | 'now'
  | 'date'
  | 'year'
  | 'month'
  | 'day'
  | 'weekday'
  | 'dateAdd'
  | 'dateDiff'
  | 'inLastDays'
  | 'inNextDays'
  | 'thisWeek'
  | 'thisMonth'
  | 'thisQuarter'
  | 'thisYear'
  | 'beforeToday'

export const operations: { readonly [N in OperationName]: Operation } = {
  and,
  or,
  '!': not,
  if: ifElse,
  coalesce,
  eq,
  ne,
  lt,
  lte,
  gt,
  gte,
  between,
  in: isIn,
  notIn,
  hasAny,
  hasAll,
  contains,
  startsWith,
  endsWith,
  isEmpty,
  notEmpty,
  add,
  mul,
  sub,
  div,
  mod,
  neg,
  abs,
  round,
  roundUp,
  roundDown,
  sum,
  minimum,
  maximum,
  count,
  avg,
  concat,
  upper,
  lower,
  trim,
  len,
  left,
  right,
  mid,
  replace,
  text,
  value,
  today,
  now,
  date,
  year,
  month,
  day,
  weekday,
  dateAdd,
  dateDiff,
  inLastDays,
  inNextDays,
  thisWeek,
  thisMonth,
  thisQuarter,
  thisYear,
  beforeToday,
}

/** The operation a name stands for; undefined for standard JSON Logic operators and unknown names. */
export function findOperation(name: string): Operation | undefined {
  return Object.hasOwn(operations, name) ? operations[name as OperationName] : undefined
}
