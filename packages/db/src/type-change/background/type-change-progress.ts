import type { Connection } from '../../connection/connection.ts'
import type { WorkspaceRef } from '../../connection/workspace-ref.ts'
import type { Sentence } from '../../revisions/revisions.ts'
import { openWork, workColumns, type TypeChangeWork } from './type-change-work.ts'

export interface TypeChangeProgress extends Pick<TypeChangeWork, 'state' | 'reason' | 'member' | 'at'> {
  readonly changes: readonly Sentence[]
  /** Records (or rows) whose values are made ready, of how many. */
  readonly done: number
  readonly total: number
}

/** How far the type change is that is under way, if there is one. */
export async function typeChangeProgress(
  connection: Connection,
  workspace: WorkspaceRef,
): Promise<TypeChangeProgress | undefined> {
  const work = await openWork(connection, workspace)
  if (work === undefined) return undefined
  const { state, reason, member, at, changes } = work
  const columns = await workColumns(connection, workspace)
  const sum = (of: 'done' | 'total') => columns.reduce((all, column) => all + Number(column[of]), 0)
  // Records are made while it goes on.
  const done = sum('done')
  return { state, reason, member, at, changes, done, total: Math.max(done, sum('total')) }
}
