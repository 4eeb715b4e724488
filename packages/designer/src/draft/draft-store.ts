import { ProblemError, type Draft, type Problem as ServerProblem } from '@pipewright/contract'
import type { Problem } from '@pipewright/metadata'
import type { Edit } from '@pipewright/schemas'
import type { DesignerApi } from '../designer-api.ts'
import { makeStep, nextDraftState, openDraft, type DraftEvent, type DraftState } from './draft-state.ts'

export type CommandResult<T> =
  | { readonly ok: true; readonly answer: T }
  /** The problem is null when the server was not reached. */
  | { readonly ok: false; readonly problem: ServerProblem | null }

/** A draft that is changed at once here and in order on the server. */
export interface DraftStore {
  state(): DraftState
  subscribe(listener: () => void): () => void
  /** Applies the edits as one step; answers why they do not fit, or nothing. */
  edit(edits: readonly Edit[]): readonly Problem[]
  undo(): Promise<CommandResult<Draft>>
  redo(): Promise<CommandResult<Draft>>
  discard(): Promise<CommandResult<Draft>>
  restore(revision: number): Promise<CommandResult<Draft>>
  rebase(): Promise<CommandResult<Awaited<ReturnType<DesignerApi['rebase']>>>>
  publish(): Promise<CommandResult<Awaited<ReturnType<DesignerApi['publish']>>>>
  /** Resolves when everything that waited has arrived or was refused. */
  settled(): Promise<void>
  dismiss(): void
}

export interface DraftStoreOptions {
  readonly api: DesignerApi
  readonly draft: Draft
  /** Resolves after that many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>
}

const pauses = [1000, 2000, 4000, 8000, 15_000]

const problemOf = (error: unknown): ServerProblem | null =>
  error instanceof ProblemError ? error.problem : null

const isPassing = (problem: ServerProblem | null): boolean =>
  problem === null || problem.status >= 500 || problem.status === 429

export function createDraftStore({ api, draft, wait }: DraftStoreOptions): DraftStore {
  let state = openDraft(draft)
  let pumping: Promise<void> | null = null
  /** Steps made while a command waits for its turn: they come after it. */
  let held = 0
  const listeners = new Set<() => void>()
  const happen = (event: DraftEvent): void => {
    state = nextDraftState(state, event)
    for (const listener of listeners) listener()
  }

  const reload = async (then: (draft: Draft) => DraftEvent): Promise<boolean> => {
    try {
      happen(then(await api.getDraft()))
      return true
    } catch {
      happen({ type: 'lost' })
      return false
    }
  }

  const sendFirst = async (): Promise<boolean> => {
    const [first] = state.waiting
    if (first === undefined) return true
    try {
      happen({ type: 'arrived', draft: await api.edit(state.server.version, first.edits) })
      return true
    } catch (error) {
      const problem = problemOf(error)
      if (problem === null || isPassing(problem)) {
        happen({ type: 'lost' })
        return false
      }
      if (problem.code === 'draft-conflict') return reload((fresh) => ({ type: 'conflict', draft: fresh }))
      const reason = problem.errors?.[0]?.message ?? problem.detail ?? problem.title
      return reload((fresh) => ({ type: 'refused', reason, draft: fresh }))
    }
  }

  const drain = async (): Promise<void> => {
    let failures = 0
    while (state.waiting.length > held) {
      if (await sendFirst()) failures = 0
      else await wait(pauses[Math.min(failures++, pauses.length - 1)] ?? 0)
    }
  }

  const pump = (): Promise<void> => {
    pumping ??= drain().finally(() => {
      pumping = null
    })
    return pumping
  }

  async function command<T>(
    call: () => Promise<T>,
    draftOf: (answer: T) => Draft | null,
  ): Promise<CommandResult<T>> {
    if (state.busy) return { ok: false, problem: null }
    happen({ type: 'busy', busy: true })
    try {
      await pump()
      const answer = await call()
      const next = draftOf(answer) ?? (await api.getDraft())
      happen({ type: 'replaced', draft: next })
      return { ok: true, answer }
    } catch (error) {
      const problem = problemOf(error)
      if (problem === null) happen({ type: 'lost' })
      if (problem?.code === 'draft-conflict') await reload((fresh) => ({ type: 'conflict', draft: fresh }))
      return { ok: false, problem }
    } finally {
      held = 0
      happen({ type: 'busy', busy: false })
      void pump()
    }
  }

  const version = () => state.server.version
  const itself = (answer: Draft): Draft => answer

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edit(edits) {
      const made = makeStep(state.definition, edits)
      if ('problems' in made) return made.problems
      happen({ type: 'edited', step: made.step })
      if (state.busy) held += 1
      else void pump()
      return []
    },
    undo: () => command(() => api.undo(version()), itself),
    redo: () => command(() => api.redo(version()), itself),
    discard: () => command(() => api.discard(version()), itself),
    restore: (revision) => command(() => api.restore(version(), revision), itself),
    rebase: () =>
      command(
        () => api.rebase(version()),
        (answer) => answer.draft,
      ),
    publish: () =>
      command(
        () => api.publish(version()),
        () => null,
      ),
    settled: async () => {
      await pump()
    },
    dismiss: () => happen({ type: 'dismissed' }),
  }
}
