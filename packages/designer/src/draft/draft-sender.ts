import { ProblemError, type Draft, type Problem } from '@pipewright/contract'
import type { DesignerApi } from '../designer-api.ts'
import type { DraftEvent, DraftState } from './draft-state.ts'

/** What sends the steps of a draft: its state, how it changes, and the ways out. */
export interface SenderScene {
  readonly api: DesignerApi
  readonly wait: (milliseconds: number) => Promise<void>
  readonly state: () => DraftState
  readonly happen: (event: DraftEvent) => void
  /** Steps at the end of the queue that must not be sent yet. */
  readonly held: () => number
}

const pauses = [1000, 2000, 4000, 8000, 15_000]

/** The problem behind a rejected call; null when the server was not reached at all. */
export const problemOf = (error: unknown): Problem | null =>
  error instanceof ProblemError ? error.problem : null

const isPassing = (problem: Problem): boolean => problem.status >= 500 || problem.status === 429

/** Asks for the draft anew; false when the server cannot be reached. */
export async function reloadDraft(
  { api, happen }: SenderScene,
  then: (draft: Draft) => DraftEvent,
): Promise<boolean> {
  try {
    happen(then(await api.getDraft()))
    return true
  } catch {
    happen({ type: 'lost' })
    return false
  }
}

/** Sends the first step; false when it has to be tried again. */
async function sendFirst(scene: SenderScene): Promise<boolean> {
  const { api, state, happen } = scene
  const [first] = state().waiting
  if (first === undefined) return true
  try {
    happen({ type: 'arrived', draft: await api.edit(state().server.version, first.edits) })
    return true
  } catch (error) {
    const problem = problemOf(error)
    if (problem === null || isPassing(problem)) {
      happen({ type: 'lost' })
      return false
    }
    if (problem.code === 'draft-conflict') return reloadDraft(scene, (draft) => ({ type: 'conflict', draft }))
    const reason = problem.errors?.[0]?.message ?? problem.detail ?? problem.title
    return reloadDraft(scene, (draft) => ({ type: 'refused', reason, draft }))
  }
}

/** Sends step after step until none is left that may go; waits longer and longer while the server is away. */
export async function drain(scene: SenderScene): Promise<void> {
  let failures = 0
  while (scene.state().waiting.length > scene.held()) {
    if (await sendFirst(scene)) failures = 0
    else await scene.wait(pauses[Math.min(failures++, pauses.length - 1)] ?? 0)
  }
}
