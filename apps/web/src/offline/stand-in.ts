import type { FileInfo, RecordAnswer, TodoItem, Values } from '@pipewright/contract'
import { madeHere, type OverlayScene } from './overlay.ts'
import type { SeenApproval } from './seen-todo.ts'
import { changeTask, decide, putOff, removeTask } from './stand-in-task.ts'
import type { Waiting, WaitingStore } from './waiting.ts'

interface StandIn {
  readonly entry: Waiting
  readonly all: readonly Waiting[]
  /** The record that is changed or spoken about, with what waits for it. */
  readonly seen: RecordAnswer | undefined
  /** The task or follow-up that is changed or put off. */
  readonly listed: TodoItem | undefined
  /** The approval that is decided. */
  readonly approval: SeenApproval | undefined
  readonly scene: OverlayScene
  readonly store: WaitingStore
}

const valuesOf = ({ body }: Waiting): Values => body['values'] as Values

function titleIn({ titleField }: OverlayScene, entry: Waiting): string {
  const value = valuesOf(entry)[titleField(entry.params['form'] ?? '') ?? '']
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A change of a record joins what waits for the same record and was not sent: both are one change then. */
async function change({ entry, all, seen, scene, store }: StandIn): Promise<unknown> {
  if (seen === undefined) throw new TypeError('A record that was never seen cannot be changed.')
  const { form, id } = entry.params
  const values = valuesOf(entry)
  const waiting = all.filter(
    ({ route, params, makes }) =>
      params['form'] === form &&
      ((route === 'updateRecord' && params['id'] === id) || (route === 'createRecord' && makes === id)),
  )
  const last = waiting.at(-1)
  const joins =
    last !== undefined && last.tried === null && entry.tried === null && entry.body['owner'] === undefined
  if (joins) {
    const body = { ...last.body, values: { ...valuesOf(last), ...values } }
    const joined = { ...last, body, trouble: last.trouble?.kind === 'refused' ? null : last.trouble }
    await store.put({ ...joined, title: last.route === 'createRecord' ? titleIn(scene, joined) : last.title })
  } else {
    // Behind another change the version is that of the record which that one leaves.
    await store.add({ ...entry, title: seen.title, base: seen.values })
  }
  return { ...seen, values: { ...seen.values, ...values } } satisfies RecordAnswer
}

const taskIn = (item: TodoItem | undefined) => (item?.type === 'task' ? item.task : undefined)

function titleOf(item: TodoItem | undefined): string {
  if (item === undefined) return ''
  if (item.type === 'approval') return item.approval.title
  return item.type === 'task' ? item.task.title : item.followUp.title
}

/** Puts one thing among what waits, and answers what the server would, as far as it can be known here. */
export async function standIn(about: StandIn): Promise<unknown> {
  const { entry, seen, scene, store } = about
  const { route, body } = entry
  if (route === 'updateRecord') return change(about)
  if (route === 'updateTask') return changeTask({ ...about, task: taskIn(about.listed) })
  if (route === 'deleteTask') return removeTask({ ...about, task: taskIn(about.listed) })
  if (route === 'decideTask') return decide(about)
  if (route === 'snoozeTodo') return putOff({ ...about, entry: { ...entry, title: titleOf(about.listed) } })
  if (route === 'createRecord') {
    const named = { ...entry, title: titleIn(scene, entry) }
    await store.add(named)
    return madeHere(named, scene)
  }
  if (route === 'uploadFile') {
    const { file, makes } = entry
    const name = file instanceof File ? file.name : ''
    await store.add({ ...entry, title: name })
    return { id: makes ?? '', name, bytes: file?.size ?? 0, type: file?.type ?? '' } satisfies FileInfo
  }
  const title = seen?.title ?? ''
  if (route === 'createTask')
    await store.add({ ...entry, title: String(body['title'] ?? ''), ...(seen && { about: title }) })
  else await store.add({ ...entry, title })
  return route === 'createComment' ? { unreached: [] } : body
}
