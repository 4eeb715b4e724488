import type { ColumnMapping } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { ImportError, ImportJob, ImportState, RowProblem } from './import-job.ts'
import { onlyCreates, type ImportWrites } from './import-writes.ts'
import { importTable, rowTable } from './import-store.ts'

interface Move {
  readonly from: readonly ImportState[]
  readonly to: ImportState
  readonly now: string
  /** Of an import of which rows came in already, or none. */
  readonly begun?: boolean
  /** Further columns, each with its value. */
  readonly set?: Readonly<Record<string, unknown>>
}

/** Takes an import from one state to another; false when it is not in that state any more. The row lock decides. */
async function move(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  { from, to, now, begun, set = {} }: Move,
): Promise<boolean> {
  const entries = Object.entries(set)
  const sets = entries.map(([column], position) => `, ${column} = $${position + 5}`).join('')
  const only = begun === undefined ? '' : ` and position ${begun ? '>' : '='} 0`
  const rows = await connection.query({
    text: `update ${importTable(workspace)} set state = $3, updated_at = $4${sets} where id = $1 and state = any($2)${only} returning id`,
    values: [id, from, to, now, ...entries.map(([, value]) => value)],
  })
  return rows.length === 1
}

export interface Turn {
  readonly id: string
  readonly now: string
}

/** A check may begin again after another mapping or a failure. */
export const startChecking = (
  connection: Connection,
  workspace: WorkspaceRef,
  {
    id,
    now,
    mapping,
    writes = onlyCreates,
    reader = {},
  }: Turn & {
    readonly mapping: readonly ColumnMapping[]
    readonly writes?: ImportWrites
    /** How its member reads, for when another server checks the rows. */
    readonly reader?: Partial<Pick<ImportJob, 'locale' | 'zone'>>
  },
): Promise<boolean> =>
  move(connection, workspace, id, {
    from: ['uploaded', 'checked', 'failed'],
    to: 'checking',
    now,
    begun: false,
    set: {
      ...reader,
      mapping: JSON.stringify(mapping),
      writes: JSON.stringify(writes),
      changed: 0,
      same: 0,
      alike: 0,
      undecided: 0,
      left_out: 0,
      done: 0,
      turns: 0,
      furthest: 0,
      bad: 0,
      problems: '[]',
      warned: 0,
      warnings: '[]',
      refused: 0,
      change_set: null,
      error: null,
    },
  })

/** How many rows have something to be minded, and what, as far as it is kept. */
export interface Minded {
  readonly warned: number
  readonly warnings: readonly RowProblem[]
}

const mindedColumns = ({ warned, warnings }: Minded) => ({ warned, warnings: JSON.stringify(warnings) })

export const finishChecking = (
  connection: Connection,
  workspace: WorkspaceRef,
  {
    id,
    now,
    bad,
    problems,
    changed,
    same,
    alike,
    undecided,
    left,
    records,
    lines,
    ...minded
  }: Turn &
    Minded & {
      readonly records: number
      readonly lines: number
      readonly bad: number
      readonly problems: readonly RowProblem[]
      readonly changed: number
      readonly same: number
      readonly alike: number
      readonly undecided: number
      readonly left: number
    },
): Promise<boolean> =>
  move(connection, workspace, id, {
    from: ['checking'],
    to: 'checked',
    now,
    set: {
      bad,
      problems: JSON.stringify(problems),
      changed,
      same,
      alike,
      undecided,
      left_out: left,
      records,
      lines,
      ...mindedColumns(minded),
    },
  })

/** Once for every check: whoever comes second finds it taken. */
export const startImporting = (
  connection: Connection,
  workspace: WorkspaceRef,
  {
    id,
    now,
    skipBad,
    tell = false,
    changeSet = null,
    locale = 'en',
    zone = 'UTC',
  }: Turn & {
    readonly skipBad: boolean
    readonly tell?: boolean
    readonly changeSet?: string | null
    readonly locale?: 'en' | 'zh'
    readonly zone?: string
  },
): Promise<boolean> =>
  move(connection, workspace, id, {
    from: ['checked'],
    to: 'importing',
    now,
    set: { skip_bad: skipBad, tell, done: 0, turns: 0, error: null, change_set: changeSet, locale, zone },
  })

