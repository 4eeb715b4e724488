import type { ToDoTask, TodoGroup, TodoItem } from '@pipewright/contract'
import type { Waiting, WaitingStore } from './waiting.ts'

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
}

/** What waits of one task. */
export const waitingOf = (waiting: readonly Waiting[], task: string): TaskWaiting => ({
  made: waiting.find(({ route, makes }) => route === 'createTask' && makes === task),
  tick: waiting.findLast(({ route, params }) => route === 'completeTask' && params['id'] === task),
})

export const isTicked = ({ tick }: TaskWaiting): boolean => tick?.body['done'] === true

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

/** The to-do list with what was made here for oneself. */
export function withTasksMadeHere(
  items: readonly TodoItem[],
  waiting: readonly Waiting[],
  { me, today, weekStart }: { readonly me: string; readonly today: string; readonly weekStart?: number },
): readonly TodoItem[] {
  const made = tasksMadeHere(waiting, me).filter(({ assignees }) => assignees.includes(me))
  return [
    ...made.map((task) => ({
      type: 'task' as const,
      group: groupOf(task.day, today, weekStart),
      snoozedUntil: null,
      task,
    })),
    ...items,
  ]
}

/** Takes one thing back before it is sent, and what was ticked off of it. */
export async function takeBack(store: WaitingStore, all: readonly Waiting[], entry: Waiting): Promise<void> {
  const ticks = all.filter(
    ({ route, params }) => route === 'completeTask' && entry.makes !== null && params['id'] === entry.makes,
  )
  for (const { id } of [...ticks, entry]) await store.settle(id, (rest) => rest)
}
