import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import type { Scene } from './scene.ts'

/** From so many records on, sorting the entries of all costs less than finding the place of each. */
const many = 100

/** Tables whose rows a write to a form changes: its own, and those of what is calculated from it, however far away. */
function tablesOf({ app, workspace: { schema } }: Scene, formKey: string): readonly string[] {
  const forms = new Set([formKey])
  for (const each of forms) for (const { target } of app.dependents.get(each) ?? []) forms.add(target)
  const names = [...forms].flatMap((each) => app.form(each)?.table ?? [])
  return names.toSorted().map((name) => quoteTable(schema, name))
}

/** Their indexes of what is searched and compared, which hold many entries of each row. */
async function entryIndexes(tx: Connection, schema: string, tables: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ name: string }>({
    text: `select c.relname as name from pg_index as i join pg_class as c on c.oid = i.indexrelid join pg_am as a on a.oid = c.relam
      where i.indrelid = any($1::regclass[]) and a.amname = 'gin' order by 1`,
    values: [tables],
  })
  return rows.map(({ name }) => `${quoteIdent(schema)}.${quoteIdent(name)}`)
}

async function setGathering(tx: Connection, indexes: readonly string[], is: boolean): Promise<void> {
  for (const index of indexes)
    await tx.query({ text: `alter index ${index} set (fastupdate = ${is ? 'on' : 'off'})`, values: [] })
}

/**
 * Writes many records of a form in a transaction that begins with this: what they are searched and compared by, a row of
 * which has dozens of entries, is gathered, sorted and put into its indexes in the end, instead of one entry after the other.
 * Searches find what was gathered all the time. Others who write keep their way, since nobody sees the setting before it
 * is taken back; what an undone transaction gathered goes with the next one or with a vacuum.
 */
export async function withEntriesGathered<T>(
  tx: Connection,
  scene: Scene,
  { form, records }: { readonly form: string; readonly records: number },
  write: () => Promise<T>,
): Promise<T> {
  const tables = records < many ? [] : tablesOf(scene, form)
  if (tables.length === 0) return write()
  // Before the indexes, as whoever alters a table takes them.
  await tx.query({ text: `lock table ${tables.join(', ')} in row exclusive mode`, values: [] })
  const indexes = await entryIndexes(tx, scene.workspace.schema, tables)
  await setGathering(tx, indexes, true)
  const answer = await write()
  for (const index of indexes)
    await tx.query({ text: 'select gin_clean_pending_list($1::regclass)', values: [index] })
  await setGathering(tx, indexes, false)
  return answer
}
