import { mergeDefinitions } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { loadRevision, type Sentence } from '../revisions/revisions.ts'
import { conflictSentence, problemSentence } from './conflict-sentence.ts'
import { turnDraft, type Draft, type DraftConflict, type DraftResult, type DraftTurn } from './draft.ts'
import { replaced } from './draft-state.ts'
import { restoredDefinition } from './restored-definition.ts'

export type RebaseResult =
  | { readonly ok: true; readonly draft: Draft; readonly conflicts: readonly Sentence[] }
  | DraftConflict

/**
 * Carries a draft over to the revision in force. What both sides changed stays as the draft has it and is named, as is
 * what no longer fits together; nothing of the draft is lost, and undone it stands on its earlier base again.
 */
export async function rebaseDraft(
  connection: Connection,
  workspace: WorkspaceRef,
  turn: DraftTurn,
): Promise<RebaseResult> {
  let conflicts: Sentence[] = []
  const result = await turnDraft<never>(connection, workspace, turn, (state) => {
    const { base, published, definition } = state
    if (definition === null || base.revision === published.revision) return { next: null }
    const merged = mergeDefinitions(base.definition, definition, published.definition)
    const sentences = [
      ...merged.conflicts.map((conflict) => conflictSentence(merged.definition, conflict)),
      ...merged.problems.map(problemSentence),
    ]
    // Two properties of one field are one place to look at.
    conflicts = [...new Map(sentences.map((sentence) => [sentence.en, sentence])).values()]
    return { next: replaced(state, published.revision, merged.definition) }
  })
  return result.ok ? { ...result, conflicts } : result
}

export interface RevisionUnknown {
  readonly ok: false
  readonly problem: 'not-found'
}

/** Makes the draft what an earlier revision was; published, removed forms and fields come back with their values. */
export function restoreRevision(
  connection: Connection,
  workspace: WorkspaceRef,
  turn: DraftTurn & { readonly revision: number },
): Promise<DraftResult<RevisionUnknown>> {
  return turnDraft<RevisionUnknown>(connection, workspace, turn, async (state) => {
    const { published } = state
    const earlier = await loadRevision(connection, workspace, turn.revision)
    if (earlier === undefined) return { ok: false, problem: 'not-found' }
    const definition = restoredDefinition(earlier.definition, published.definition)
    return { next: replaced(state, published.revision, definition) }
  })
}
