import type { ToDoTask } from '@pipewright/contract'
import type { SeenApproval } from './seen-todo.ts'
import { changeOf, differing, withChange, type TaskChange } from './task-changes.ts'
import type { Waiting, WaitingStore } from './waiting.ts'
import { changedHere } from './waiting-tasks.ts'

interface TaskStandIn {
  readonly entry: Waiting
  readonly all: readonly Waiting[]
  /** The task as the server answered it last. */
  readonly task: ToDoTask | undefined
  readonly store: WaitingStore
}

/** The last thing that waits of the same kind for the same task, as long as it was not sent and nobody contests it. */
const lastOf = (all: readonly Waiting[], { route, params }: Waiting): Waiting | undefined => {
  const last = all.findLast((one) => one.route === route && one.params['id'] === params['id'])
  return last?.tried === null && last.trouble?.kind !== 'conflict' ? last : undefined
}

/** A change of a task waits by what it changes, and joins what waits of the same task and was not sent. */
export async function changeTask({ entry, all, task, store }: TaskStandIn): Promise<unknown> {
  if (task === undefined) throw new TypeError('A task that was never seen cannot be changed.')
  const { version, ...wish } = entry.body as TaskChange & { version: number }
  const last = lastOf(all, entry)
  const base = last?.task ?? task
  const wished = withChange(base, wish)
  const change = changeOf(wished, differing(base, wished))
  const title = wished.title
  const isNothing = Object.keys(change).length === 0
  if (last === undefined && isNothing) return task
  if (last === undefined) await store.add({ ...entry, task, title, body: { ...change, version } })
  // Back to what it was: nothing is left to be sent.
  else if (isNothing) await store.settle(last.id, (rest) => rest)
  else await store.put({ ...last, title, trouble: null, body: { ...change, version: last.body['version'] } })
  return wished satisfies ToDoTask
}

/** Putting something off: the last word counts. */
export async function putOff({ entry, all, store }: Omit<TaskStandIn, 'task'>): Promise<unknown> {
  const last = lastOf(all, entry)
  if (last === undefined) await store.add(entry)
  else await store.put({ ...last, body: entry.body, trouble: null })
  return entry.body
}

/** A task that is removed goes with the version that was seen: what others changed meanwhile is not thrown away. */
export async function removeTask({ entry, all, task, store }: TaskStandIn): Promise<unknown> {
  if (task === undefined) throw new TypeError('A task that was never seen cannot be removed.')
  if (lastOf(all, entry) === undefined) {
    const body = { version: String(task.version) }
    await store.add({ ...entry, task, title: changedHere(task, all).title, body })
  }
  return entry.body
}

/** A decision: one waits of each approval, and until it was sent it can become another. */
export async function decide({
  entry,
  all,
  approval,
  store,
}: Omit<TaskStandIn, 'task'> & { readonly approval: SeenApproval | undefined }): Promise<unknown> {
  if (approval === undefined) throw new TypeError('An approval that was never seen cannot be decided.')
  const { title, form, record } = approval
  const last = lastOf(all, entry)
  if (last === undefined) await store.add({ ...entry, title, decided: { form, record } })
  else await store.put({ ...last, body: entry.body, key: entry.key, trouble: null })
  return entry.body
}
