import { expect, test } from 'vitest'
import type { Waiting, WaitingStore } from './waiting.ts'
import { talkWaiting } from './waiting-talk.ts'
import {
  groupOf,
  isTicked,
  madeTask,
  takeBack,
  tasksMadeHere,
  waitingOf,
  withTasksHere,
} from './waiting-tasks.ts'

const entry = (parts: Partial<Waiting>) =>
  ({ at: '2026-01-05T10:00:00.000Z', title: '', makes: null, params: {}, body: {}, ...parts }) as Waiting
const task = (id: string, parts: object) =>
  entry({
    id,
    route: 'createTask',
    makes: `task ${id}`,
    about: 'Tide',
    body: { title: id, assignees: ['me'], day: null, form: 'deal', record: 'a', ...parts },
  })
const tick = (id: string, of: string, done: boolean) =>
  entry({ id, route: 'completeTask', params: { id: of }, body: { done } })

test('a task that was made here is told like any other, in its list and on its record', () => {
  const waiting = [task('1', {}), task('2', { record: null, form: null }), task('3', { assignees: ['she'] })]
  expect(tasksMadeHere(waiting, 'me', 'a').map(({ id }) => id)).toEqual(['task 1', 'task 3'])
  expect(tasksMadeHere(waiting, 'me')[0]).toMatchObject({ title: '1', createdBy: 'me', recordTitle: 'Tide' })
  const items = withTasksHere([], waiting, { me: 'me', today: '2026-01-05' })
  expect(items.map((item) => item.type === 'task' && item.task.id)).toEqual(['task 1', 'task 2'])
})

test('of what was ticked off and on again the last word counts', () => {
  const off = tick('4', 'x', true)
  expect(isTicked(waitingOf([off], 'x'))).toBe(true)
  expect(isTicked(waitingOf([off, tick('5', 'x', false)], 'x'))).toBe(false)
  expect(waitingOf([off], 'y')).toEqual({})
})

test('a task that was changed or put off here stands where it will stand', () => {
  const seen = { ...madeTask(task('1', {}), 'me'), id: 'x', version: 3 }
  const item = { type: 'task', group: 'later', snoozedUntil: null, task: seen } as const
  const change = entry({
    id: '2',
    route: 'updateTask',
    params: { id: 'x' },
    body: { title: 'Ring', day: '2026-01-05', version: 3 },
  })
  const put = entry({
    id: '3',
    route: 'snoozeTodo',
    params: { id: 'x' },
    body: { until: '2026-01-09T08:00:00Z' },
  })
  const now = { me: 'me', today: '2026-01-05' }
  expect(withTasksHere([item], [change], now)).toMatchObject([
    { group: 'today', snoozedUntil: null, task: { title: 'Ring', day: '2026-01-05', version: 3 } },
  ])
  expect(withTasksHere([item], [put], now)).toMatchObject([{ snoozedUntil: '2026-01-09T08:00:00Z' }])
  expect(
    withTasksHere([{ ...item, snoozedUntil: 'then' }], [{ ...put, body: { until: null } }], now),
  ).toEqual([item])
  expect(withTasksHere([item], [{ ...change, params: { id: 'y' } }], now)).toEqual([item])
})

test('a task that is taken back takes its tick along, and nothing else', async () => {
  const waiting = [task('1', {}), tick('2', 'task 1', true), tick('3', 'x', true)]
  const settled: string[] = []
  const store = { settle: async (id: string) => void settled.push(id) } as unknown as WaitingStore
  await takeBack(store, waiting, waiting[0] as Waiting)
  expect(settled).toEqual(['2', '1'])
})

test.each([
  ['2026-01-04', 1, 'overdue'],
  ['2026-01-05', 1, 'today'],
  ['2026-01-11', 1, 'week'],
  ['2026-01-12', 1, 'later'],
  ['2026-01-10', 7, 'week'],
  ['2026-01-11', 7, 'later'],
  [null, 1, 'later'],
])('%s is listed, in weeks from day %s on, under %s', (day, weekStart, group) => {
  expect(groupOf(day, '2026-01-05', weekStart)).toBe(group)
})

test('what was said about a record stands there alone, newest first, each under its kind', () => {
  const at = { form: 'deal', id: 'a' }
  const waiting = [
    entry({ id: '1', route: 'createComment', params: at }),
    entry({ id: '2', route: 'logFollowUp', params: at }),
    entry({ id: '3', route: 'createComment', params: { ...at, id: 'b' } }),
    entry({ id: '4', route: 'updateRecord', params: at }),
  ]
  expect(talkWaiting(waiting, at, 'all').map(({ id }) => id)).toEqual(['2', '1'])
  expect(talkWaiting(waiting, at, 'comments').map(({ id }) => id)).toEqual(['1'])
  expect(talkWaiting(waiting, at, 'changes')).toEqual([])
})
