import {
  planExport,
  type ExportColumn,
  type ExportRequest,
  type ResultRow,
  type RowShape,
} from '@pipewright/compiler'
import { peopleFormOf, valueFields, type PeopleForm } from '@pipewright/metadata'
import type { LineItemsField } from '@pipewright/schemas'
import type { Connection, Transacting } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { toStatement } from '../connection/statement.ts'
import type { Outcome } from '../records/outcome.ts'
import { readSceneOf, type Scene } from '../records/scene.ts'
import { sharedTitles, type SharedTitles } from './shared-titles.ts'

const perBatch = 1000

export interface PlannedExport {
  readonly columns: readonly ExportColumn[]
  readonly shape: RowShape
  /** Hands over the rows of one snapshot in batches; `take` may wait until they were sent. */
  read(
    on: Transacting,
    take: (
      rows: readonly ResultRow[],
      titles: ReadonlyMap<string, string>,
      shared: SharedTitles,
    ) => Promise<void>,
  ): Promise<void>
}

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

/** Names of files, departments and lists of members, which rows hold by id alone. */
async function titlesOf(
  tx: Connection,
  scene: Scene,
  columns: readonly ExportColumn[],
  shape: RowShape,
  rows: readonly ResultRow[],
): Promise<Map<string, string>> {
  const { workspace } = scene
  const titles = new Map<string, string>()
  const ids = rows.flatMap((row) => filesIn(columns, shape, row))
  const add = (found: readonly { id: string; name: string }[]) => {
    for (const { id, name } of found) titles.set(id, name)
  }
  if (ids.length > 0)
    add(
      await tx.query({
        text: `select id, name from ${quoteTable(workspace.schema, '_file')} where id = any($1)`,
        values: [[...new Set(ids)]],
      }),
    )
  const people = namedPeople(columns, scene)
  if (people.has('_member'))
    add(
      await tx.query({
        text: `select id, name from ${quoteTable(workspace.schema, '_member')}`,
        values: [],
      }),
    )
  if (people.has('_department'))
    add(
      await tx.query({
        text: `select id, name from ${quoteTable(workspace.schema, '_department')}`,
        values: [],
      }),
    )
  return titles
}

/** Plans an export, or says why there is none; nothing was read yet. */
export function exportRows(scene: Scene, form: string, request: ExportRequest): Outcome<PlannedExport> {
  const plan = planExport(readSceneOf(scene), form, request)
  if (!plan.ok) return plan
  const { columns, shape } = plan
  const { text, values } = toStatement(plan.statement)
  return {
    ok: true,
    columns,
    shape,
    async read(on, take) {
      await on.transaction(
        async (tx) => {
          const shared = await sharedTitles(tx, scene, columns)
          // A slow reader may take its time between two batches.
          await tx.query({ text: `set local idle_in_transaction_session_timeout = '10min'`, values: [] })
          await tx.query({ text: `declare exported no scroll cursor for ${text}`, values })
          for (;;) {
            const rows = await tx.query<ResultRow>({ text: `fetch ${perBatch} from exported`, values: [] })
            if (rows.length > 0) await take(rows, await titlesOf(tx, scene, columns, shape, rows), shared)
            if (rows.length < perBatch) return
          }
        },
        { isolation: 'repeatable read', readOnly: true, statementTimeoutMs: 0 },
      )
    },
  }
}
