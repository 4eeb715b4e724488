import { expect, test } from 'vitest'
import type { KeptAnswer } from './kept-answers.ts'
import { seenApproval, seenTodo } from './seen-todo.ts'

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

test('an approval is found in the to-do list, else where it stands on its record', () => {
  const approval = { id: 'a', form: 'quote', record: 'q', title: 'Q-1' }
  const at = JSON.stringify(['me', 'acme', 'listRuns', { form: 'quote', id: 'r' }, {}, {}])
  const answers = [
    kept('listTodo', 1, { items: [{ type: 'approval', approval }] }),
    { ...kept('listRuns', 2, { runs: [{ steps: [{ task: 'b' }] }] }), key: at },
    { ...kept('getRecord', 3, { title: 'Q-2' }), key: at },
  ]
  expect(seenApproval(answers, 'a')).toBe(approval)
  expect(seenApproval(answers, 'b')).toEqual({ form: 'quote', record: 'r', title: 'Q-2' })
  expect(seenApproval(answers, 'c')).toBeUndefined()
})
