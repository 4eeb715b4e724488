import type { CompiledApp } from '@pipewright/compiler'
import type { Database } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { searchedTexts, storeGrams, type SearchedRow } from './refresh-grams.ts'

const batch = 300

interface Work {
  readonly form_table: string
  readonly after: string
}

/** One transaction: a few records of a form, and how far it went. Answers whether there was anything to do. */
const settleBatch = (database: Database, { schema }: WorkspaceRef, app: CompiledApp): Promise<boolean> =>
  database.transaction(async (tx) => {
    const work = quoteTable(schema, '_spelling_work')
    const [next] = await tx.query<Work>({
      text: `select form_table, after from ${work} order by form_table limit 1 for update skip locked`,
      values: [],
    })
    if (next === undefined) return false
    const known = app.definition.forms.map(({ key }) => app.form(key))
    const form = known.find((one) => one?.table === next.form_table)
    const rows =
      form === undefined || form.searchFields.length === 0
        ? []
        : await tx.query<SearchedRow>({
            text: `select id, ${searchedTexts(form)} as texts from ${quoteTable(schema, form.table)} where id > $1 order by id limit ${batch} for update`,
            values: [next.after],
          })
    const last = rows.at(-1)
    if (form === undefined || last === undefined) {
      await tx.query({ text: `delete from ${work} where form_table = $1`, values: [next.form_table] })
      return true
    }
    await storeGrams(tx, schema, form, rows)
    await tx.query({
      text: `update ${work} set after = $2 where form_table = $1`,
      values: [next.form_table, last.id],
    })
    return true
  })

/** Lets the search find records by how their Chinese is read that were stored before; goes on where it was stopped or killed. */
export async function settleSpelling(
  database: Database,
  workspace: WorkspaceRef,
  host: { currentApp(): Promise<CompiledApp>; isStopping(): boolean },
): Promise<void> {
  while (!host.isStopping()) if (!(await settleBatch(database, workspace, await host.currentApp()))) return
}
