import type { ToDoTask } from '@pipewright/contract'
import { listed, useUiLocale } from '@pipewright/ui'
import { dueWords } from '../pages/todo/due-words.ts'
import { datesOfForm, wayOf } from '../pages/todo/record-dates.ts'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useText, type Text } from '../texts/use-text.ts'
import type { TaskAspect } from './task-changes.ts'
import { useMemberName } from './use-member-name.ts'
import { useOfflineText } from './use-offline-text.ts'

const labels = {
  title: 'taskTitle',
  assignees: 'taskAssignees',
  repeat: 'taskRepeat',
  remindBefore: 'taskRemind',
} as const

const kinds = {
  day: 'repeatDay',
  workdays: 'repeatWorkdays',
  week: 'repeatWeek',
  month: 'repeatMonth',
} as const

function repeatWords({ repeat }: ToDoTask, text: Text): string {
  if (repeat === null) return text('repeatNever')
  return repeat.count === 1 ? text(kinds[repeat.every]) : `${text(kinds[repeat.every])} × ${repeat.count}`
}

const hour = 60
const day = 24 * hour

function reminderWords({ remindBefore }: ToDoTask, text: Text): string {
  if (remindBefore === null) return text('remindNever')
  if (remindBefore === 0) return text('remindThen')
  if (remindBefore % day === 0) return text('remindDays', { count: remindBefore / day })
  if (remindBefore % hour === 0) return text('remindHours', { count: remindBefore / hour })
  return text('remindMinutes', { count: remindBefore })
}

interface TaskWordsOf {
  readonly labelOf: (aspect: TaskAspect) => string
  readonly wordsOf: (task: ToDoTask, aspect: TaskAspect) => string
}

/** Writes what a task says, part by part. */
export function useTaskWords(): TaskWordsOf {
  const app = useWorkspace()
  const text = useText()
  const waits = useOfflineText()
  const locale = useUiLocale()
  const nameOf = useMemberName()
  const dueOf = ({ form, relative, day: due, time }: ToDoTask): string => {
    const date = datesOfForm(app.definition, form, locale).find(({ key }) => key === relative?.field)
    if (relative !== null && date !== undefined) {
      const said = { count: relative.count, field: date.label }
      return relative.count === 0 ? text('relativeOn', said) : text(`relative_${wayOf(relative)}`, said)
    }
    return due === null ? waits('taskNoDay') : dueWords(due, time, locale)
  }
  return {
    labelOf: (aspect) => (aspect === 'due' ? waits('taskDue') : text(labels[aspect])),
    wordsOf: (task, aspect) => {
      if (aspect === 'title') return task.title
      if (aspect === 'assignees') return listed(task.assignees.map(nameOf), locale)
      if (aspect === 'due') return dueOf(task)
      return aspect === 'repeat' ? repeatWords(task, text) : reminderWords(task, text)
    },
  }
}
