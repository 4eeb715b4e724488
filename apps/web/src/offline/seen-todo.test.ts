import { expect, test } from 'vitest'
import type { KeptAnswer } from './kept-answers.ts'
import { seenTodo } from './seen-todo.ts'

const kept = (route: string, at: number, answer: unknown) => ({ route, at, answer }) as KeptAnswer
const task = (id: string, title: string) => ({ id, title })

test('something to do is found as the newest of the lists has it, wherever it was listed', () => {
  const followUp = { type: 'followUp', followUp: { record: 'r', title: 'Tide' } }
  const answers = [
    kept('listTodo', 1, { items: [{ type: 'task', task: task('x', 'old') }, followUp] }),
    kept('listRecordTasks', 2, { tasks: [task('x', 'new')] }),
    kept('getApp', 3, {}),
  ]
  expect(seenTodo(answers, 'x')).toMatchObject({ task: { title: 'new' } })
  expect(seenTodo(answers, 'r')).toBe(followUp)
  expect(seenTodo(answers, 'y')).toBeUndefined()
})
