import type { Column, MigrationPlan } from '@pipewright/compiler'
import type { Connection } from '../../connection/connection.ts'
import { quoteIdent, quoteTable } from '../../connection/quote-ident.ts'
import { columnsOf, hasConstraint } from '../../publish/catalogue.ts'
import { addColumnSql, addForeignKeySql } from '../../publish/table-sql.ts'
import type { ConvertColumn } from '../convert-column.ts'

/** Where the values of the new type are made ready. Keys of fields never begin like that. */
export const nextColumn = (key: string): string => `_next_${key}`.slice(0, 63)

interface Site {
  readonly schema: string
  readonly table: string
  readonly column: Column
}

const triggerOf = (position: number): string => quoteIdent(`_type_change_${position}`)

const functionOf = (schema: string): string => quoteTable(schema, '_type_change_noted')

const run = async (tx: Connection, text: string): Promise<void> => void (await tx.query({ text, values: [] }))

/** Notes every record whose old value is written from now on, whoever writes it. */
export async function createNoting(tx: Connection, schema: string): Promise<void> {
  const notes = quoteTable(schema, '_type_change_note')
  await run(
    tx,
    `create or replace function ${functionOf(schema)}() returns trigger language plpgsql as $noted$
    begin
      insert into ${notes} (work, position, record) values (tg_argv[0]::uuid, tg_argv[1]::int, new.id);
      return null;
    end $noted$`,
  )
}

/** Adds the new column, empty, and begins to note what is written into the old one. */
export async function addNextColumn(
  tx: Connection,
  { schema, table, column }: Site,
  { work, position }: { readonly work: string; readonly position: number },
): Promise<void> {
  await run(tx, addColumnSql(schema, table, { ...column, name: nextColumn(column.name) }))
  await run(
    tx,
    `create trigger ${triggerOf(position)} after insert or update of ${quoteIdent(column.name)} on ${quoteTable(schema, table)}
    for each row execute function ${functionOf(schema)}('${work}', '${position}')`,
  )
}

/**
 * The keys that a column will have when it takes its place. Made while it is empty, since the last step would have to look at
 * every row for them.
 */
export async function keepTargets(
  tx: Connection,
  schema: string,
  { steps }: MigrationPlan,
  { table, column }: Pick<ConvertColumn, 'table' | 'column'>,
): Promise<void> {
  for (const step of steps) {
    if (step.type !== 'addForeignKey') continue
    const { foreignKey } = step
    if (foreignKey.table !== table || foreignKey.column !== column.name) continue
    const isThere = await hasConstraint(tx, schema, foreignKey.name)
    if (isThere || (await columnsOf(tx, schema, foreignKey.target)).size === 0) continue
    await run(tx, addForeignKeySql(schema, { ...foreignKey, column: nextColumn(column.name) }))
    await run(
      tx,
      `alter table ${quoteTable(schema, table)} validate constraint ${quoteIdent(foreignKey.name)}`,
    )
  }
}

export const stopNoting = (tx: Connection, schema: string, table: string, position: number): Promise<void> =>
  run(tx, `drop trigger if exists ${triggerOf(position)} on ${quoteTable(schema, table)}`)

export const dropNextColumn = (tx: Connection, { schema, table, column }: Site): Promise<void> =>
  run(
    tx,
    `alter table ${quoteTable(schema, table)} drop column if exists ${quoteIdent(nextColumn(column.name))}`,
  )
