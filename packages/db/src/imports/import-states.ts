import type { ColumnMapping } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { ImportError, ImportState, RowProblem } from './import-job.ts'
import { onlyCreates, type ImportWrites } from './import-writes.ts'
import { importTable, rowTable } from './import-store.ts'

interface Move {
  readonly from: readonly ImportState[]
  readonly to: ImportState
  readonly now: string
  /** Further columns, each with its value. */
  readonly set?: Readonly<Record<string, unknown>>
}

/** Takes an import from one state to another; false when it is not in that state any more. The row lock decides. */
async function move(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  { from, to, now, set = {} }: Move,
): Promise<boolean> {
  const entries = Object.entries(set)
  const sets = entries.map(([column], position) => `, ${column} = $${position + 5}`).join('')
  const rows = await connection.query({
    text: `update ${importTable(workspace)} set state = $3, updated_at = $4${sets} where id = $1 and state = any($2) returning id`,
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
  }: Turn & { readonly mapping: readonly ColumnMapping[]; readonly writes?: ImportWrites },
): Promise<boolean> =>
  move(connection, workspace, id, {
    from: ['uploaded', 'checked', 'failed'],
    to: 'checking',
    now,
    set: {
      mapping: JSON.stringify(mapping),
      writes: JSON.stringify(writes),
      changed: 0,
      same: 0,
      done: 0,
      bad: 0,
      problems: '[]',
      warned: 0,
      warnings: '[]',
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
    ...minded
  }: Turn &
    Minded & {
      readonly bad: number
      readonly problems: readonly RowProblem[]
      readonly changed: number
      readonly same: number
    },
): Promise<boolean> =>
  move(connection, workspace, id, {
    from: ['checking'],
    to: 'checked',
    now,
    set: { bad, problems: JSON.stringify(problems), changed, same, ...mindedColumns(minded) },
  })

/** Once for every check: whoever comes second finds it taken. */
export const startImporting = (
  connection: Connection,
  workspace: WorkspaceRef,
  {
    id,
    now,
    skipBad,
    changeSet = null,
  }: Turn & { readonly skipBad: boolean; readonly changeSet?: string | null },
): Promise<boolean> =>
  move(connection, workspace, id, {
    from: ['checked'],
    to: 'importing',
    now,
    set: { skip_bad: skipBad, done: 0, error: null, change_set: changeSet },
  })

/** In the transaction of the records, so that it is done exactly when they are there. */
export const finishImporting = (
  tx: Connection,
  workspace: WorkspaceRef,
  { id, now, done, ...minded }: Turn & Minded & { readonly done: number },
): Promise<boolean> =>
  move(tx, workspace, id, {
    from: ['importing'],
    to: 'done',
    now,
    set: { done, ...mindedColumns(minded) },
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

/** Stops and drops an import; what is done stays done. */
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
  if (moved)
    await connection.query({ text: `delete from ${rowTable(workspace)} where import = $1`, values: [id] })
  return moved
}

/** Tells how far it is; false when it was cancelled meanwhile. */
export async function reportProgress(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, now, done, state }: Turn & { readonly done: number; readonly state: ImportState },
): Promise<boolean> {
  const rows = await connection.query({
    text: `update ${importTable(workspace)} set done = $2, updated_at = $3 where id = $1 and state = $4 returning id`,
    values: [id, done, now, state],
  })
  return rows.length === 1
}
