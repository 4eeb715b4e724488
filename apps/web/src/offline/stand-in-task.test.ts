import type { ToDoTask } from '@pipewright/contract'
import { expect, test } from 'vitest'
import { changeTask, decide, putOff, removeTask } from './stand-in-task.ts'
import type { Waiting, WaitingStore } from './waiting.ts'

const task = {
  id: 'x',
  version: 4,
  title: 'Call',
  assignees: ['me'],
  day: '2026-01-07',
  time: null,
  repeat: null,
  remindBefore: null,
  relative: null,
} as unknown as ToDoTask
const { title, assignees, day, time, repeat, remindBefore, relative } = task
const words = { title, assignees, day, time, repeat, remindBefore, relative }

let count = 0
const entry = (route: Waiting['route'], body: object, parts: Partial<Waiting> = {}) => {
  const id = String((count += 1))
  return { id, route, params: { id: 'x' }, body, title: '', tried: null, trouble: null, ...parts } as Waiting
}

function shelf(first: readonly Waiting[] = []) {
  const kept = new Map(first.map((one) => [one.id, one]))
  const store: WaitingStore = {
    list: async () => [...kept.values()],
    add: async (one) => void kept.set(one.id, one),
    put: async (one) => kept.has(one.id) && kept.set(one.id, one) !== undefined,
    settle: async (id) => void kept.delete(id),
  }
  return { store, all: () => [...kept.values()] }
}

const change = (wish: object) => entry('updateTask', { ...words, ...wish, version: 4 })

test('of a change of a task what it changes waits, and the task as it was seen', async () => {
  const { store, all } = shelf()
  const answer = await changeTask({ entry: change({ title: 'Ring' }), all: [], task, store })
  expect(answer).toMatchObject({ id: 'x', title: 'Ring', day: '2026-01-07' })
  expect(all()).toMatchObject([{ title: 'Ring', task, body: { title: 'Ring', version: 4 } }])
  expect(Object.keys(all()[0]?.body ?? {})).toEqual(['title', 'version'])
})

test('a later change joins one that was not sent, and back to what it was nothing is left to be sent', async () => {
  const { store, all } = shelf()
  await changeTask({ entry: change({ title: 'Ring' }), all: [], task, store })
  await changeTask({ entry: change({ title: 'Ring', day: '2026-01-09' }), all: all(), task, store })
  expect(all()).toMatchObject([{ body: { title: 'Ring', day: '2026-01-09', version: 4 } }])
  await changeTask({ entry: change({}), all: all(), task, store })
  expect(all()).toEqual([])
  await changeTask({ entry: change({}), all: [], task, store })
  expect(all()).toEqual([])
})

test('what is on its way, or contested, is left as it is', async () => {
  for (const parts of [{ tried: 'then' }, { trouble: { kind: 'conflict' } }] as const) {
    const before = entry('updateTask', { title: 'Ring', version: 4 }, { task, ...parts })
    const { store, all } = shelf([before])
    await changeTask({ entry: change({ title: 'Write' }), all: all(), task, store })
    expect(all()).toHaveLength(2)
    expect(all()[0]).toBe(before)
  }
})

test('a task that was never seen cannot be changed', async () => {
  const { store } = shelf()
  await expect(changeTask({ entry: change({}), all: [], task: undefined, store })).rejects.toThrow(TypeError)
})

test('of putting off and taking up again the last word waits', async () => {
  const { store, all } = shelf()
  await putOff({ entry: entry('snoozeTodo', { until: 'then' }), all: [], store })
  expect(await putOff({ entry: entry('snoozeTodo', { until: null }), all: all(), store })).toEqual({
    until: null,
  })
  expect(all()).toMatchObject([{ body: { until: null } }])
})

test('a task is removed once, as it was seen', async () => {
  const { store, all } = shelf()
  await changeTask({ entry: change({ title: 'Ring' }), all: [], task, store })
  await removeTask({ entry: entry('deleteTask', {}), all: all(), task, store })
  await removeTask({ entry: entry('deleteTask', {}), all: all(), task, store })
  expect(all()).toMatchObject([
    { route: 'updateTask' },
    { route: 'deleteTask', title: 'Ring', task, body: { version: '4' } },
  ])
  await expect(
    removeTask({ entry: entry('deleteTask', {}), all: [], task: undefined, store }),
  ).rejects.toThrow(TypeError)
})

test('of two decisions of an approval the last one waits, and one that was overtaken makes room', async () => {
  const { store, all } = shelf()
  const approval = { form: 'quote', record: 'q', title: 'Q-1' }
  const decision = (said: string, key: string) => entry('decideTask', { decision: said }, { key })
  await decide({ entry: decision('approve', 'one'), all: [], approval, store })
  expect(all()).toMatchObject([{ title: 'Q-1', decided: { form: 'quote', record: 'q' } }])
  await decide({ entry: decision('reject', 'two'), all: all(), approval, store })
  expect(all()).toMatchObject([{ body: { decision: 'reject' }, key: 'two', trouble: null }])
  await expect(
    decide({ entry: decision('approve', 'one'), all: [], approval: undefined, store }),
  ).rejects.toThrow(TypeError)
})
