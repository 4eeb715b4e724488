import type { Column, ColumnType, ForeignKey, TablePlan } from '@pipewright/compiler'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'

/** Instants keep the milliseconds that people and programs see, so that equal ones compare equal. */
const typeSql = (type: ColumnType): string => (type === 'timestamptz' ? 'timestamptz(3)' : type)

export function columnSql({ name, type, notNull, default: initial, generated }: Column): string {
  const key = name === 'id' ? ' primary key' : ''
  const filled = notNull && name !== 'id' ? ' not null' : ''
  const made = generated === undefined ? '' : ` generated always as (${partSql(generated, type)}) stored`
  return `${quoteIdent(name)} ${typeSql(type)}${key}${filled}${initial === undefined ? '' : ` default ${initial}`}${made}`
}

/** A part of a JSON value in its type, by immutable functions alone: a cast of text to `date` is not one. */
function partSql({ column, part }: NonNullable<Column['generated']>, type: ColumnType): string {
  const text = `${quoteIdent(column)} ->> '${part}'`
  if (type !== 'date') return type === 'text' ? text : `(${text})::${type}`
  const piece = (from: number, length: number) => `substr(${text}, ${from}, ${length})::int`
  return `make_date(${piece(1, 4)}, ${piece(6, 2)}, ${piece(9, 2)})`
}

export const createTableSql = (schema: string, { name, columns }: TablePlan): string =>
  `create table ${quoteTable(schema, name)} (${columns.map(columnSql).join(', ')})`

export const addColumnSql = (schema: string, table: string, column: Column): string =>
  `alter table ${quoteTable(schema, table)} add column ${columnSql(column)}`

export function addForeignKeySql(
  schema: string,
  { name, table, column, target, onDelete }: ForeignKey,
): string {
  const references = `references ${quoteTable(schema, target)} on delete ${onDelete}`
  return `alter table ${quoteTable(schema, table)} add constraint ${quoteIdent(name)}
    foreign key (${quoteIdent(column)}) ${references} not valid`
}
