import { checkCompiled } from '@pipewright/compiler'
import { checkRetired, diffDefinitions, type Problem } from '@pipewright/metadata'
import type { AppDefinition } from '@pipewright/schemas'
import type { Connection, Database } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { changeSentence, describeImpact, type Impact } from '../publish/describe-impact.ts'
import { publish, type PublishRequest, type PublishResult } from '../publish/publish.ts'
import { definitionOf, getDraft, showDraft, type DraftConflict, type DraftTurn } from './draft.ts'
import { loadDraft, storeDraft, type DraftState } from './draft-state.ts'

export type PublishDraftResult =
  | PublishResult
  | DraftConflict
  | { readonly ok: false; readonly problem: 'nothing-to-publish' }
  /** The draft does not hold together. */
  | { readonly ok: false; readonly problem: 'definition-invalid'; readonly problems: readonly Problem[] }

/** The draft was changed while it was being published: that would be lost. */
class DraftMoved extends Error {}

/** What keeps a draft from being published, whatever the records hold. */
export const draftProblems = (published: AppDefinition, draft: AppDefinition): Problem[] => [
  ...checkCompiled(draft),
  ...checkRetired(published, draft),
]

export interface DraftImpact extends Impact {
  /** What keeps the draft from being published, whatever the records hold. */
  readonly problems: readonly Problem[]
}

/** What publishing a member's draft would do to what is in force. */
export async function draftImpact(
  connection: Connection,
  workspace: WorkspaceRef,
  member: string,
): Promise<DraftImpact> {
  const state = await loadDraft(connection, workspace, member)
  const [before, after] = [state.published.definition, definitionOf(state)]
  const problems = draftProblems(before, after)
  if (problems.length === 0)
    return { ...(await describeImpact(connection, workspace, before, after)), problems }
  // What does not hold together cannot be measured; its changes are told all the same.
  const changes = diffDefinitions(before, after)
  return {
    changes: changes.map((change) => ({ change, text: changeSentence(change), effects: [] })),
    blocked: true,
    statements: 0,
    problems,
  }
}

function refusalOf(state: DraftState): PublishDraftResult | undefined {
  const { base, published, definition } = state
  if (definition === null || diffDefinitions(published.definition, definition).length === 0)
    return { ok: false, problem: 'nothing-to-publish' }
  if (base.revision !== published.revision)
    return { ok: false, problem: 'draft-stale', published: published.revision }
  const problems = draftProblems(published.definition, definition)
  return problems.length === 0 ? undefined : { ok: false, problem: 'definition-invalid', problems }
}

/** Publishes a member's draft as the next revision; the draft is then without changes. */
export async function publishDraft(
  database: Database,
  workspace: WorkspaceRef,
  turn: DraftTurn & Pick<PublishRequest, 'within' | 'backOff'>,
): Promise<PublishDraftResult> {
  const { member, version, now, within, ...waits } = turn
  const conflict = async (): Promise<DraftConflict> => {
    return { ok: false, problem: 'draft-conflict', draft: await getDraft(database, workspace, member) }
  }
  const state = await loadDraft(database, workspace, member)
  if (state.version !== version) return conflict()
  const refusal = refusalOf(state)
  if (refusal !== undefined) return refusal
  const { changes, base, definition } = showDraft(state)
  const settle: PublishRequest['within'] = async (tx, plan, revision) => {
    const next = { base: revision, definition: null, undo: [], redo: [] }
    if (!(await storeDraft(tx, workspace, { member, version, now }, next))) throw new DraftMoved()
    await within?.(tx, plan, revision)
  }
  try {
    return await publish(database, workspace, {
      definition,
      base,
      by: member,
      changes,
      now,
      within: settle,
      ...waits,
    })
  } catch (error) {
    if (error instanceof DraftMoved) return conflict()
    throw error
  }
}
