import type { Problem, ToDoTask, Values } from '@pipewright/contract'

/** What can wait until the server is there again. */
export type WaitingRoute =
  | 'createRecord'
  | 'updateRecord'
  | 'createComment'
  | 'logFollowUp'
  | 'sendRecordMail'
  | 'createTask'
  | 'updateTask'
  | 'deleteTask'
  | 'completeTask'
  | 'snoozeTodo'
  | 'decideTask'
  | 'uploadFile'

/** Why something is not sent by itself any more: somebody has to look at it. */
export type Trouble =
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Others changed the same fields meanwhile. */
  | { readonly kind: 'conflict' }
  /** It was sent so long ago, without an answer, that the server may have done it and forgotten the request. */
  | { readonly kind: 'unsure' }

/** One thing that was done without the server. */
export interface Waiting {
  /** Orders by when it was done. */
  readonly id: string
  /** The account that did it; nobody else sees or sends it. */
  readonly owner: string
  readonly workspace: string
  readonly route: WaitingRoute
  readonly params: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
  /** Under which the server does it once. */
  readonly key: string
  readonly changeSet: string
  /** What it is called where it waits. */
  readonly title: string
  /** Of a task: what the record is called that it is about. */
  readonly about?: string
  /** The id by which others that wait name what this one makes. */
  readonly makes: string | null
  /** Of a change: the record as it was seen. */
  readonly base: Values | null
  /** Of a task that was changed or removed: as it was seen. */
  readonly task?: ToDoTask
  /** Of a decision: the record that it is about. */
  readonly decided?: { readonly form: string; readonly record: string }
  readonly at: string
  /** When it was first sent; from then on the server may have done it. */
  readonly tried: string | null
  readonly trouble: Trouble | null
  readonly file: Blob | null
}

/** Where things wait, for all tabs of a browser. Each change is one transaction. */
export interface WaitingStore {
  /** In the order in which they were done. */
  list(owner: string): Promise<readonly Waiting[]>
  add(entry: Waiting): Promise<void>
  /** Changes one; false when it does not wait any more. */
  put(entry: Waiting): Promise<boolean>
  /** Takes one away and changes what waits behind it, both or neither. */
  settle(id: string, change: (rest: Waiting) => Waiting): Promise<void>
}

/** Whether one thing that waits speaks of what another one makes. */
export const mentions = (entry: Waiting, made: string): boolean =>
  JSON.stringify([entry.params, entry.body]).includes(made)

const changing: ReadonlySet<WaitingRoute> = new Set([
  'updateRecord',
  'updateTask',
  'deleteTask',
  'completeTask',
])

/** Whether it speaks of something that another one makes, in whichever order both were done: a file may be added later. */
export const needsOthers = (entry: Waiting, others: readonly Waiting[]): boolean =>
  others.some((other) => other !== entry && other.makes !== null && mentions(entry, other.makes))

/** The record or task that something waits to change. */
const changed = (entry: Waiting): string | undefined =>
  changing.has(entry.route) ? entry.params['id'] : undefined

/** What comes after something has to wait for it: it speaks of what is made there, or changes the same thing. */
export const follows = (later: Waiting, earlier: Waiting): boolean =>
  (earlier.makes !== null && mentions(later, earlier.makes)) ||
  (changed(later) !== undefined && changed(later) === changed(earlier))

/** The same, with the id that the server gave instead of the one it had while it waited. */
export function renamed(entry: Waiting, from: string, to: string): Waiting {
  if (!mentions(entry, from)) return entry
  const exchange = <T>(part: T): T => JSON.parse(JSON.stringify(part).replaceAll(from, to)) as T
  return { ...entry, params: exchange(entry.params), body: exchange(entry.body) }
}
