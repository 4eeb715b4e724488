import type { Draft } from '@pipewright/contract'
import { mergeSteps } from './merge-steps.ts'
import { isSameJson } from '@pipewright/metadata'
import type { AppDefinition } from '@pipewright/schemas'
import { makeStep, type Step, type Unapplied } from './step.ts'

/** Why steps are missing: the draft changed elsewhere, or the server did not take one. */
export type Notice = 'conflict' | 'refused'

export interface DraftState {
  /** The draft as the server last told it. */
  readonly server: Draft
  /** That draft with everything that is still on its way. */
  readonly definition: AppDefinition
  /** Steps in order that did not arrive yet. */
  readonly waiting: readonly Step[]
  readonly connected: boolean
  readonly notice: Notice | null
  readonly unapplied: readonly Unapplied[]
  /** Undo, publish and the like: they wait for the queue and hold new edits back from being sent. */
  readonly busy: boolean
}

export type DraftEvent =
  | { readonly type: 'edited'; readonly step: Step }
  | { readonly type: 'arrived'; readonly draft: Draft }
  | { readonly type: 'lost' }
  | { readonly type: 'refused'; readonly reason: string; readonly draft: Draft }
  | { readonly type: 'conflict'; readonly draft: Draft }
  | { readonly type: 'replaced'; readonly draft: Draft }
  | { readonly type: 'busy'; readonly busy: boolean }
  | { readonly type: 'dismissed' }

export const openDraft = (draft: Draft): DraftState => ({
  server: draft,
  definition: draft.definition,
  waiting: [],
  connected: true,
  notice: null,
  unapplied: [],
  busy: false,
})

/** Steps on top of another definition; what does not fit any more is named. */
function replay(definition: AppDefinition, steps: readonly Step[]) {
  let current = definition
  const kept: Step[] = []
  const dropped: Unapplied[] = []
  for (const old of steps) {
    const made = makeStep(current, old.edits)
    if ('problems' in made) dropped.push({ step: old, reason: null })
    else {
      kept.push(made.step)
      current = made.step.after
    }
  }
  return { definition: current, kept, dropped }
}

/** The server's draft with the steps that are still waiting on top. */
function rebuild(state: DraftState, draft: Draft, waiting: readonly Step[]): DraftState {
  const known = waiting.length === 0 && isSameJson(state.definition, draft.definition)
  // The object stays the same where its content does, so that nothing is drawn again.
  if (known) return { ...state, server: draft, waiting: [], connected: true }
  const { definition, kept, dropped } = replay(draft.definition, waiting)
  return {
    ...state,
    server: draft,
    definition,
    waiting: kept,
    connected: true,
    unapplied: [...state.unapplied, ...dropped],
    notice: dropped.length > 0 ? 'conflict' : state.notice,
  }
}

/** The draft was changed elsewhere while steps were on their way: those that touch other things go on top of it. */
function afterConflict(state: DraftState, draft: Draft): DraftState {
  const [first, ...rest] = state.waiting
  // The answer to a call that did arrive was lost on its way: nothing is missing.
  if (first !== undefined && isSameJson(first.after, draft.definition)) return rebuild(state, draft, rest)
  const { definition, kept, dropped } = mergeSteps(draft.definition, state.waiting)
  return {
    ...state,
    server: draft,
    definition,
    waiting: kept,
    connected: true,
    notice: dropped.length > 0 ? 'conflict' : state.notice,
    unapplied: [...state.unapplied, ...dropped],
  }
}

function afterRefusal(state: DraftState, draft: Draft, reason: string): DraftState {
  const [first, ...rest] = state.waiting
  const missing = first === undefined ? [] : [{ step: first, reason }]
  return rebuild(
    {
      ...state,
      notice: 'refused',
      unapplied: [...state.unapplied, ...missing],
      definition: draft.definition,
    },
    draft,
    rest,
  )
}

/** What follows from an event; nothing else changes a draft in the browser. */
export function nextDraftState(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case 'edited':
      return { ...state, definition: event.step.after, waiting: [...state.waiting, event.step] }
    case 'arrived':
      return rebuild(state, event.draft, state.waiting.slice(1))
    case 'lost':
      return { ...state, connected: false }
    case 'refused':
      return afterRefusal(state, event.draft, event.reason)
    case 'conflict':
      return afterConflict(state, event.draft)
    case 'replaced':
      return rebuild(state, event.draft, state.waiting)
    case 'busy':
      return { ...state, busy: event.busy }
    case 'dismissed':
      return { ...state, notice: null, unapplied: [] }
  }
}
