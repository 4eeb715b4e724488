import type { ToDoTask, TodoGroup, TodoItem } from '@pipewright/contract'
import { withChange, type TaskChange } from './task-changes.ts'
import type { Waiting, WaitingRoute, WaitingStore } from './waiting.ts'

type Written = Pick<ToDoTask, 'title' | 'assignees' | 'day' | 'time' | 'repeat' | 'remindBefore'> &
  Partial<Pick<ToDoTask, 'relative' | 'form' | 'record'>>

/** A task that was made without the server, as far as it can be shown. */
export function madeTask({ id, makes, body, about, at }: Waiting, me: string): ToDoTask {
  const written = body as unknown as Written
  const { relative = null, form = null, record = null } = written
  return {
    ...written,
    relative,
    form,
    record,
    recordTitle: record === null ? null : (about ?? ''),
    id: makes ?? id,
    version: 0,
    createdBy: me,
    createdAt: at,
  }
}

/** The tasks that were made here, of one record or of all. */
export const tasksMadeHere = (waiting: readonly Waiting[], me: string, record?: string): ToDoTask[] =>
  waiting
    .filter(({ route }) => route === 'createTask')
    .map((entry) => madeTask(entry, me))
    .filter((task) => record === undefined || task.record === record)

export interface TaskWaiting {
  /** It was made here. */
  readonly made: Waiting | undefined
  /** It was ticked off here, or on again: the last word. */
  readonly tick: Waiting | undefined
  /** It was changed here. */
  readonly change: Waiting | undefined
  /** It was put off here, or taken up again. */
  readonly snooze: Waiting | undefined
  /** It was removed here. */
  readonly removal: Waiting | undefined
  /** It is an approval, and was decided here. */
  readonly decision: Waiting | undefined
}

const lastOf = (waiting: readonly Waiting[], of: WaitingRoute, id: string) =>
  waiting.findLast(({ route, params }) => route === of && params['id'] === id)

/** What waits of one task. */
export const waitingOf = (waiting: readonly Waiting[], task: string): TaskWaiting => ({
  made: waiting.find(({ route, makes }) => route === 'createTask' && makes === task),
  tick: lastOf(waiting, 'completeTask', task),
  change: lastOf(waiting, 'updateTask', task),
  snooze: lastOf(waiting, 'snoozeTodo', task),
  removal: lastOf(waiting, 'deleteTask', task),
  decision: lastOf(waiting, 'decideTask', task),
})

export const isTicked = ({ tick }: TaskWaiting): boolean => tick?.body['done'] === true

/** Whether nothing is left to do of it, by what was done here: it is ticked off, removed or decided. */
export const isOver = (waiting: TaskWaiting): boolean =>
  isTicked(waiting) || waiting.removal !== undefined || waiting.decision?.trouble === null

/** Of all that waits of one thing, what has to be said of it. */
export function toldOf(waiting: TaskWaiting): Waiting | undefined {
  const last = waiting.removal ?? waiting.decision
  if (last !== undefined) return last
  return isTicked(waiting) ? waiting.tick : (waiting.made ?? waiting.change ?? waiting.snooze)
}

const daysPerWeek = 7
const dayMs = 86_400_000

/** Where the server would list something that is due on a day. */
export function groupOf(day: string | null, today: string, weekStart = 1): TodoGroup {
  if (day === null) return 'later'
  if (day < today) return 'overdue'
  if (day === today) return 'today'
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  const left = daysPerWeek - 1 - ((weekday - weekStart + daysPerWeek) % daysPerWeek)
  const last = new Date(Date.parse(`${today}T00:00:00Z`) + left * dayMs).toISOString().slice(0, 10)
  return day <= last ? 'week' : 'later'
}

/** A task as it stands with what was changed of it here. */
export const changedHere = (task: ToDoTask, waiting: readonly Waiting[]): ToDoTask =>
  waiting
    .filter(({ route, params }) => route === 'updateTask' && params['id'] === task.id)
    .reduce(
      (before, { body: { version: _seen, ...change } }) => withChange(before, change as TaskChange),
      task,
    )

const itemId = (item: TodoItem): string => {
  if (item.type === 'approval') return item.approval.id
  return item.type === 'task' ? item.task.id : item.followUp.record
}

interface Today {
  readonly me: string
  readonly today: string
  readonly weekStart?: number
}

function itemHere(item: TodoItem, waiting: readonly Waiting[], { today, weekStart }: Today): TodoItem {
  const snooze = lastOf(waiting, 'snoozeTodo', itemId(item))
  const put = snooze === undefined ? item : { ...item, snoozedUntil: snooze.body['until'] as string | null }
  if (put.type !== 'task') return put
  const task = changedHere(put.task, waiting)
  return task === put.task ? put : { ...put, task, group: groupOf(task.day, today, weekStart) }
}

/** The to-do list as it stands with what was made, changed and put off here. */
export function withTasksHere(
  items: readonly TodoItem[],
  waiting: readonly Waiting[],
  now: Today,
): readonly TodoItem[] {
  const { me, today, weekStart } = now
  const made = tasksMadeHere(waiting, me).filter(({ assignees }) => assignees.includes(me))
  return [
    ...made.map((task) => ({
      type: 'task' as const,
      group: groupOf(task.day, today, weekStart),
      snoozedUntil: null,
      task,
    })),
    ...items.map((item) => itemHere(item, waiting, now)),
  ]
}

/** Takes one thing back before it is sent, and what was ticked off of it. */
export async function takeBack(store: WaitingStore, all: readonly Waiting[], entry: Waiting): Promise<void> {
  const ticks = all.filter(
    ({ route, params }) => route === 'completeTask' && entry.makes !== null && params['id'] === entry.makes,
  )
  for (const { id } of [...ticks, entry]) await store.settle(id, (rest) => rest)
}
