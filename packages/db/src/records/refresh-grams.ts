import { soughtOf, textColumnOf, type CompiledForm } from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'

export interface SearchedRow {
  readonly id: string
  readonly texts: readonly (string | null)[]
}

function searchedColumn(field: Field): string {
  const column = quoteIdent(textColumnOf(field))
  return field.type === 'tags' ? `array_to_string(${column}, ' ')` : `${column}::text`
}

/** What the search reads of a record, as an SQL array. */
export const searchedTexts = (form: CompiledForm): string =>
  `array[${form.searchFields.map(searchedColumn).join(', ')}]::text[]`

/** Stores what the search looks at for these records. */
export async function storeGrams(
  tx: Connection,
  schema: string,
  form: CompiledForm,
  rows: readonly SearchedRow[],
): Promise<void> {
  const found = rows.map(({ id, texts }) => ({
    id,
    ...soughtOf(form.searchFields, texts, form.form.titleField),
  }))
  await tx.query(
    prepared({
      text: `update ${quoteTable(schema, form.table)} as t set _grams = x._grams, _sought = x._sought
        from jsonb_to_recordset($1) as x (id uuid, _grams text[], _sought text)
        where t.id = x.id and (t._grams is distinct from x._grams or t._sought is distinct from x._sought)`,
      values: [JSON.stringify(found)],
    }),
  )
}

/** Makes what the search looks at of these records anew. */
export async function renewGrams(
  tx: Connection,
  schema: string,
  form: CompiledForm,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0 || form.searchFields.length === 0) return
  const rows = await tx.query<SearchedRow>(
    prepared({
      text: `select id, ${searchedTexts(form)} as texts from ${quoteTable(schema, form.table)} where id = any($1::uuid[])`,
      values: [ids],
    }),
  )
  await storeGrams(tx, schema, form, rows)
}

/** Lets the search find records by what was just calculated of them. */
export async function refreshGrams(
  tx: Connection,
  schema: string,
  form: CompiledForm,
  changed: readonly { readonly id: string; readonly fields: ReadonlySet<string> }[],
): Promise<void> {
  const ids = changed
    .filter(({ fields }) => form.searchFields.some(({ key }) => fields.has(key)))
    .map(({ id }) => id)
  await renewGrams(tx, schema, form, ids)
}
