import { columnOf, tableOf, type Composite, type FieldValue } from '@pipewright/compiler'
import { indexDefinition } from '@pipewright/metadata'
import type { AppDefinition, Field } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'

interface Named {
  readonly form: string
  readonly id: string
}

function namedBy(field: Field, value: FieldValue): Named[] {
  if (field.type === 'relation') return typeof value === 'string' ? [{ form: field.form, id: value }] : []
  if (field.type !== 'anyRelation' || value === null) return []
  const { form, id } = value as Composite
  return [{ form: String(form), id: String(id) }]
}

/**
 * What a builder reads for some values of a relation instead of their ids: "Account: Suzhou Precision", by the id and by
 * `account:0193…`.
 */
export async function titlesOf(
  connection: Connection,
  schema: string,
  definition: AppDefinition,
  field: Field,
  values: readonly FieldValue[],
): Promise<ReadonlyMap<string, string>> {
  const named = values.flatMap((value) => namedBy(field, value))
  const titles = new Map<string, string>()
  for (const form of new Set(named.map((one) => one.form))) {
    const found = indexDefinition(definition).form(form)
    const title = found?.fields.find(({ key }) => key === found.titleField)
    if (found === undefined || title === undefined || columnOf(title)?.type !== 'text') continue
    const rows = await connection.query<{ id: string; title: string | null }>({
      text: `select id, ${quoteIdent(title.key)} as title from ${quoteTable(schema, tableOf(form))} where id = any($1)`,
      values: [named.filter((one) => one.form === form).map(({ id }) => id)],
    })
    const label = found.label.en ?? found.label.zh ?? form
    for (const { id, title: text } of rows)
      for (const key of [id, `${form}:${id}`]) titles.set(key, `${label}: ${text ?? ''}`)
  }
  return titles
}