/**
 * Takes an import up again that stopped after some rows: those that are refused from now on are left out. False when it
 * was undone meanwhile.
 */
export async function goOnImporting(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, now }: Turn,
): Promise<boolean> {
  const [undone] = await connection.query({
    text: `select 1 from ${importTable(workspace)} i join ${quoteTable(workspace.schema, '_change_undo')} u on u.change_set = i.change_set where i.id = $1`,
    values: [id],
  })
  if (undone !== undefined) return false
  const set = { skip_bad: true, turns: 0, error: null }
  return move(connection, workspace, id, { from: ['failed'], to: 'importing', now, begun: true, set })
}

/** In the transaction of the rows, so that they are worked off exactly when they are there; false when it was cancelled. */
export async function advance(
  tx: Connection,
  workspace: WorkspaceRef,
  { id, now, position, done }: Turn & { readonly position: number; readonly done: number },
): Promise<boolean> {
  const rows = await tx.query(
    prepared({
      text: `update ${importTable(workspace)} set position = $2, done = done + $3, turns = 0, updated_at = $4
        where id = $1 and state = 'importing' returning id`,
      values: [id, position, done, now],
    }),
  )
  return rows.length === 1
}

/** What is told of the rows in the end: of those that stayed out and of those that came in. */
export const finishImporting = (
  tx: Connection,
  workspace: WorkspaceRef,
  { id, now, problems, ...minded }: Turn & Minded & { readonly problems: readonly RowProblem[] },
): Promise<boolean> =>
  move(tx, workspace, id, {
    from: ['importing'],
    to: 'done',
    now,
    set: { problems: JSON.stringify(problems), ...mindedColumns(minded) },
  })

export const failImport = (
  connection: Connection,
  workspace: WorkspaceRef,
  {
    id,
    now,
    error,
    problems,
  }: Turn & { readonly error: ImportError; readonly problems?: readonly RowProblem[] },
): Promise<boolean> =>
  move(connection, workspace, id, {
    from: ['checking', 'importing'],
    to: 'failed',
    now,
    set: { error, ...(problems === undefined ? {} : { problems: JSON.stringify(problems) }) },
  })

const dropRows = (connection: Connection, workspace: WorkspaceRef, id: string) =>
  connection.query({ text: `delete from ${rowTable(workspace)} where import = $1`, values: [id] })

/** Takes the rows of an import away that are read anew in the same transaction; false when it is no longer as it was uploaded. */
export async function startReading(
  tx: Connection,
  workspace: WorkspaceRef,
  { id, now, fileName }: Turn & { readonly fileName: string },
): Promise<boolean> {
  const set = { file_name: fileName }
  const moved = await move(tx, workspace, id, { from: ['uploaded'], to: 'uploaded', now, set })
  if (moved) await dropRows(tx, workspace, id)
  return moved
}

/** Stops and drops an import; rows that came in stay until they are undone. */
export async function cancelImport(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, now }: Turn,
): Promise<boolean> {
  const moved = await move(connection, workspace, id, {
    from: ['uploaded', 'checking', 'checked', 'importing', 'failed'],
    to: 'cancelled',
    now,
  })
  if (moved) await dropRows(connection, workspace, id)
  return moved
}

/** Tells how far it is; false when it was cancelled meanwhile. */
export async function reportProgress(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, now, done, state }: Turn & { readonly done: number; readonly state: ImportState },
): Promise<boolean> {
  const rows = await connection.query({
    text: `update ${importTable(workspace)} set done = $2, updated_at = $3, turns = case when $2 > furthest then 0 else turns end, furthest = greatest(furthest, $2)
      where id = $1 and state = $4 returning id`,
    values: [id, done, now, state],
  })
  return rows.length === 1
}
