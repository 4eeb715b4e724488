import {
  columnOf,
  formColumns,
  innerRowColumns,
  rowColumns,
  type CompiledForm,
  type CompiledPlace,
} from '@pipewright/compiler'
import { isInRows } from '@pipewright/metadata'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'

export interface TypedColumn {
  readonly name: string
  readonly type: string
}

/** Columns of a table with their types: those every table has, then the stored fields. */
export function columnsOf(place: CompiledPlace): readonly TypedColumn[] {
  const own = place.stored.flatMap((field) => {
    const column = columnOf(field)
    return column === null ? [] : [{ name: column.name, type: column.type }]
  })
  const { lineItems } = place.place
  if (lineItems === undefined) return [...formColumns, ...own]
  return [...(isInRows(place.place) ? innerRowColumns : rowColumns), ...own]
}

const names = (columns: readonly TypedColumn[]): string =>
  columns.map(({ name }) => quoteIdent(name)).join(', ')

export const recordset = (columns: readonly TypedColumn[]): string =>
  columns.map(({ name, type }) => `${quoteIdent(name)} ${type}`).join(', ')

/** `insert` of the rows in a JSON parameter; the text is the same for any number of rows. */
export function insertSql(schema: string, place: CompiledPlace, parameter: string): string {
  const columns = columnsOf(place)
  return `insert into ${quoteTable(schema, place.table)} (${names(columns)}) select ${names(columns)} from json_to_recordset(${parameter}::json) as x(${recordset(columns)})`
}

/** The same for rows of which some are there already and are changed. */
export function upsertSql(schema: string, place: CompiledPlace, parameter: string): string {
  const columns = columnsOf(place).filter(({ name }) => name !== 'id' && name !== 'parent')
  const sets = columns.map(({ name }) => `${quoteIdent(name)} = excluded.${quoteIdent(name)}`).join(', ')
  return `${insertSql(schema, place, parameter)} on conflict (id) do update set ${sets}`
}

const texts = new WeakMap<CompiledForm, Map<string, string>>()
/** There are as many ways to change a record as there are sets of fields; the usual ones are few. */
const mostTexts = 200

/** A text of a form that never differs within a revision. */
export function textFor(form: CompiledForm, name: string, make: () => string): string {
  const known = texts.get(form) ?? new Map<string, string>()
  texts.set(form, known)
  const found = known.get(name)
  if (found !== undefined) return found
  const text = make()
  if (known.size >= mostTexts) known.clear()
  known.set(name, text)
  return text
}
