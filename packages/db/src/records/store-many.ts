import type { CompiledForm, PreparedRecord } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { changedColumns, systemChanges } from './store-change.ts'
import { columnsOf, recordset, textFor } from './record-tables.ts'
import type { Scene } from './scene.ts'

function updateSql(schema: string, form: CompiledForm, changed: readonly string[]): string {
  const all = columnsOf(form)
  const columns = all.filter(
    ({ name }) => (systemChanges as readonly string[]).includes(name) || changed.includes(name),
  )
  const known = all.filter(({ name }) => name === 'id' || name === 'version')
  const sets = columns.map(({ name }) => `${quoteIdent(name)} = x.${quoteIdent(name)}`).join(', ')
  return `update ${quoteTable(schema, form.table)} as t set version = t.version + 1, ${sets}
    from json_to_recordset($1::json) as x(${recordset([...known, ...columns])}) where t.id = x.id and t.version = x.version returning t.id`
}

/** Stores records of which no rows changed, those that change the same fields in one statement. All of them are locked. */
export async function storeMany(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  records: readonly PreparedRecord[],
): Promise<void> {
  const { schema } = scene.workspace
  const columnsIn = ({ changed }: PreparedRecord) => changedColumns(form, changed)
  for (const alike of Map.groupBy(records, (record) => columnsIn(record).join(' ')).values()) {
    const [first] = alike
    if (first === undefined) continue
    const changed = columnsIn(first)
    const text = textFor(form, `many ${changed.join(' ')}`, () => updateSql(schema, form, changed))
    const rows = alike.map(({ system, values, sought }) => ({
      ...Object.fromEntries(changed.map((key) => [key, values[key]])),
      ...system,
      ...sought,
    }))
    const stored = await tx.query(prepared({ text, values: [JSON.stringify(rows)] }))
    if (stored.length < rows.length) throw new Error('a locked record changed its version')
  }
}
