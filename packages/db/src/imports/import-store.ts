import type { ColumnMapping } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { FileColumn, FileRow, ImportJob, ReadAs, RowProblem } from './import-job.ts'
import type { Fate, RowAlike } from './row-alike.ts'

export const importTable = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_import')
export const rowTable = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_import_row')

/** Of good rows, those that become something. */
export const comesIn = `(fate is null or fate in ('import', 'update'))`

const selected = `id, form, file_name as "fileName", read_as as "readAs", state, rows, records, lines, done, bad, columns, mapping, writes, changed, same, alike, undecided, left_out as "left", skip_bad as "skipBad", tell,
  problems, warned, warnings, error, created_by as "createdBy", change_set as "changeSet", position, refused, locale, zone, files`

export interface NewImport {
  readonly id: string
  readonly form: string
  readonly fileName: string
  readonly createdBy: string
  readonly now: string
}

/** Begins an import whose rows are staged in the same transaction. */
export async function insertImport(tx: Connection, workspace: WorkspaceRef, job: NewImport): Promise<void> {
  await tx.query({
    text: `insert into ${importTable(workspace)} (id, form, file_name, state, created_by, created_at, updated_at)
      values ($1, $2, $3, 'uploaded', $4, $5, $5)`,
    values: [job.id, job.form, job.fileName, job.createdBy, job.now],
  })
}

/** Stages rows of the file, many at a time. */
export async function stageRows(
  tx: Connection,
  workspace: WorkspaceRef,
  id: string,
  rows: readonly FileRow[],
): Promise<void> {
  await tx.query(
    prepared({
      text: `insert into ${rowTable(workspace)} (import, row, cells)
        select $1, x.row, x.cells from json_to_recordset($2::json) as x(row int, cells jsonb)`,
      values: [id, JSON.stringify(rows)],
    }),
  )
}

/** What the staged file holds. */
export async function describeImport(
  tx: Connection,
  workspace: WorkspaceRef,
  id: string,
  found: {
    readonly rows: number
    readonly columns: readonly FileColumn[]
    readonly mapping: readonly ColumnMapping[]
    readonly readAs?: ReadAs | null
  },
): Promise<void> {
  await tx.query({
    text: `update ${importTable(workspace)} set rows = $2, records = $2, columns = $3, mapping = $4, read_as = $5 where id = $1`,
    values: [
      id,
      found.rows,
      JSON.stringify(found.columns),
      JSON.stringify(found.mapping),
      found.readAs == null ? null : JSON.stringify(found.readAs),
    ],
  })
}

/** An import of this member; that of another does not exist. */
export async function findImport(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  member: string,
): Promise<ImportJob | undefined> {
  const [job] = await connection.query<ImportJob>({
    text: `select ${selected} from ${importTable(workspace)} where id = $1 and created_by = $2`,
    values: [id, member],
  })
  return job
}

/** Imports of anybody whose rows are being checked or come in. */
export const listAtWork = (connection: Connection, workspace: WorkspaceRef): Promise<ImportJob[]> =>
  connection.query<ImportJob>({
    text: `select ${selected} from ${importTable(workspace)} where state in ('checking', 'importing') order by id`,
    values: [],
  })

/** Imports of a member into a form that came in since a moment, also those that stopped midway, newest first. */
export async function listImports(
  connection: Connection,
  workspace: WorkspaceRef,
  {
    form,
    member,
    since,
    most,
  }: { readonly form: string; readonly member: string; readonly since: string; readonly most: number },
): Promise<{ id: string; fileName: string; rows: number; lines: number; at: string }[]> {
  return connection.query({
    text: `select id, file_name as "fileName", done as rows, lines, updated_at as at from ${importTable(workspace)}
      where created_by = $1 and form = $2 and (state = 'done' or (position > 0 and state in ('failed', 'cancelled'))) and updated_at >= $3 order by updated_at desc, id desc limit $4`,
    values: [member, form, since, most],
  })
}

/** The first good rows as they would be stored, for the preview. */
export async function previewRows(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  most: number,
): Promise<StagedRow[]> {
  return connection.query({
    text: `select row, values, target, seen, was, alike, fate, lines from ${rowTable(workspace)}
      where import = $1 and problems is null and part_of is null and values is not null and ${comesIn} order by row limit $2`,
    values: [id, most],
  })
}

/** Rows after one, in their order. */
export async function readRows(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  after: number,
  most: number,
): Promise<FileRow[]> {
  return connection.query(
    prepared({
      text: `select row, cells, choice from ${rowTable(workspace)} where import = $1 and row > $2 order by row limit $3`,
      values: [id, after, most],
    }),
  )
}

