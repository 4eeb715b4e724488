import { eachRow, type CompiledForm, type CompiledItems, type PreparedRecord } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { Scene } from './scene.ts'

const attachmentsOf = ({ fields }: CompiledItems): string[] =>
  [...fields.values()].filter(({ type }) => type === 'attachment').map(({ key }) => key)

/** Files named for the first time now belong to their record, whose rights then guard them. */
export async function attachFiles(
  tx: Connection,
  { workspace }: Scene,
  form: CompiledForm,
  records: readonly PreparedRecord[],
): Promise<void> {
  const own = [...form.fields.values()].filter((field) => field.type === 'attachment')
  const attached = records.flatMap(({ system, values, changed }) =>
    own
      .filter((field) => changed.includes(field.key))
      .flatMap((field) =>
        ((values[field.key] ?? []) as readonly string[]).map((id) => ({
          id,
          record: system.id,
          field: field.key,
        })),
      ),
  )
  const filed = new Map(form.allItems.map((items) => [items, attachmentsOf(items)]))
  const inRows = records.flatMap(({ system, values, changed }) =>
    eachRow(form, values, null)
      .filter(({ items }) => changed.includes(items.path.split('.')[0] ?? ''))
      .flatMap(({ items, data }) =>
        (filed.get(items) ?? []).flatMap((key) =>
          ((data[key] ?? []) as readonly string[]).map((id) => ({
            id,
            record: system.id,
            field: `${items.path}.${key}`,
          })),
        ),
      ),
  )
  const all = [...attached, ...inRows]
  if (all.length === 0) return
  await tx.query(
    prepared({
      text: `update ${quoteTable(workspace.schema, '_file')} as f set form = $1, record = x.record, field = x.field
        from json_to_recordset($2::json) as x(id uuid, record uuid, field text) where f.id = x.id and f.record is null and f.field is null`,
      values: [form.key, JSON.stringify(all)],
    }),
  )
}
