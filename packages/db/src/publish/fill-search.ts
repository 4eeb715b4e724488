import type { CompiledForm } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { searchedTexts, storeGrams, type SearchedRow } from '../records/refresh-grams.ts'

const batch = 1000

/** Makes what the search looks at of every record of a form, from the fields that it searches now. */
export async function fillSearch(
  tx: Connection,
  { schema }: WorkspaceRef,
  form: CompiledForm,
): Promise<void> {
  const table = quoteTable(schema, form.table)
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await tx.query<SearchedRow>({
      text: `select id, ${searchedTexts(form)} as texts from ${table} where id > $1 order by id limit ${batch}`,
      values: [last],
    })
    const next = rows.at(-1)
    if (next === undefined) return
    last = next.id
    await storeGrams(tx, schema, form, rows)
  }
}
