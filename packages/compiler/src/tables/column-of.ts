import { scaleOf as digitsOf, specOf, valueTypeOf, type CalculatedField } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { Column, ColumnType } from './table-plan.ts'

const text = (): ColumnType => 'text'
/** Digits before the point that every numeric column holds. */
export const wholeDigits = 18

export const numericType = (scale: number): ColumnType => `numeric(${wholeDigits + scale},${scale})`

/** Digits after the point of a numeric column; undefined for other types. */
export function scaleOf(type: ColumnType): number | undefined {
  const scale = /^numeric\(\d+,(\d+)\)$/.exec(type)?.[1]
  return scale === undefined ? undefined : Number(scale)
}

const numeric = (field: Field): ColumnType => numericType(digitsOf(field))

const result = (field: CalculatedField): ColumnType => {
  const typeOf: (field: never) => ColumnType | null = columnTypes[field.resultType]
  return typeOf(field as never) ?? 'text'
}

type ColumnTypes = {
  readonly [T in Field['type']]: (field: Extract<Field, { type: T }>) => ColumnType | null
}

/** How the values of each type of field lie in the table; null: not in a column of its own. */
const columnTypes: ColumnTypes = {
  text,
  longText: text,
  richText: text,
  email: text,
  phone: text,
  url: text,
  autoNumber: text,
  choice: text,
  number: numeric,
  money: numeric,
  percent: numeric,
  rating: numeric,
  duration: numeric,
  date: () => 'date',
  dateTime: () => 'timestamptz',
  time: () => 'time',
  yesNo: () => 'boolean',
  multiChoice: () => 'text[]',
  tags: () => 'text[]',
  member: () => 'uuid',
  members: () => 'uuid[]',
  department: () => 'uuid',
  departments: () => 'uuid[]',
  relation: () => 'uuid',
  relations: () => 'uuid[]',
  anyRelation: () => 'jsonb',
  address: () => 'jsonb',
  dateRange: () => 'jsonb',
  location: () => 'jsonb',
  foreignMoney: () => 'jsonb',
  lineItems: () => null,
  attachment: () => 'uuid[]',
  formula: result,
  lookup: result,
  rollup: result,
}

/**
 * The column of a field by itself; null when it has none. A calculated field that leans on one that changes with time
 * has none either, which only the whole definition tells: see `isStored`.
 */
export function columnOf(field: Field): Column | null {
  if (!specOf(field).stored(field)) return null
  const typeOf: (field: never) => ColumnType | null = columnTypes[field.type]
  const type = typeOf(field as never)
  if (type === null) return null
  const kind = valueTypeOf(field) === field.type ? 'field' : 'calculated'
  return { name: field.key, type, kind }
}
