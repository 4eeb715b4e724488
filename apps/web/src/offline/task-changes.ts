import type { BodyOf, Routes, ToDoTask } from '@pipewright/contract'

export type TaskWords = Pick<
  ToDoTask,
  'title' | 'assignees' | 'day' | 'time' | 'repeat' | 'remindBefore' | 'relative'
>
export type TaskChange = Omit<BodyOf<Routes['updateTask']>, 'version'>

/** What of a task is changed as one: a day and the date of the record that it follows say the same thing. */
export type TaskAspect = 'title' | 'assignees' | 'due' | 'repeat' | 'remindBefore'

const fieldsOf: { readonly [A in TaskAspect]: readonly (keyof TaskWords)[] } = {
  title: ['title'],
  assignees: ['assignees'],
  due: ['day', 'time', 'relative'],
  repeat: ['repeat'],
  remindBefore: ['remindBefore'],
}
const aspects = Object.keys(fieldsOf) as readonly TaskAspect[]

/** An aspect as text: equal where it is the same. The day of a task that follows a date is the server's to say. */
function said(words: TaskWords, aspect: TaskAspect): string {
  const day = words.relative === null ? words.day : null
  if (aspect === 'due') return JSON.stringify([day, words.time, words.relative])
  if (aspect === 'assignees') return JSON.stringify([...words.assignees].toSorted())
  return JSON.stringify(words[aspect])
}

export const differing = (one: TaskWords, other: TaskWords): readonly TaskAspect[] =>
  aspects.filter((aspect) => said(one, aspect) !== said(other, aspect))

/** The part of a wish that is sent to change these aspects. */
export function changeOf(wish: TaskWords, changed: readonly TaskAspect[]): TaskChange {
  const fields = changed.flatMap((aspect) => fieldsOf[aspect])
  const sent = fields.filter((field) => field !== 'day' || wish.relative === null)
  return Object.fromEntries(sent.map((field) => [field, wish[field]])) as TaskChange
}

export const withChange = <T extends TaskWords>(task: T, change: TaskChange): T => {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  return { ...task, ...given }
}

export interface MergedTask {
  /** What of mine is still to be changed. */
  readonly mine: readonly TaskAspect[]
  /** What somebody else changed to something else. */
  readonly contested: readonly TaskAspect[]
}

/** What becomes of a change after others changed the same task. */
export function mergeTask(base: TaskWords, change: TaskChange, theirs: TaskWords): MergedTask {
  const wish = withChange(base, change)
  const mine = differing(base, wish).filter((aspect) => said(wish, aspect) !== said(theirs, aspect))
  return { mine, contested: mine.filter((aspect) => said(base, aspect) !== said(theirs, aspect)) }
}
