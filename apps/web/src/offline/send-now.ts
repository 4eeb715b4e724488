import type { CallInput, RecordAnswer, RouteName, Routes, ToDoTask } from '@pipewright/contract'
import { network } from '../queries/client.ts'
import { heldNow } from './hold.ts'
import { sendWaiting } from './send-waiting.ts'
import type { Waiting } from './waiting.ts'
import { waitingStore } from './waiting-store.ts'

const lock = 'pipewright-send'

function ask({ route, params, body, file, title, key, changeSet }: Waiting): Promise<unknown> {
  const input: Record<string, unknown> = { params, body, idempotencyKey: key, changeSet: { id: changeSet } }
  if (route === 'deleteTask') Object.assign(input, { query: body, body: undefined })
  if (file !== null) {
    const form = new FormData()
    form.append('file', file, title)
    Object.assign(input, { form, query: body, body: undefined })
  }
  return network.call<RouteName>(route, input as CallInput<Routes[RouteName]>)
}

/** The record that something was done to as it stands at the server. */
export const currentRecord = ({ params }: Waiting): Promise<RecordAnswer> =>
  network.call('getRecord', {
    params: { workspace: params['workspace'] ?? '', form: params['form'] ?? '', id: params['id'] ?? '' },
  })

/** The task that was changed as it stands at the server. */
export const currentTask = ({ params }: Waiting): Promise<ToDoTask> =>
  network.call('getTask', { params: { workspace: params['workspace'] ?? '', id: params['id'] ?? '' } })

/** Sends what waits of an account; of several tabs one does it. */
export async function sendNow(owner: string, named: (from: string, to: string) => void): Promise<void> {
  const work = () =>
    sendWaiting({
      store: waitingStore,
      owner,
      ask,
      readRecord: currentRecord,
      readTask: currentTask,
      now: () => Date.now(),
      newKey: () => crypto.randomUUID(),
      held: heldNow,
      named,
    })
  // Pages without encryption have no locks: there the keys of the requests keep a thing from being done twice.
  if (!('locks' in navigator)) return work()
  await navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
    if (held !== null) await work()
  })
  return undefined
}
