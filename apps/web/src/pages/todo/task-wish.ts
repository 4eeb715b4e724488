import type { TaskRepeat, ToDoTask } from '@pipewright/contract'

export type RepeatChoice = 'never' | 'day' | 'workdays' | 'week' | 'month'

/** A task as its form holds it; empty times are empty texts. */
export interface TaskWish {
  readonly title: string
  readonly assignees: readonly string[]
  readonly day: string
  readonly time: string
  readonly repeat: RepeatChoice
  readonly count: number
  readonly days: readonly number[]
  /** Minutes before; -1 for never. */
  readonly remindBefore: number
}

export const never = -1

export function wishOf(task: ToDoTask | undefined, me: string): TaskWish {
  const repeat = task?.repeat ?? null
  return {
    title: task?.title ?? '',
    assignees: task?.assignees ?? [me],
    day: task?.day ?? '',
    time: task?.time ?? '',
    repeat: repeat?.every ?? 'never',
    count: repeat?.count ?? 1,
    days: repeat?.every === 'week' ? repeat.days : [],
    remindBefore: task?.remindBefore ?? never,
  }
}

function repeatOf({ repeat, count, days }: TaskWish): TaskRepeat | null {
  if (repeat === 'never') return null
  return repeat === 'week'
    ? { every: repeat, count, days: [...(days ?? [])] }
    : { every: repeat, count: count ?? 1 }
}

/** What is sent: times and repetitions mean nothing without a day. */
export function readWish(wish: TaskWish) {
  const day = wish.day === '' ? null : wish.day
  return {
    title: wish.title.trim(),
    assignees: [...wish.assignees],
    day,
    time: day === null || wish.time === '' ? null : wish.time,
    repeat: day === null ? null : repeatOf(wish),
    remindBefore: day === null || wish.remindBefore === never ? null : wish.remindBefore,
  }
}
