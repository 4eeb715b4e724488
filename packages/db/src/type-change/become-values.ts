import {
  checkValue,
  convertValue,
  sameValue,
  type Column,
  type Composite,
  type ConversionReading,
  type FieldValue,
} from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import type { FormerColumn } from './former-column.ts'
import type { StoredValue } from './stored-values.ts'

export interface Becoming {
  readonly from: Field
  readonly to: Field
  readonly former: FormerColumn | undefined
  readonly reading: ConversionReading
}

const become = (
  { from, to, reading }: Pick<Becoming, 'from' | 'to' | 'reading'>,
  value: FieldValue,
): FieldValue => {
  const converted = convertValue(from, to, value, reading)
  return converted.ok ? converted.value : null
}

/** Nobody changed what had become of a value; what an amount is worth is no part of it, that goes with the rates. */
const isUntouched = ({ type }: Field, was: FieldValue, now: FieldValue): boolean =>
  type === 'foreignMoney' && was !== null && now !== null
    ? (was as Composite).text === (now as Composite).text
    : sameValue(was, now)

/**
 * What a record has after the change. A value that was put aside earlier comes back as it was, unless somebody changed what
 * had become of it.
 */
export function valueAfter(change: Becoming, { value, former }: StoredValue): FieldValue {
  const { from, to, former: earlier, reading } = change
  if (earlier !== undefined && former !== null) {
    const untouched = become({ from: earlier.field, to: from, reading }, former)
    if (isUntouched(from, untouched, value) && checkValue(to, former, { pointer: '', old: former }).ok)
      return former
  }
  return become(change, value)
}

const written = (value: FieldValue): string | null =>
  value === null ? null : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** Written as text and read by the database by the type of the column: checked before, so that nothing is rounded. */
function updateSql(schema: string, table: string, { name, type }: Column): string {
  const isList = type.endsWith('[]')
  const value = isList
    ? `case when given.value is not null then array(select jsonb_array_elements_text(given.value::jsonb))::${type} end`
    : `given.value::${type}`
  return `update ${quoteTable(schema, table)} as r set ${quoteIdent(name)} = ${value}
    from unnest($1::uuid[], $2::text[]) as given(id, value) where r.id = given.id`
}

/** Writes values into a column, row by row of their ids. */
export async function fillColumn(
  tx: Connection,
  { schema, table, column }: { readonly schema: string; readonly table: string; readonly column: Column },
  filled: readonly (readonly [string, FieldValue])[],
): Promise<void> {
  if (filled.length === 0) return
  const values = [filled.map(([id]) => id), filled.map(([, value]) => written(value))]
  await tx.query({ text: updateSql(schema, table, column), values })
}
