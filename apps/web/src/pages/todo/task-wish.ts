import type { TaskRepeat, ToDoTask } from '@pipewright/contract'
import { relativeOf, wayOf, type RelativeWay } from './record-dates.ts'

export type RepeatChoice = 'never' | 'day' | 'workdays' | 'week' | 'month'

/** A task as its form holds it; empty times are empty texts. */
export interface TaskWish {
  readonly title: string
  readonly assignees: readonly string[]
  /** The date of its record that it goes by; empty or not asked for: a day of its own. */
  readonly by?: string
  readonly far: number
  readonly way: RelativeWay
  readonly day: string
  readonly time: string
  readonly repeat: RepeatChoice
  readonly count: number
  readonly days: readonly number[]
  /** Minutes before; -1 for never. */
  readonly remindBefore: number
}

export const never = -1
const usualDistance = 3

/** `reminds`: a new one is reminded of when it is due. */
export function wishOf(task: ToDoTask | undefined, me: string, reminds = false): TaskWish {
  const { repeat = null, relative = null } = task ?? {}
  return {
    title: task?.title ?? '',
    assignees: task?.assignees ?? [me],
    by: relative?.field ?? '',
    far: relative?.count ?? usualDistance,
    way: relative === null ? 'workdaysBefore' : wayOf(relative),
    day: task?.day ?? '',
    time: task?.time ?? '',
    repeat: repeat?.every ?? 'never',
    count: repeat?.count ?? 1,
    days: repeat?.every === 'week' ? repeat.days : [],
    remindBefore: task?.remindBefore ?? (reminds ? 0 : never),
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
  const { by = '', far, way } = wish
  const day = by !== '' || wish.day === '' ? null : wish.day
  const isDated = by !== '' || day !== null
  return {
    title: wish.title.trim(),
    assignees: [...wish.assignees],
    day,
    relative: by === '' ? null : relativeOf(by, far ?? 0, way),
    time: !isDated || wish.time === '' ? null : wish.time,
    repeat: day === null ? null : repeatOf(wish),
    remindBefore: !isDated || wish.remindBefore === never ? null : wish.remindBefore,
  }
}
