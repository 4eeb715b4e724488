import type { ToDoTask } from '@pipewright/contract'
import { changeOf, differing, mergeTask, withChange, type TaskChange } from './task-changes.ts'
import type { Waiting } from './waiting.ts'

/** How a version travels: with a change in its body, with a removal in its address. */
export const versionFor = ({ route }: Waiting, { version }: ToDoTask): number | string =>
  route === 'deleteTask' ? String(version) : version

/** What becomes of a change of a task after others changed it, aspect by aspect; null: it is there already. */
export function changeAfterOthers(entry: Waiting, theirs: ToDoTask, newKey: () => string): Waiting | null {
  const { version: _seen, ...change } = entry.body as TaskChange & { version: number }
  const base = entry.task ?? theirs
  const { mine, contested } = mergeTask(base, change, theirs)
  if (mine.length === 0) return null
  if (contested.length > 0) return { ...entry, trouble: { kind: 'conflict' } }
  const body = { ...changeOf(withChange(base, change), mine), version: theirs.version }
  return { ...entry, body, task: theirs, key: newKey(), tried: null }
}

/** A task is removed as it was seen: what others made of it meanwhile is shown first. */
export function removalAfterOthers(entry: Waiting, theirs: ToDoTask, newKey: () => string): Waiting {
  if (differing(entry.task ?? theirs, theirs).length > 0) return { ...entry, trouble: { kind: 'conflict' } }
  return { ...entry, body: { version: String(theirs.version) }, task: theirs, key: newKey(), tried: null }
}
