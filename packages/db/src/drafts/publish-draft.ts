import { changedTypes, checkCompiled, checkExamples } from '@pipewright/compiler'
import { checkRetired, diffDefinitions, type Problem } from '@pipewright/metadata'
import type { AppDefinition } from '@pipewright/schemas'
import type { Connection, Database } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { changeSentence, describeImpact, type Impact } from '../publish/describe-impact.ts'
import { ofNoRecord } from '../publish/effect.ts'
import { impactToken } from '../publish/impact-token.ts'
import { publish, type PublishRequest, type PublishResult } from '../publish/publish.ts'
import { TableFull } from '../publish/room/make-room.ts'
import { beginTypeChange } from '../type-change/background/begin-type-change.ts'
import { definitionOf, getDraft, showDraft, type DraftConflict, type DraftTurn } from './draft.ts'
import { loadDraft, storeDraft, type DraftState } from './draft-state.ts'

export type PublishDraftResult =
  | Exclude<PublishResult, { readonly problem: 'impact-changed' }>
  /** So many records change that it goes on in the background: `revision` stays in force until then. */
  | { readonly ok: true; readonly revision: number; readonly converting: true }
  /** Nothing was published: the records, or the draft, are not what the token was given for. */
  | { readonly ok: false; readonly problem: 'impact-changed'; readonly impact: DraftImpact }
  | DraftConflict
  | { readonly ok: false; readonly problem: 'nothing-to-publish' }
  /** The draft does not hold together. */
  | { readonly ok: false; readonly problem: 'definition-invalid'; readonly problems: readonly Problem[] }

/** The draft was changed while it was being published: that would be lost. */
class DraftMoved extends Error {}

/** What keeps a draft from being published, whatever the records hold; examples are tried once all else is well. */
export function draftProblems(published: AppDefinition, draft: AppDefinition): Problem[] {
  const problems = [...checkCompiled(draft), ...checkRetired(published, draft)]
  return problems.length > 0 ? problems : checkExamples(draft)
}

export interface DraftImpact extends Impact {
  /** What keeps the draft from being published, whatever the records hold. */
  readonly problems: readonly Problem[]
  /** Publish with it: it stands for this impact and no other. */
  readonly token: string
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
  const reviewed = { version: state.version, published: state.published.revision }
  if (problems.length === 0) {
    const impact = await describeImpact(connection, workspace, before, after)
    return { ...impact, problems, token: impactToken(reviewed, impact) }
  }
  // What does not hold together cannot be measured; its changes are told all the same.
  const changes = diffDefinitions(before, after)
  const told = changes.map((change) => ({ change, text: changeSentence(change), effects: [] }))
  const token = impactToken(reviewed, { changes: told })
  return { changes: told, blocked: true, statements: 0, problems, token }
}

/** What touches no record may be published unseen, unless somebody looked at something else. */
const isAgreed = (impact: Impact, token: string, given: string | undefined): boolean =>
  given === undefined
    ? impact.changes.every(({ effects }) => effects.every(({ code }) => ofNoRecord.has(code)))
    : given === token

export interface PublishDraftTurn extends DraftTurn, Pick<PublishRequest, 'within' | 'backOff'> {
  /** Of the impact that was looked at. */
  readonly token?: string | undefined
  /** Rows whose values are converted while their writers wait; 100,000. More are converted in the background. */
  readonly convertedAtOnce?: number | undefined
}

function fullTable(error: unknown): Extract<PublishResult, { readonly problem: 'table-full' }> {
  if (!(error instanceof TableFull)) throw error
  return { ok: false, problem: 'table-full', table: error.table, columns: error.columns }
}

/** A draft that changes the type of very many values goes on in the background; undefined: it may be published at once. */
async function beginLong(
  database: Database,
  workspace: WorkspaceRef,
  turn: PublishDraftTurn,
  { base, definition, changes }: Pick<PublishRequest, 'base' | 'definition' | 'changes'>,
): Promise<PublishDraftResult | undefined> {
  const { member, version, now, token, convertedAtOnce } = turn
  const request = { member, draftVersion: version, base, definition, changes, now }
  if (token === undefined) return undefined
  const result = await beginTypeChange(database, workspace, {
    ...request,
    token,
    atOnce: convertedAtOnce,
  }).catch(fullTable)
  if ('ok' in result) return result
  if (result.begun === 'refused')
    return result.problem === 'draft-stale'
      ? { ok: false, problem: result.problem, published: result.published }
      : { ok: false, problem: result.problem }
  return result.begun ? { ok: true, revision: base, converting: true } : undefined
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

/**
 * Publishes a member's draft as the next revision; the draft is then without changes. What it does to records has to be
 * what the member has looked at.
 */
export async function publishDraft(
  database: Database,
  workspace: WorkspaceRef,
  turn: PublishDraftTurn,
): Promise<PublishDraftResult> {
  const { member, version, now, within, token: given, convertedAtOnce: _atOnce, ...waits } = turn
  const conflict = async (): Promise<DraftConflict> => {
    return { ok: false, problem: 'draft-conflict', draft: await getDraft(database, workspace, member) }
  }
  const state = await loadDraft(database, workspace, member)
  if (state.version !== version) return conflict()
  const refusal = refusalOf(state)
  if (refusal !== undefined) return refusal
  const { changes, base, definition } = showDraft(state)
  if (changedTypes(state.published.definition, definition).length > 0) {
    const long = await beginLong(database, workspace, turn, { base, definition, changes })
    if (long !== undefined) return long
  }
  const reviewed = { version, published: base }
  const settle: PublishRequest['within'] = async (tx, plan, revision) => {
    const next = { base: revision, definition: null, undo: [], redo: [] }
    if (!(await storeDraft(tx, workspace, { member, version, now }, next))) throw new DraftMoved()
    await within?.(tx, plan, revision)
  }
  try {
    const result = await publish(database, workspace, {
      definition,
      base,
      by: member,
      changes,
      now,
      within: settle,
      agreed: (impact) => isAgreed(impact, impactToken(reviewed, impact), given),
      ...waits,
    })
    if (result.ok || result.problem !== 'impact-changed') return result
    const { impact } = result
    return { ...result, impact: { ...impact, problems: [], token: impactToken(reviewed, impact) } }
  } catch (error) {
    if (error instanceof DraftMoved) return conflict()
    throw error
  }
}
