import type { Column, ColumnType, ForeignKey, TablePlan } from '@pipewright/compiler'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'

/** Instants keep the milliseconds that people and programs see, so that equal ones compare equal. */
const typeSql = (type: ColumnType): string => (type === 'timestamptz' ? 'timestamptz(3)' : type)

export function columnSql({ name, type, notNull, default: initial }: Column): string {
  const key = name === 'id' ? ' primary key' : ''
  const filled = notNull && name !== 'id' ? ' not null' : ''
  return `${quoteIdent(name)} ${typeSql(type)}${key}${filled}${initial === undefined ? '' : ` default ${initial}`}`
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
