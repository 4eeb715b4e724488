import { diffDefinitions, type Problem } from '@pipewright/metadata'
import type { AppDefinition } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { engineQuery, firstOf } from '../connection/engine-query.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { changeSentence } from '../publish/describe-impact.ts'
import { currentRevision, type Sentence } from '../revisions/revisions.ts'
import { loadDraft, storeDraft, type DraftState, type NextDraft } from './draft-state.ts'

/** A member's draft as it is shown. */
export interface Draft {
  readonly base: number
  /** Differs from `base` when somebody else published since. */
  readonly published: number
  /** Rises with every change; sent back with the next one. */
  readonly version: number
  readonly definition: AppDefinition
  /** Each difference from the base. */
  readonly changes: readonly Sentence[]
  /** How many steps can be undone, and done again. */
  readonly undo: number
  readonly redo: number
}

/** Another window changed the draft meanwhile; `draft` is how it is now. */
export interface DraftConflict {
  readonly ok: false
  readonly problem: 'draft-conflict'
  readonly draft: Draft
}

/** Nothing was saved: `failed` is the place of the edit that does not fit, and `problems` are its reasons. */
export interface EditRefused {
  readonly ok: false
  readonly problem: 'edit-refused'
  readonly problems: readonly Problem[]
  readonly failed: number
}

export type DraftResult<Refusal = never> =
  | { readonly ok: true; readonly draft: Draft }
  | DraftConflict
  | Refusal

/** Whose draft it is, the version they saw, and when. */
export interface DraftTurn {
  readonly member: string
  readonly version: number
  readonly now: string
}

export const definitionOf = ({ definition, published }: DraftState): AppDefinition =>
  definition ?? published.definition

export function showDraft(state: DraftState): Draft {
  const definition = definitionOf(state)
  const changes = state.definition === null ? [] : diffDefinitions(state.base.definition, definition)
  return {
    base: state.base.revision,
    published: state.published.revision,
    version: state.version,
    definition,
    changes: changes.map(changeSentence),
    undo: state.undo.length,
    redo: state.redo.length,
  }
}

/** The draft of a member. Without changes it is the published definition. */
export async function getDraft(
  connection: Connection,
  workspace: WorkspaceRef,
  member: string,
): Promise<Draft> {
  return showDraft(await loadDraft(connection, workspace, member))
}

/** The version of a member's draft and the revision in force, without reading either. */
export async function draftStanding(
  connection: Connection,
  workspace: WorkspaceRef,
  member: string,
): Promise<{ readonly version: number; readonly published: number }> {
  const query = engineQuery(workspace).selectFrom('_draft').select('version').where('member', '=', member)
  const row = await firstOf(connection, query)
  return { version: row?.version ?? 0, published: await currentRevision(connection, workspace) }
}

type Refused = { readonly ok: false }

/**
 * One change of a draft: loads it, lets `step` say what becomes of it (null: nothing), and stores that. Works in or out
 * of a transaction.
 */
export async function turnDraft<Refusal extends Refused = never>(
  connection: Connection,
  workspace: WorkspaceRef,
  turn: DraftTurn,
  step: (
    state: DraftState,
  ) => { next: NextDraft | null } | Refusal | Promise<{ next: NextDraft | null } | Refusal>,
): Promise<DraftResult<Refusal>> {
  const conflict = async (): Promise<DraftConflict> => {
    const draft = await getDraft(connection, workspace, turn.member)
    return { ok: false, problem: 'draft-conflict', draft }
  }
  const state = await loadDraft(connection, workspace, turn.member)
  if (state.version !== turn.version) return conflict()
  const outcome = await step(state)
  if (!('next' in outcome)) return outcome
  if (outcome.next === null) return { ok: true, draft: showDraft(state) }
  if (!(await storeDraft(connection, workspace, turn, outcome.next))) return conflict()
  return { ok: true, draft: await getDraft(connection, workspace, turn.member) }
}