/** Some rows as they stand in the file. */
export async function readCells(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  rows: readonly number[],
): Promise<FileRow[]> {
  return connection.query(
    prepared({
      text: `select row, cells from ${rowTable(workspace)} where import = $1 and row = any($2::int[])`,
      values: [id, rows],
    }),
  )
}

/** A good row: a record is made of its values, or the one it means takes them over. */
export interface StagedRow {
  readonly row: number
  readonly values: Record<string, unknown>
  readonly target: string | null
  /** The version that the check saw. */
  readonly seen: number | null
  readonly was: Record<string, unknown> | null
  readonly alike: RowAlike | null
  readonly fate: Fate | 'ask' | null
  /** By line items, the row of the file that each line stands in; null without any. */
  readonly lines: LineRows | null
}

/** By line items, the rows of the file that the lines of a record stand in, in their order. */
export type LineRows = Readonly<Record<string, readonly number[]>>

export interface CheckedRow {
  readonly row: number
  /** What will be written. */
  readonly values: Readonly<Record<string, unknown>>
  readonly problems: readonly RowProblem[] | null
  readonly warnings: readonly RowProblem[] | null
  /** The record that is to be changed, as the check saw it: its version, and what it held in the fields that change. */
  readonly target: string | null
  readonly seen: number | null
  readonly was: Readonly<Record<string, unknown>> | null
  /** Why it is thought to be there already, and what becomes of it; null where nothing looks like it. */
  readonly alike: RowAlike | null
  readonly fate: Fate | 'ask' | null
  readonly lines?: LineRows | null
}

export async function saveChecked(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  rows: readonly CheckedRow[],
): Promise<void> {
  await connection.query(
    prepared({
      text: `update ${rowTable(workspace)} as r set values = x.values, problems = x.problems, warnings = x.warnings, target = x.target, seen = x.seen, was = x.was,
          alike = x.alike, fate = x.fate, lines = x.lines, part_of = null,
          line_count = coalesce((select sum(jsonb_array_length(l.value)) from jsonb_each(x.lines) as l), 0)
        from json_to_recordset($2::json) as x(row int, values jsonb, problems jsonb, warnings jsonb, target uuid, seen int, was jsonb, alike jsonb, fate text, lines jsonb)
        where r.import = $1 and r.row = x.row`,
      values: [id, JSON.stringify(rows)],
    }),
  )
}

/** So many lines, about, are taken up at once, whatever many their records are. */
const mostLines = 10_000

/** Good rows after one, in their order: those that are records, with their lines. */
export async function readGoodRows(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  after: number,
  most: number,
): Promise<StagedRow[]> {
  return connection.query(
    prepared({
      text: `select row, values, target, seen, was, alike, fate, lines from
          (select *, sum(1 + line_count) over (order by row) - line_count as up_to from
            (select * from ${rowTable(workspace)} where import = $1 and row > $2 and problems is null and part_of is null and ${comesIn}
              order by row limit $3) as good) as counted
        where up_to <= $4 order by row`,
      values: [id, after, most, mostLines],
    }),
  )
}

interface NotedRow {
  readonly row: number
  /** Why it stays out though nothing is wrong with it. */
  readonly alike: RowAlike | null
  readonly problems: readonly RowProblem[] | null
  readonly warnings: readonly RowProblem[] | null
}

/** Rows after one of which something is told, in their order. */
export async function readNotedRows(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  after: number,
  most: number,
): Promise<NotedRow[]> {
  return connection.query(
    prepared({
      text: `select row, problems, warnings, case when fate = 'leave' then alike end as alike from ${rowTable(workspace)}
        where import = $1 and row > $2 and (problems is not null or warnings is not null or fate = 'leave') order by row limit $3`,
      values: [id, after, most],
    }),
  )
}

/** A name in a column that no record has, or several. */
export interface NotFound {
  readonly field: string
  readonly text: string
  readonly code: 'not-matched' | 'matched-many'
  /** How many rows have it. */
  readonly rows: number
}

/** Names that were not found or not told apart, those in most rows first; of `several`, only those not told apart. */
export async function readNotFound(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  { fields, several }: { readonly fields: readonly string[]; readonly several: readonly string[] },
  most: number,
): Promise<NotFound[]> {
  return connection.query(
    prepared({
      text: `select p ->> 'field' as field, p -> 'params' ->> 'value' as text, p ->> 'code' as code, count(*)::int as rows
        from ${rowTable(workspace)}, jsonb_array_elements(problems) as p
        where import = $1 and problems is not null and p ->> 'code' in ('not-matched', 'matched-many')
          and (p ->> 'field' = any($2::text[]) or (p ->> 'code' = 'matched-many' and p ->> 'field' = any($4::text[]))) and p -> 'params' ->> 'value' is not null
        group by 1, 2, 3 order by 4 desc, 1, 2 limit $3`,
      values: [id, fields, most, several],
    }),
  )
}
