import { matchKeys, textColumnOf, type CompiledApp, type CompiledForm } from '@pipewright/compiler'
import type { Connection, Database } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

const batch = 500

interface Row {
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
}

/** The compared fields of a record as they are entered, as an SQL object. */
function comparedSql({ matches }: CompiledForm): string {
  const fields = new Map(
    matches.flatMap(({ compare }) =>
      compare.flatMap((each) => each.fields.map((field) => [field.key, field] as const)),
    ),
  )
  const pairs = [...fields].map(([key, field]) => `'${key}', ${quoteIdent(textColumnOf(field))}::text`)
  return pairs.length === 0 ? `'{}'::jsonb` : `jsonb_build_object(${pairs.join(', ')})`
}

async function matchBatch(
  tx: Connection,
  schema: string,
  form: CompiledForm,
  after: string,
): Promise<string | undefined> {
  const table = quoteTable(schema, form.table)
  const rows = await tx.query<Row>({
    text: `select id, ${comparedSql(form)} as values from ${table} where id > $1 order by id limit ${batch} for no key update`,
    values: [after],
  })
  const found = rows.map(({ id, values }) => ({ id, keys: matchKeys(form.matches, values) }))
  if (found.length > 0)
    await tx.query({
      text: `update ${table} as t set _match = x.keys from jsonb_to_recordset($1) as x (id uuid, keys text[])
        where t.id = x.id and t._match is distinct from x.keys`,
      values: [JSON.stringify(found)],
    })
  return rows.at(-1)?.id
}

/** One transaction: a few records of a form, and how far it went. Answers whether there was anything to do. */
const settleBatch = (database: Database, { schema }: WorkspaceRef, app: CompiledApp): Promise<boolean> =>
  database.transaction(async (tx) => {
    const work = quoteTable(schema, '_match_work')
    const [next] = await tx.query<{ form_table: string; after: string }>({
      text: `select form_table, after from ${work} order by form_table limit 1 for update skip locked`,
      values: [],
    })
    if (next === undefined) return false
    const form = app.definition.forms
      .map(({ key }) => app.form(key))
      .find((one) => one?.table === next.form_table)
    const last =
      form === undefined || form.matches.length === 0
        ? undefined
        : await matchBatch(tx, schema, form, next.after)
    await tx.query(
      last === undefined
        ? { text: `delete from ${work} where form_table = $1`, values: [next.form_table] }
        : { text: `update ${work} set after = $2 where form_table = $1`, values: [next.form_table, last] },
    )
    return true
  })

/** Stores by what records are compared that were written before it was asked for; goes on where it was stopped or killed. */
export async function settleMatching(
  database: Database,
  workspace: WorkspaceRef,
  host: { currentApp(): Promise<CompiledApp>; isStopping(): boolean },
): Promise<void> {
  while (!host.isStopping()) if (!(await settleBatch(database, workspace, await host.currentApp()))) return
}
