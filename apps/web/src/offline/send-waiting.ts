import { ProblemError, type RecordAnswer, type ToDoTask, type Values } from '@pipewright/contract'
import { conflictFields } from '@pipewright/renderer'
import { changeAfterOthers, removalAfterOthers, versionFor } from './after-others-of-task.ts'
import {
  follows,
  needsOthers,
  renamed,
  type Trouble,
  type Waiting,
  type WaitingRoute,
  type WaitingStore,
} from './waiting.ts'

export interface SendNeeds {
  readonly store: WaitingStore
  readonly owner: string
  /** Asks the server; rejects with ProblemError, or anything else where no answer came. */
  readonly ask: (entry: Waiting) => Promise<unknown>
  readonly readRecord: (entry: Waiting) => Promise<RecordAnswer>
  readonly readTask: (entry: Waiting) => Promise<ToDoTask>
  readonly now: () => number
  readonly newKey: () => string
  /** What somebody is editing: it goes when that is done. */
  readonly held?: () => Promise<ReadonlySet<string>>
  /** What was made has its own id now. */
  readonly named?: (from: string, to: string) => void
}

/** The server knows a repeated request for 48 hours; a clock may be wrong by some. */
const knownMs = 44 * 3600_000

/** Done twice it is as if done once: by what it says, or by the version it goes by. */
const repeatable: ReadonlySet<WaitingRoute> = new Set([
  'updateTask',
  'deleteTask',
  'completeTask',
  'snoozeTodo',
])

/** Of everybody's requests, not of this one: it is sent later as it is. */
const passing: ReadonlySet<number> = new Set([401, 408, 429, 500, 502, 503, 504])

const idOf = (answer: unknown): string | null =>
  typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string'
    ? answer.id
    : null

const isRecord = (answer: unknown): answer is RecordAnswer =>
  typeof answer === 'object' && answer !== null && 'version' in answer && 'values' in answer

const isTask = (answer: unknown): answer is ToDoTask =>
  typeof answer === 'object' && answer !== null && 'version' in answer && 'assignees' in answer

/** What waits behind a change goes on from the record or task as that change left it. */
function goneOn(rest: Waiting, sent: Waiting, answer: unknown): Waiting {
  const id = idOf(answer)
  const named = sent.makes === null || id === null ? rest : renamed(rest, sent.makes, id)
  if (named.task !== undefined && isTask(answer) && named.params['id'] === answer.id)
    return { ...named, task: answer, body: { ...named.body, version: versionFor(named, answer) } }
  const ofSame = named.route === 'updateRecord' && isRecord(answer) && named.params['id'] === answer.id
  if (!ofSame) return named
  return { ...named, base: answer.values, body: { ...named.body, version: answer.version } }
}

/** Others saved meanwhile: what does not touch the same fields goes on top of it, the rest is asked about. */
async function afterOthers(needs: SendNeeds, entry: Waiting): Promise<Waiting | null> {
  if (entry.route === 'updateTask') return changeAfterOthers(entry, await needs.readTask(entry), needs.newKey)
  if (entry.route === 'deleteTask')
    return removalAfterOthers(entry, await needs.readTask(entry), needs.newKey)
  const theirs = await needs.readRecord(entry)
  const mine = entry.body['values'] as Values
  const differing = conflictFields(entry.base ?? {}, mine, theirs.values)
  // It is there already: the answer to it was lost.
  if (differing.length === 0 && entry.body['owner'] === undefined) return null
  if (differing.some(({ contested }) => contested)) return { ...entry, trouble: { kind: 'conflict' } }
  const body = { ...entry.body, version: theirs.version }
  return { ...entry, body, base: theirs.values, key: needs.newKey(), tried: null }
}

const inTrouble = (entry: Waiting, trouble: Trouble): Waiting => ({ ...entry, trouble })

/** Sends one; false when the server is not there for any of them now. */
async function sendOne(needs: SendNeeds, entry: Waiting): Promise<boolean> {
  const { store } = needs
  const tried = entry.tried ?? new Date(needs.now()).toISOString()
  if (needs.now() - Date.parse(tried) > knownMs && !repeatable.has(entry.route)) {
    await store.put(inTrouble(entry, { kind: 'unsure' }))
    return true
  }
  const sent = { ...entry, tried }
  await store.put(sent)
  try {
    const answer = await needs.ask(sent)
    await store.settle(entry.id, (rest) => goneOn(rest, sent, answer))
    const id = idOf(answer)
    if (sent.makes !== null && id !== null) needs.named?.(sent.makes, id)
    return true
  } catch (error) {
    if (!(error instanceof ProblemError)) return false
    const { problem } = error
    if (passing.has(problem.status) || problem.code === 'csrf-refused') return false
    if (problem.code === 'stale-version' && sent.route !== 'decideTask') return settleStale(needs, sent)
    // Who removed it does not matter, nor whether the answer to that was lost.
    if (problem.code === 'not-found' && sent.route === 'deleteTask') {
      await store.settle(sent.id, (rest) => rest)
      return true
    }
    if (problem.code === 'idempotency-conflict') await store.put(inTrouble(sent, { kind: 'unsure' }))
    // A refusal was not stored: corrected, it is a new request.
    else await store.put({ ...inTrouble(sent, { kind: 'refused', problem }), tried: null })
    return true
  }
}

async function settleStale(needs: SendNeeds, sent: Waiting): Promise<boolean> {
  try {
    const next = await afterOthers(needs, sent)
    if (next === null) await needs.store.settle(sent.id, (rest) => rest)
    else await needs.store.put(next)
    return true
  } catch (error) {
    if (!(error instanceof ProblemError) || passing.has(error.problem.status)) return false
    await needs.store.put(inTrouble(sent, { kind: 'refused', problem: error.problem }))
    return true
  }
}

const nothing: ReadonlySet<string> = new Set()

/** The next that can be sent: what follows something that somebody looks at, or has to, waits with it. */
export function nextToSend(
  entries: readonly Waiting[],
  edited: ReadonlySet<string> = nothing,
): Waiting | undefined {
  const held: Waiting[] = []
  for (const entry of entries) {
    const isHeld =
      entry.trouble !== null ||
      edited.has(entry.id) ||
      needsOthers(entry, entries) ||
      held.some((earlier) => follows(entry, earlier))
    if (!isHeld) return entry
    held.push(entry)
  }
  return undefined
}

/** Sends what waits in its order, until nothing is left that can be sent or the server is away. */
export async function sendWaiting(needs: SendNeeds): Promise<void> {
  for (;;) {
    const next = nextToSend(await needs.store.list(needs.owner), await needs.held?.())
    if (next === undefined || !(await sendOne(needs, next))) return
  }
}
