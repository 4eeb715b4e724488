import {
  ProblemError,
  type AnswerOf,
  type CallInput,
  type Client,
  type RouteName,
  type Routes,
} from '@pipewright/contract'
import type { AnyInput } from '../offline/device.ts'
import type { WaitingRoute } from '../offline/waiting.ts'
import { whenCalm } from './when-calm.ts'

/** What is laid by when it is seen, to be read without the server. */
const read: ReadonlySet<string> = new Set<RouteName>([
  'getSession',
  'getApp',
  'queryRecords',
  'countRecords',
  'groupRecords',
  'getBoard',
  'queryTree',
  'queryCircles',
  'getRecord',
  'getTimeline',
  'getMailStart',
  'getChecklist',
  'getLastValues',
  'getFillLimit',
  'getExchangeRate',
  'listViews',
  'listPlaces',
  'getView',
  'listTodo',
  'listRecordTasks',
  'listRuns',
  'listFiles',
  'listRecalculations',
  'listNotifications',
  'runReport',
])

/** What waits when the server is away. */
const written: Readonly<Record<WaitingRoute, true>> = {
  createRecord: true,
  updateRecord: true,
  createComment: true,
  logFollowUp: true,
  sendRecordMail: true,
  createTask: true,
  updateTask: true,
  deleteTask: true,
  completeTask: true,
  snoozeTodo: true,
  decideTask: true,
  uploadFile: true,
}
const mayWait = (name: RouteName): name is WaitingRoute => Object.hasOwn(written, name)

/** Gone, or not to be seen any more. */
const gone: readonly number[] = [403, 404]
const forgotten = (error: ProblemError) => gone.includes(error.problem.status)

const device = () => import('../offline/device.ts')
/** The room of a browser may be full or forbidden: then there is nothing to read without the server, and that is all. */
const aside = whenCalm(device)

async function instead(name: RouteName, input: AnyInput, tried: boolean): Promise<unknown> {
  const kept = await device()
  return mayWait(name) ? kept.queue(name, input, tried) : kept.recall(name, input)
}

const madeHere = async (input: AnyInput) => (await device()).made(input).catch(() => undefined)

/** Asks the server; where it does not answer, what was last seen, or what takes a change until it is there again. */
export async function callOrKept<N extends RouteName>(
  network: Client,
  name: N,
  input: CallInput<Routes[N]> = {},
): Promise<AnswerOf<Routes[N]>> {
  const isRead = read.has(name)
  if (!isRead && !mayWait(name)) return network.call(name, input)
  // The same request again must be known for the same.
  const asked = isRead ? input : { idempotencyKey: crypto.randomUUID(), ...input }
  const tried = navigator.onLine
  try {
    const answer = await network.call(name, asked)
    if (isRead) aside((kept) => kept.keep(name, input as AnyInput, answer))
    return answer
  } catch (error) {
    if (error instanceof ProblemError) {
      // What was made here and waits is known by no server.
      const made = name === 'getRecord' && forgotten(error) ? await madeHere(input as AnyInput) : undefined
      if (made !== undefined) return made as AnswerOf<Routes[N]>
      if (isRead && forgotten(error)) aside((kept) => kept.drop(name, input as AnyInput))
      throw error
    }
    const answer = await instead(name, asked as AnyInput, tried).catch((problem: unknown) => {
      throw problem instanceof ProblemError ? problem : error
    })
    if (answer === undefined) throw error
    return answer as AnswerOf<Routes[N]>
  }
}
