import { checkCompiled, cleanTexts } from '@pipewright/compiler'
import { applyEdits, fillCurrency, loadEdit } from '@pipewright/metadata'
import type { AppDefinition, Edit } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { definitionOf, turnDraft, type DraftResult, type DraftTurn, type EditRefused } from './draft.ts'
import { replaced, wholeDraft, type DraftState, type NextDraft, type Step } from './draft-state.ts'

const refused = (problems: EditRefused['problems'], failed: number): EditRefused => ({
  ok: false,
  problem: 'edit-refused',
  problems,
  failed,
})

function readEdits(values: readonly unknown[]): { edits: Edit[] } | EditRefused {
  const edits: Edit[] = []
  for (const [position, value] of values.entries()) {
    const loaded = loadEdit(cleanTexts(value))
    if ('problems' in loaded) return refused(loaded.problems, position)
    edits.push(loaded.edit)
  }
  return { edits }
}

function apply(
  state: DraftState,
  edits: readonly Edit[],
): { definition: AppDefinition; inverse: Edit[] } | EditRefused {
  const result = applyEdits(definitionOf(state), edits, checkCompiled)
  return 'problems' in result ? refused(result.problems, result.failed ?? 0) : result
}

/** Applies edits to the draft, all or none; together they are one step of undo. */
export function saveEdits(
  connection: Connection,
  workspace: WorkspaceRef,
  turn: DraftTurn & { readonly edits: readonly unknown[] },
): Promise<DraftResult<EditRefused>> {
  return turnDraft<EditRefused>(connection, workspace, turn, (state) => {
    const read = readEdits(fillCurrency(definitionOf(state), turn.edits))
    if ('problem' in read) return read
    const result = apply(state, read.edits)
    if ('problem' in result) return result
    const undo = [...state.undo, result.inverse]
    return { next: { base: state.base.revision, definition: result.definition, undo, redo: [] } }
  })
}

type Direction = 'undo' | 'redo'

/** Goes one step; `inverse` is the step that goes back. */
function go(
  state: DraftState,
  step: Step,
): { base: number; definition: AppDefinition | null; inverse: Step } | EditRefused {
  if ('base' in step) return { ...step, inverse: wholeDraft(state) }
  const result = apply(state, step)
  return 'problem' in result ? result : { base: state.base.revision, ...result }
}

function travel(state: DraftState, direction: Direction): { next: NextDraft | null } | EditRefused {
  const step = state[direction].at(-1)
  if (step === undefined) return { next: null }
  const result = go(state, step)
  if ('problem' in result) return result
  const opposite = direction === 'undo' ? 'redo' : 'undo'
  const lists = {
    [direction]: state[direction].slice(0, -1),
    [opposite]: [...state[opposite], result.inverse],
  } as Record<Direction, Step[]>
  return { next: { base: result.base, definition: result.definition, ...lists } }
}

/** Takes the last step back; without one nothing happens. */
export const undoDraft = (
  connection: Connection,
  workspace: WorkspaceRef,
  turn: DraftTurn,
): Promise<DraftResult<EditRefused>> =>
  turnDraft<EditRefused>(connection, workspace, turn, (state) => travel(state, 'undo'))

/** Does again what was undone last; without that nothing happens. */
export const redoDraft = (
  connection: Connection,
  workspace: WorkspaceRef,
  turn: DraftTurn,
): Promise<DraftResult<EditRefused>> =>
  turnDraft<EditRefused>(connection, workspace, turn, (state) => travel(state, 'redo'))

/** Throws the changes of a draft away: it is the revision in force again, until that is undone. */
export const discardDraft = (
  connection: Connection,
  workspace: WorkspaceRef,
  turn: DraftTurn,
): Promise<DraftResult> =>
  turnDraft<never>(connection, workspace, turn, (state) => ({
    next: state.definition === null ? null : replaced(state, state.published.revision, null),
  }))
