import { DIVISION_SCALE, WORKING_SCALE } from '../decimal.ts'
import type { SqlMode } from '../operation.ts'
import type { ValueType } from '../value-type.ts'
import { joinSql, param, sql } from './fragment.ts'
import type { SqlFragment, SqlType } from './fragment.ts'

const sqlTypes: Readonly<Record<Exclude<ValueType['kind'], 'list'>, SqlType>> = {
  text: 'text',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
  dateTime: 'timestamptz',
  time: 'time',
  record: 'uuid',
  null: 'text',
  any: 'text',
}

export function sqlTypeOf(type: ValueType): SqlType {
  return type.kind === 'list' ? sqlTypeOf(type.of) : sqlTypes[type.kind]
}

/** A condition that may answer null, as the caller needs it. */
export function asFlag(condition: SqlFragment, mode: SqlMode): SqlFragment {
  return mode === 'test' ? condition : sql`coalesce((${condition}), false)`
}

/** Text as an answer: nothing left is null. */
export function emptyToNull(text: SqlFragment): SqlFragment {
  return sql`nullif(${text}, '')`
}

export function roundToWorkingScale(number: SqlFragment): SqlFragment {
  return sql`round(${number}, ${param(WORKING_SCALE, 'int')})`
}

const enoughDigits = param(`0.${'0'.repeat(DIVISION_SCALE)}`, 'numeric')

/** Quotient by the product's rounding rule: PostgreSQL alone would choose the digits by the operands. */
export function quotient(a: SqlFragment, b: SqlFragment): SqlFragment {
  const exact = sql`(${a} + ${enoughDigits}) / nullif(${b}, 0)`
  return roundToWorkingScale(sql`round(${exact}, ${param(DIVISION_SCALE, 'int')})`)
}

/** Whole number towards zero, at least 0, kept inside what PostgreSQL's string functions take; null stays null. */
export function wholeNumber(number: SqlFragment): SqlFragment {
  return sql`(case when ${number} > 1000000 then 1000000 when ${number} < 0 then 0 else trunc(${number}) end)::int`
}

export function list(fragments: readonly SqlFragment[]): SqlFragment {
  return joinSql(fragments, sql`, `)
}

/** Wall-clock day of a date or an instant for people in the zone. */
export function dayOf(value: SqlFragment, type: ValueType, zone: string): SqlFragment {
  return type.kind === 'dateTime' ? sql`(${value} at time zone ${param(zone, 'text')})::date` : value
}

/** Case of the root locale, as JavaScript has it: PostgreSQL alone would follow the locale of the database. */
export function lowerCase(text: SqlFragment): SqlFragment {
  return sql`lower(${text} collate "und-x-icu")`
}

export function upperCase(text: SqlFragment): SqlFragment {
  return sql`upper(${text} collate "und-x-icu")`
}
