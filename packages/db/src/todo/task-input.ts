import type { RelativeDay } from '@pipewright/compiler'
import type { TaskRepeat } from './task-times.ts'

/** What a task says, as its writer sends it. */
export interface TaskInput {
  readonly title: string
  readonly assignees: readonly string[]
  readonly day: string | null
  /** "HH:MM" of the writer's zone; only with a day. */
  readonly time: string | null
  readonly repeat: TaskRepeat | null
  /** Minutes before it is due. */
  readonly remindBefore: number | null
  /** Due so long before or after a date of its record, in place of a day. */
  readonly relative: RelativeDay | null
}
