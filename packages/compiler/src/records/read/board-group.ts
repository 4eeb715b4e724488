import type { Field } from '@pipewright/schemas'
import { otherMark } from '@pipewright/metadata'
import { identifier, param, sql, type SqlFragment } from '@pipewright/logic'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { targetTitleSql } from '../sql/title-sql.ts'
import type { FormReading } from './read-scene.ts'

/** What the columns of a board are made of. */
export interface BoardGroup {
  /** The columns there are whatever the records hold; undefined where the records decide. */
  readonly values: readonly (string | null)[] | undefined
  /** The column of a record, as text. */
  readonly value: SqlFragment
  /** What a column is called, of the `board_value` of `g`. */
  readonly title: SqlFragment | undefined
  matches(value: SqlFragment): SqlFragment
  readonly isOther: SqlFragment
  readonly isEmpty: SqlFragment
}

const never = sql`false`

/** Answers of one's own share a column. */
function choiceGroup(reading: FormReading, field: Extract<Field, { type: 'choice' }>): BoardGroup {
  const column = columnOfAlias(reading.base, field.key)
  const options = reading.sql.index.options(field).map((option) => option.key)
  const isEmpty = sql`${column} is null`
  const matches = (value: SqlFragment) => sql`${column} = ${value}`
  if (field.other !== true)
    return { values: [...options, null], value: column, title: undefined, matches, isOther: never, isEmpty }
  const mark = param(otherMark, 'text')
  const isOther = sql`starts_with(${column}, ${mark})`
  const value = sql`case when ${isOther} then ${mark} else ${column} end`
  return { values: [...options, otherMark, null], value, title: undefined, matches, isOther, isEmpty }
}

/** The columns that a field makes: its options, yes and no, or the records and people that are named. */
export function boardGroup(reading: FormReading, field: Field): BoardGroup {
  if (field.type === 'choice') return choiceGroup(reading, field)
  const column = columnOfAlias(reading.base, field.key)
  const shared = { value: sql`${column}::text`, isOther: never, isEmpty: sql`${column} is null` }
  if (field.type === 'yesNo')
    return {
      ...shared,
      values: ['true', 'false', null],
      title: undefined,
      matches: (value) => sql`${column} = (${value})::boolean`,
    }
  return {
    ...shared,
    values: undefined,
    title: targetTitleSql(reading.sql, sql`${identifier('g')}.board_value::uuid`, field),
    matches: (value) => sql`${column} = (${value})::uuid`,
  }
}
