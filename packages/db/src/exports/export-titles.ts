import type { ExportColumn, ResultRow, RowShape } from '@pipewright/compiler'
import { peopleFormOf, valueFields, type PeopleForm } from '@pipewright/metadata'
import type { LineItemsField } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { Scene } from '../records/scene.ts'

/** Whose names the columns need; line items may hold any of them. */
function namedPeople(columns: readonly ExportColumn[], { app }: Scene): ReadonlySet<PeopleForm> {
  const forms = columns.flatMap(({ path, field }): PeopleForm[] => {
    if (path === 'department' || path.endsWith('.department')) return ['_department']
    const fields = field.type === 'lineItems' ? valueFields(field) : [app.index.shown(field)]
    return fields.flatMap((one) => peopleFormOf(one) ?? [])
  })
  return new Set(forms)
}

const list = (value: unknown) => (value ?? []) as readonly string[]

function filesInRows(field: LineItemsField, value: unknown): string[] {
  const rows = (value ?? []) as readonly Readonly<Record<string, unknown>>[]
  return rows.flatMap((row) =>
    field.fields.flatMap((column) => {
      if (column.type === 'lineItems') return filesInRows(column, row[column.key])
      return column.type === 'attachment' ? list(row[column.key]) : []
    }),
  )
}

/** Ids of the files of a record and of its rows. */
function filesIn(columns: readonly ExportColumn[], shape: RowShape, row: ResultRow): string[] {
  const own = shape.columns
    .filter(({ field }) => field.type === 'attachment')
    .flatMap(({ value }) => list(row[value]))
  const inRows = shape.items.flatMap(({ key, value }) => {
    const field = columns.find(({ path }) => path === key)?.field
    return field?.type === 'lineItems' ? filesInRows(field, row[value]) : []
  })
  return [...own, ...inRows]
}

/** Names of files, departments and members, which rows hold by id alone; people are asked for once for all rows. */
export function titleReader(
  tx: Connection,
  scene: Scene,
  columns: readonly ExportColumn[],
  shape: RowShape,
): (rows: readonly ResultRow[]) => Promise<ReadonlyMap<string, string>> {
  const table = (name: string) => quoteTable(scene.workspace.schema, name)
  const named = async (text: string, values: readonly unknown[]) => {
    const found = await tx.query<{ id: string; name: string }>({ text, values })
    return found.map(({ id, name }) => [id, name] as const)
  }
  let people: Promise<(readonly [string, string])[]> | undefined
  async function readPeople() {
    const all: (readonly [string, string])[] = []
    for (const form of namedPeople(columns, scene))
      all.push(...(await named(`select id, name from ${table(form)}`, [])))
    return all
  }
  return async (rows) => {
    const ids = [...new Set(rows.flatMap((row) => filesIn(columns, shape, row)))]
    const files =
      ids.length === 0 ? [] : await named(`select id, name from ${table('_file')} where id = any($1)`, [ids])
    return new Map([...(await (people ??= readPeople())), ...files])
  }
}
