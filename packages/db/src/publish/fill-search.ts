import { gramsOf, type CompiledForm } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

const batch = 1000

type SearchedRow = { readonly id: string; readonly texts: (string | null)[] }

/** Makes what the search looks at of every record of a form, from the fields that it searches now. */
export async function fillSearch(
  tx: Connection,
  { schema }: WorkspaceRef,
  form: CompiledForm,
): Promise<void> {
  const table = quoteTable(schema, form.table)
  const texts = form.searchFields.map(({ key }) => `${quoteIdent(key)}::text`).join(', ')
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await tx.query<SearchedRow>({
      text: `select id, array[${texts}]::text[] as texts from ${table} where id > $1 order by id limit ${batch}`,
      values: [last],
    })
    const next = rows.at(-1)
    if (next === undefined) return
    last = next.id
    const grams = rows.map(({ id, texts: found }) => ({ id, grams: gramsOf(found) }))
    await tx.query({
      text: `update ${table} as t set _grams = array(select jsonb_array_elements_text(x.grams))
        from jsonb_to_recordset($1) as x (id uuid, grams jsonb) where t.id = x.id`,
      values: [JSON.stringify(grams)],
    })
  }
}
