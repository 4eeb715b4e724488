import { eachRow, type CompiledForm, type CompiledItems, type PreparedRecord } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { Scene } from './scene.ts'

const attachmentsOf = ({ fields }: Pick<CompiledItems, 'fields'>): string[] =>
  [...fields.values()].filter(({ type }) => type === 'attachment').map(({ key }) => key)

interface Attached {
  readonly record: string
  /** A field, or a column of line items: "items.picture". */
  readonly field: string
  readonly ids: readonly string[]
}

const idsIn = (value: unknown): readonly string[] => (value ?? []) as readonly string[]

/** What each changed place names now, of all rows together. */
function attachedBy(form: CompiledForm, { system, values, changed }: PreparedRecord): Attached[] {
  const record = system.id
  const own = attachmentsOf(form)
    .filter((field) => changed.includes(field))
    .map((field) => ({ record, field, ids: idsIn(values[field]) }))
  const changedItems = form.allItems.filter(({ path }) => changed.includes(path.split('.')[0] ?? ''))
  const columns = changedItems.flatMap((items) =>
    attachmentsOf(items).map((key) => ({ items, key, ids: [] as string[] })),
  )
  if (columns.length === 0) return own
  for (const { items, data } of eachRow(form, values, null))
    for (const column of columns) if (column.items === items) column.ids.push(...idsIn(data[column.key]))
  return [...own, ...columns.map(({ items, key, ids }) => ({ record, field: `${items.path}.${key}`, ids }))]
}

/**
 * Files named for the first time now belong to their record, whose rights then guard them. What the record names no more
 * stays its own, for its history, but is not among its files.
 */
export async function attachFiles(
  tx: Connection,
  { workspace }: Scene,
  form: CompiledForm,
  records: readonly PreparedRecord[],
): Promise<void> {
  const places = records.flatMap((record) => attachedBy(form, record))
  if (places.length === 0) return
  const table = quoteTable(workspace.schema, '_file')
  const named = places.flatMap(({ ids, ...place }) => ids.map((id) => ({ id, ...place })))
  if (named.length > 0)
    await tx.query(
      prepared({
        text: `update ${table} as f set form = $1, record = x.record, field = x.field
          from json_to_recordset($2::json) as x(id uuid, record uuid, field text) where f.id = x.id and f.record is null and f.field is null`,
        values: [form.key, JSON.stringify(named)],
      }),
    )
  await tx.query(
    prepared({
      text: `update ${table} as f set in_use = not f.in_use
        from json_to_recordset($2::json) as x(record uuid, field text, ids json)
        where f.form = $1 and f.record = x.record and f.field = x.field
          and f.in_use is distinct from (f.id::text in (select json_array_elements_text(x.ids)))`,
      values: [form.key, JSON.stringify(places)],
    }),
  )
}
