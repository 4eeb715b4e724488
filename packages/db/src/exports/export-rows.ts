import {
  planExport,
  type ExportColumn,
  type ExportLines,
  type ExportRequest,
  type ResultRow,
  type RowShape,
} from '@pipewright/compiler'
import type { Connection, Transacting } from '../connection/connection.ts'
import { toStatement } from '../connection/statement.ts'
import type { Outcome } from '../records/outcome.ts'
import { readSceneOf, runOnce, type Scene } from '../records/scene.ts'
import { sharedTitles, type SharedTitles } from '../imports/shared-titles.ts'
import { rightsMark } from './rights-mark.ts'
import { titleReader } from './export-titles.ts'

const perBatch = 1000
/** Records whose lines are rows: each may have a thousand of them. */
const perBatchOfLines = 100

export interface PlannedExport {
  readonly columns: readonly ExportColumn[]
  readonly shape: RowShape
  readonly lines?: ExportLines
  /** Tells apart what two sets of rights would let into this file. */
  readonly rights: string
  /** How many records it has, up to as many as one cares for. */
  count(connection: Connection, most: number): Promise<number>
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

/** Plans an export, or says why there is none; nothing was read yet. */
export function exportRows(scene: Scene, form: string, request: ExportRequest): Outcome<PlannedExport> {
  const plan = planExport(readSceneOf(scene), form, request)
  if (!plan.ok) return plan
  const { columns, shape, lines } = plan
  const named: readonly ExportColumn[] =
    lines === undefined ? columns : [...columns, { path: lines.field.key, field: lines.field, through: [] }]
  const atOnce = lines === undefined ? perBatch : perBatchOfLines
  const { text, values } = toStatement(plan.statement)
  return {
    ok: true,
    columns,
    shape,
    ...(lines === undefined ? {} : { lines }),
    rights: rightsMark(scene, form, named),
    async count(connection, most) {
      const [row] = await runOnce<{ count: number }>(connection, plan.count(most))
      return row?.count ?? 0
    },
    async read(on, take) {
      await on.transaction(
        async (tx) => {
          const shared = await sharedTitles(tx, scene, [...columns, ...(lines?.columns ?? [])])
          const titlesOf = titleReader(tx, scene, named, shape)
          // A slow reader may take its time between two batches.
          await tx.query({ text: `set local idle_in_transaction_session_timeout = '10min'`, values: [] })
          // All rows are wanted, not the first ones soon.
          await tx.query({ text: 'set local cursor_tuple_fraction = 1', values: [] })
          await tx.query({ text: `declare exported no scroll cursor for ${text}`, values })
          for (;;) {
            const rows = await tx.query<ResultRow>({ text: `fetch ${atOnce} from exported`, values: [] })
            if (rows.length > 0) await take(rows, await titlesOf(rows), shared)
            if (rows.length < atOnce) return
          }
        },
        { isolation: 'repeatable read', readOnly: true, statementTimeoutMs: 0 },
      )
    },
  }
}
