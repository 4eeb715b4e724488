import type { RecordAnswer, Run, ToDoTask, TodoItem } from '@pipewright/contract'
import type { KeptAnswer } from './kept-answers.ts'

const idOf = (item: TodoItem): string => {
  if (item.type === 'approval') return item.approval.id
  return item.type === 'task' ? item.task.id : item.followUp.record
}

const asItem = (task: ToDoTask): TodoItem => ({ type: 'task', group: 'later', snoozedUntil: null, task })

function itemsIn({ route, answer }: KeptAnswer): readonly TodoItem[] {
  if (route === 'listTodo') return (answer as { items: TodoItem[] }).items
  return route === 'listRecordTasks' ? (answer as { tasks: ToDoTask[] }).tasks.map(asItem) : []
}

/** Something that is to be done, as the newest of the kept lists has it. */
export function seenTodo(kept: readonly KeptAnswer[], id: string): TodoItem | undefined {
  const newestFirst = kept.toSorted((one, other) => other.at - one.at)
  for (const answer of newestFirst) {
    const found = itemsIn(answer).find((item) => idOf(item) === id)
    if (found !== undefined) return found
  }
  return undefined
}

/** What an approval is about, and what that is called. */
export interface SeenApproval {
  readonly form: string
  readonly record: string
  readonly title: string
}

/** The form and the record that a kept answer is about. */
const siteOf = ({ key }: KeptAnswer) =>
  (JSON.parse(key) as [string, string, string, { readonly form?: string; readonly id?: string }])[3]

/** An approval that waits, as the to-do list has it or else its record. */
export function seenApproval(kept: readonly KeptAnswer[], task: string): SeenApproval | undefined {
  const listed = seenTodo(kept, task)
  if (listed?.type === 'approval') return listed.approval
  const runs = kept.find(
    ({ route, answer }) =>
      route === 'listRuns' &&
      (answer as { runs: Run[] }).runs.some(({ steps }) => steps.some((step) => step.task === task)),
  )
  if (runs === undefined) return undefined
  const { form = '', id: record = '' } = siteOf(runs)
  const seen = kept.find((one) => one.route === 'getRecord' && siteOf(one).id === record)
  return { form, record, title: (seen?.answer as RecordAnswer | undefined)?.title ?? '' }
}
