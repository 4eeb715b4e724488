import { physicalName } from './physical-name.ts'
import type { Column, ForeignKey } from './table-plan.ts'

const column = (name: string, type: Column['type']): Column => ({ name, type, kind: 'system' })
const needed = (name: string, type: Column['type']): Column => ({ ...column(name, type), notNull: true })

/** What every table of a form has before its fields. `id` is the primary key. */
export const formColumns: readonly Column[] = [
  needed('id', 'uuid'),
  column('owner', 'uuid'),
  column('department', 'uuid'),
  { ...needed('version', 'int'), default: '1' },
  needed('created_at', 'timestamptz'),
  column('created_by', 'uuid'),
  needed('updated_at', 'timestamptz'),
  column('updated_by', 'uuid'),
  column('deleted_at', 'timestamptz'),
  column('locked_by', 'uuid'),
  column('stage_since', 'timestamptz'),
  { ...needed('_grams', 'text[]'), default: `'{}'` },
  column('_sought', 'text'),
  column('_match', 'text[]'),
]

/** What every table of line items has before its fields. */
export const rowColumns: readonly Column[] = [
  needed('id', 'uuid'),
  needed('parent', 'uuid'),
  needed('position', 'int'),
]

/** The column by which rows inside rows name the row that they belong to. */
export const rowAbove = '_row'

/** What every table of line items inside rows has before its fields; `parent` is the record. */
export const innerRowColumns: readonly Column[] = [...rowColumns, needed(rowAbove, 'uuid')]

/** What a table of links has: who refers, as which of its links, to whom. */
export const linkColumns: readonly Column[] = [
  needed('parent', 'uuid'),
  needed('position', 'int'),
  needed('target', 'uuid'),
]

/** The constraint that a column refers to another table. */
export function foreignKey(
  table: string,
  columnName: string,
  target: string,
  onDelete: ForeignKey['onDelete'] = 'restrict',
): ForeignKey {
  const name = physicalName([table, columnName, 'fk'], JSON.stringify([table, columnName, target]))
  return { name, table, column: columnName, target, onDelete }
}

export const formForeignKeys = (table: string): ForeignKey[] => [
  foreignKey(table, 'owner', '_member'),
  foreignKey(table, 'department', '_department'),
  foreignKey(table, 'created_by', '_member'),
  foreignKey(table, 'updated_by', '_member'),
]
