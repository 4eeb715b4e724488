import type { TodoGroup, TodoItem } from '@pipewright/contract'
import { useRenderer } from '@pipewright/renderer'
import { useWaitingHere } from '../../offline/own-waiting.ts'
import { withTasksHere } from '../../offline/waiting-tasks.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useTodo } from './use-todo.ts'

/** The most urgent first. */
export const todoGroups: readonly TodoGroup[] = ['overdue', 'today', 'week', 'later']

const none: readonly TodoItem[] = []

/** What the server lists for the member, with what was done here meanwhile. */
export function useTodoHere() {
  const { member, workspace } = useWorkspace()
  const { now, zone } = useRenderer()
  const waiting = useWaitingHere()
  const todo = useTodo()
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(now()))
  const items = withTasksHere(todo.data?.items ?? none, waiting, {
    me: member.id,
    today,
    weekStart: workspace.calendar.weekStart,
  })
  const here = items.filter(({ snoozedUntil }) => snoozedUntil === null)
  return {
    todo,
    // What was made or moved here takes its place among the others.
    open: todoGroups.flatMap((group) => here.filter((item) => item.group === group)),
    snoozed: items.filter(({ snoozedUntil }) => snoozedUntil !== null),
  }
}
