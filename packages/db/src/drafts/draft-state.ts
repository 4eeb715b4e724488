import type { AppDefinition, Edit } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { engineQuery, firstOf } from '../connection/engine-query.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { loadRevision, type Revision } from '../revisions/revisions.ts'

/** The whole draft as it was before it was carried over, made an earlier revision or thrown away. */
export interface WholeDraft {
  /** Number of the revision it was started from. */
  readonly base: number
  readonly definition: AppDefinition | null
}

/** One step back or forth: edits, or all of the draft. */
export type Step = readonly Edit[] | WholeDraft

export const wholeDraft = ({ base, definition }: DraftState): WholeDraft => ({
  base: base.revision,
  definition,
})

/** A draft as it is stored, with the revisions it stands between. */
export interface DraftState {
  readonly version: number
  /** The revision the draft was started from. */
  readonly base: Revision
  /** The revision in force. */
  readonly published: Revision
  /** Null as long as nothing is changed: then the draft is the revision in force. */
  readonly definition: AppDefinition | null
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
}

/** What an operation makes of a draft. */
export interface NextDraft {
  readonly base: number
  readonly definition: AppDefinition | null
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
}

/** Another draft in place of this one, which is one step back. */
export const replaced = (state: DraftState, base: number, definition: AppDefinition | null): NextDraft => ({
  base,
  definition,
  undo: [...state.undo, wholeDraft(state)],
  redo: [],
})

async function revisionOf(
  connection: Connection,
  workspace: WorkspaceRef,
  number?: number,
): Promise<Revision> {
  const revision = await loadRevision(connection, workspace, number)
  if (revision === undefined) throw new Error('a revision of the workspace is missing')
  return revision
}

/** The draft of a member; somebody who never edited has one too, without changes and of version 0. */
export async function loadDraft(
  connection: Connection,
  workspace: WorkspaceRef,
  member: string,
): Promise<DraftState> {
  const query = engineQuery(workspace).selectFrom('_draft').selectAll().where('member', '=', member)
  const row = await firstOf(connection, query)
  const published = await revisionOf(connection, workspace)
  if (row === undefined || row.definition === null) {
    const { version, undo, redo } = row ?? { version: 0, undo: [], redo: [] }
    return { version, base: published, published, definition: null, undo, redo }
  }
  const base = row.base === published.revision ? published : await revisionOf(connection, workspace, row.base)
  return { version: row.version, base, published, definition: row.definition, undo: row.undo, redo: row.redo }
}

/**
 * Stores what became of a draft, if it is still of the version that was looked at; answers whether it was. One
 * statement, so that of two windows that save at once one is told.
 */
export async function storeDraft(
  connection: Connection,
  workspace: WorkspaceRef,
  seen: { readonly member: string; readonly version: number; readonly now: string },
  next: NextDraft,
): Promise<boolean> {
  const values = {
    base: next.base,
    version: seen.version + 1,
    definition: next.definition === null ? null : JSON.stringify(next.definition),
    undo: JSON.stringify(next.undo),
    redo: JSON.stringify(next.redo),
    updated_at: seen.now,
  }
  const drafts = engineQuery(workspace)
  const first = drafts
    .insertInto('_draft')
    .values({ member: seen.member, ...values })
    .onConflict((conflict) => conflict.column('member').doNothing())
    .returning('version')
  const again = drafts
    .updateTable('_draft')
    .set(values)
    .where('member', '=', seen.member)
    .where('version', '=', seen.version)
    .returning('version')
  const stored = await firstOf(connection, seen.version === 0 ? first : again)
  return stored !== undefined
}
