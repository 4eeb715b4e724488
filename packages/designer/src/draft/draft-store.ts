import type { Draft, Problem as ServerProblem } from '@pipewright/contract'
import type { Problem } from '@pipewright/metadata'
import type { Edit } from '@pipewright/schemas'
import type { DesignerApi } from '../designer-api.ts'
import { drain, problemOf, reloadDraft, type SenderScene } from './draft-sender.ts'
import { makeStep } from './step.ts'
import { nextDraftState, openDraft, type DraftEvent, type DraftState } from './draft-state.ts'

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
  /** `token`: of the impact that was looked at; without it only what touches no record is published. */
  publish(token?: string): Promise<CommandResult<Awaited<ReturnType<DesignerApi['publish']>>>>
  /** Looks at the draft again, because it was changed elsewhere; what is on its way goes on top of it. */
  refresh(): Promise<void>
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

/** State with listeners, and a queue that is sent by one runner at a time. */
function createQueue({ api, draft, wait }: DraftStoreOptions) {
  let state = openDraft(draft)
  let running: Promise<void> | null = null
  let held = 0
  const listeners = new Set<() => void>()
  const happen = (event: DraftEvent): void => {
    state = nextDraftState(state, event)
    for (const listener of listeners) listener()
  }
  const scene: SenderScene = { api, wait, happen, state: () => state, held: () => held }
  return {
    scene,
    listeners,
    run(): Promise<void> {
      running ??= drain(scene).finally(() => {
        running = null
      })
      return running
    },
    /** Steps made while a command waits for its turn come after it. */
    hold: () => {
      held += 1
    },
    release: () => {
      held = 0
    },
  }
}

type Queue = ReturnType<typeof createQueue>

/** Runs a command after everything before it has arrived. */
async function command<T>(
  { scene, run, release }: Queue,
  call: () => Promise<T>,
  draftOf: (answer: T) => Draft | null,
): Promise<CommandResult<T>> {
  const { api, state, happen } = scene
  if (state().busy) return { ok: false, problem: null }
  happen({ type: 'busy', busy: true })
  try {
    await run()
    const answer = await call()
    happen({ type: 'replaced', draft: draftOf(answer) ?? (await api.getDraft()) })
    return { ok: true, answer }
  } catch (error) {
    const problem = problemOf(error)
    if (problem === null) happen({ type: 'lost' })
    if (problem?.code === 'draft-conflict') await reloadDraft(scene, (draft) => ({ type: 'conflict', draft }))
    return { ok: false, problem }
  } finally {
    release()
    happen({ type: 'busy', busy: false })
    void run()
  }
}

const itself = (answer: Draft): Draft => answer

export function createDraftStore(options: DraftStoreOptions): DraftStore {
  const { api } = options
  const queue = createQueue(options)
  const { state, happen } = queue.scene
  const version = () => state().server.version
  return {
    state,
    subscribe(listener) {
      queue.listeners.add(listener)
      return () => queue.listeners.delete(listener)
    },
    edit(edits) {
      const made = makeStep(state().definition, edits)
      if ('problems' in made) return made.problems
      happen({ type: 'edited', step: made.step })
      if (state().busy) queue.hold()
      else void queue.run()
      return []
    },
    undo: () => command(queue, () => api.undo(version()), itself),
    redo: () => command(queue, () => api.redo(version()), itself),
    discard: () => command(queue, () => api.discard(version()), itself),
    restore: (revision) => command(queue, () => api.restore(version(), revision), itself),
    rebase: () =>
      command(
        queue,
        () => api.rebase(version()),
        (answer) => answer.draft,
      ),
    publish: (token) =>
      command(
        queue,
        () => api.publish(version(), token),
        () => null,
      ),
    async refresh() {
      await queue.run()
      if (!state().busy) await reloadDraft(queue.scene, (draft) => ({ type: 'replaced', draft }))
    },
    settled: () => queue.run(),
    dismiss: () => happen({ type: 'dismissed' }),
  }
}
