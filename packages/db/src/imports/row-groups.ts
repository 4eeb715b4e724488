import {
  groupRows,
  lineOf,
  recordIdColumn,
  type CompiledForm,
  type Grouping,
  type RowGroup,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { prepared } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { FileRow, ImportJob } from './import-job.ts'
import { readRows, rowTable } from './import-store.ts'

/** So many rows are read at once. */
export const perBatch = 500
/** Records with lines take several rows each. */
const perBatchOfLines = 2000

/**
 * What tells which rows are one record; undefined where no column fills lines. Where all rows make records, the ids of an
 * exported file fill nothing, but tell which rows were one record; a number that the engine gives fills nothing either, but
 * tells two records apart that say the same.
 */
export function groupingOf(
  form: CompiledForm,
  { columns, mapping, writes }: ImportJob,
): Grouping | undefined {
  const of = (isOf: (field: string) => boolean) =>
    mapping.flatMap(({ field, column }) => (field !== null && isOf(field) ? [column] : []))
  const lines = of((field) => lineOf(field) !== undefined)
  if (lines.length === 0) return undefined
  const own = of((field) => lineOf(field) === undefined)
  const keys = of((field) => writes.by.includes(field))
  if (keys.length > 0) return { own, keys, lines }
  const mapped = new Set([...own, ...lines])
  const given = new Set(form.autoNumbers.flatMap(({ label }) => [label.en, label.zh]))
  const id = recordIdColumn([...form.fields.values()], columns)
  const telling = columns.filter(({ column, name }) => given.has(name) || column === id)
  const unmapped = telling.flatMap(({ column }) => (mapped.has(column) ? [] : [column]))
  return { own: [...own, ...unmapped], keys: id === undefined ? [] : [id], lines }
}

/** The records that the next rows are: whole ones, wherever a batch of rows ends. */
export async function readRecords(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  after: number,
  grouping: Grouping | undefined,
): Promise<readonly RowGroup<FileRow>[]> {
  if (grouping === undefined)
    return (await readRows(connection, workspace, id, after, perBatch)).map((row) => ({
      head: row,
      rows: [row],
    }))
  const groups: RowGroup<FileRow>[] = []
  for (let from = after; ;) {
    const rows = await readRows(connection, workspace, id, from, perBatchOfLines)
    groupRows(grouping, groups, rows)
    if (rows.length < perBatchOfLines) return groups
    // The last one may go on in the rows that follow.
    if (groups.length > 1) return groups.slice(0, -1)
    from = rows.at(-1)?.row ?? from
  }
}

/** Remembers which rows belong to the record of a row above; nothing is told of these by themselves. */
export async function saveParts(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  groups: readonly RowGroup<FileRow>[],
): Promise<void> {
  const parts = groups.flatMap(({ head, rows }) => rows.slice(1).map(({ row }) => ({ row, part: head.row })))
  if (parts.length === 0) return
  await connection.query(
    prepared({
      text: `update ${rowTable(workspace)} as r set part_of = x.part, "values" = null, problems = null, warnings = null,
          target = null, seen = null, was = null, alike = null, fate = null, lines = null, line_count = 0
        from json_to_recordset($2::json) as x(row int, part int) where r.import = $1 and r.row = x.row`,
      values: [id, JSON.stringify(parts)],
    }),
  )
}
