import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { columnsOf } from '../publish/catalogue.ts'

const names = async (tx: Connection, text: string, values: unknown[]): Promise<string[]> =>
  (await tx.query<{ name: string }>({ text, values })).map(({ name }) => name)

/** Triggers that keep links in step with a column; they stand in the way of its removal. */
const triggersOf = (tx: Connection, schema: string, table: string, column: string) =>
  names(
    tx,
    `select distinct tgname as name from pg_trigger
      join pg_depend on classid = 'pg_trigger'::regclass and objid = pg_trigger.oid and refclassid = 'pg_class'::regclass
      join pg_attribute on attrelid = refobjid and attnum = refobjsubid
      where tgrelid = $1::regclass and attname = $2 and not tgisinternal`,
    [quoteTable(schema, table), column],
  )

/** Generated columns of the table that are made of a column. */
const madeOf = (tx: Connection, schema: string, table: string, column: string) =>
  names(
    tx,
    `select made.attname as name from pg_attrdef
      join pg_attribute made on made.attrelid = adrelid and made.attnum = adnum
      join pg_depend on classid = 'pg_attrdef'::regclass and objid = pg_attrdef.oid
      join pg_attribute source on source.attrelid = refobjid and source.attnum = refobjsubid
      where adrelid = $1::regclass and made.attgenerated = 's' and source.attname = $2 and made.attname <> $2`,
    [quoteTable(schema, table), column],
  )

/** Drops a column for good, with what was made of it and nothing else. */
export async function dropKeptColumn(
  tx: Connection,
  schema: string,
  table: string,
  column: string,
): Promise<void> {
  if (!(await columnsOf(tx, schema, table)).has(column)) return
  const rows = quoteTable(schema, table)
  const run = async (text: string) => void (await tx.query({ text, values: [] }))
  for (const trigger of await triggersOf(tx, schema, table, column))
    await run(`drop trigger ${quoteIdent(trigger)} on ${rows}`)
  const gone = [...(await madeOf(tx, schema, table, column)), column].map(
    (one) => `drop column ${quoteIdent(one)}`,
  )
  await run(`alter table ${rows} ${gone.join(', ')}`)
}

/** Drops a table for good. Kept columns elsewhere that refer to it keep their values; what else leans on it stops it. */
export async function dropKeptTable(tx: Connection, schema: string, table: string): Promise<void> {
  if ((await columnsOf(tx, schema, table)).size === 0) return
  const rows = quoteTable(schema, table)
  const keys = await tx.query<{ name: string; owner: string }>({
    text: `select conname as name, relname as owner from pg_constraint join pg_class on pg_class.oid = conrelid
      where confrelid = $1::regclass and contype = 'f' and conrelid <> confrelid`,
    values: [rows],
  })
  for (const { name, owner } of keys)
    await tx.query({
      text: `alter table ${quoteTable(schema, owner)} drop constraint ${quoteIdent(name)}`,
      values: [],
    })
  await tx.query({ text: `drop table ${rows}`, values: [] })
}
