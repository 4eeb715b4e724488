import { ProblemError, type Problem, type ToDoTask } from '@pipewright/contract'
import { expect, test } from 'vitest'
import { sendWaiting, type SendNeeds } from './send-waiting.ts'
import type { Waiting, WaitingStore } from './waiting.ts'

const seen = {
  id: 'x',
  version: 1,
  title: 'Call',
  assignees: ['me'],
  day: null,
  time: null,
  repeat: null,
  remindBefore: null,
  relative: null,
} as unknown as ToDoTask

let count = 0
const entry = (body: object, parts: Partial<Waiting> = {}) =>
  ({
    id: String((count += 1)),
    owner: 'me',
    route: 'updateTask',
    params: { id: 'x' },
    body,
    makes: null,
    tried: null,
    trouble: null,
    task: seen,
    ...parts,
  }) as Waiting

const refusal = (status: number, code: Problem['code']) =>
  new ProblemError({ type: 'x', title: 'x', status, code, requestId: 'r' })

/** A server with one task, which it changes by its version. */
function there(task: ToDoTask, entries: readonly Waiting[]) {
  const kept = new Map(entries.map((one) => [one.id, one]))
  const store: WaitingStore = {
    list: async () => [...kept.values()],
    add: async (one) => void kept.set(one.id, one),
    put: async (one) => kept.has(one.id) && kept.set(one.id, one) !== undefined,
    settle: async (id, change) => {
      kept.delete(id)
      for (const one of kept.values()) kept.set(one.id, change(one))
    },
  }
  const at = { task, sent: [] as string[], isGone: false }
  const needs: SendNeeds = {
    store,
    owner: 'me',
    ask: async ({ route, body }) => {
      at.sent.push(route)
      if (route === 'deleteTask') {
        if (at.isGone) throw refusal(404, 'not-found')
        if (body['version'] !== String(at.task.version)) throw refusal(409, 'stale-version')
        at.isGone = true
        return undefined
      }
      if (route === 'decideTask') throw refusal(409, 'stale-version')
      if (route !== 'updateTask') return body
      const { version, ...change } = body as { version: number }
      if (version !== at.task.version) throw refusal(409, 'stale-version')
      at.task = { ...at.task, ...change, version: version + 1 }
      return at.task
    },
    readRecord: async () => Promise.reject(new Error('no record')),
    readTask: async () => at.task,
    now: () => Date.parse('2026-01-05T12:00:00.000Z'),
    newKey: () => 'another key',
  }
  return { at, send: () => sendWaiting(needs), all: () => [...kept.values()] }
}

test('a task that others changed elsewhere takes both changes', async () => {
  const { at, send, all } = there({ ...seen, version: 2, day: '2026-01-09' }, [
    entry({ title: 'Ring', version: 1 }),
  ])
  await send()
  expect(at.task).toMatchObject({ title: 'Ring', day: '2026-01-09', version: 3 })
  expect(all()).toEqual([])
})

test('a task of which others changed the same waits for its member, with what follows it, and nothing is overwritten', async () => {
  const { at, send, all } = there({ ...seen, version: 2, title: 'Write' }, [
    entry({ title: 'Ring', version: 1 }),
    entry({ done: true }, { route: 'completeTask' }),
    entry({ until: null }, { route: 'snoozeTodo', params: { id: 'y' } }),
  ])
  await send()
  expect(at.task.title).toBe('Write')
  expect(at.sent).toEqual(['updateTask', 'snoozeTodo'])
  expect(all().map(({ route, trouble }) => [route, trouble?.kind])).toEqual([
    ['updateTask', 'conflict'],
    ['completeTask', undefined],
  ])
})

test('a change whose answer was lost is known by what the task holds, also days later', async () => {
  const { at, send, all } = there({ ...seen, version: 2, title: 'Ring' }, [
    entry({ title: 'Ring', version: 1 }, { tried: '2026-01-02T12:00:00.000Z' }),
  ])
  await send()
  expect(at.task.version).toBe(2)
  expect(all()).toEqual([])
})

test('several changes of one task follow each other by the versions the server gives', async () => {
  const { at, send, all } = there(seen, [
    entry({ title: 'Ring', version: 1 }, { tried: '2026-01-05T11:00:00.000Z' }),
    entry({ day: '2026-01-09', version: 1 }),
  ])
  await send()
  expect(at.task).toMatchObject({ title: 'Ring', day: '2026-01-09', version: 3 })
  expect(at.sent).toEqual(['updateTask', 'updateTask'])
  expect(all()).toEqual([])
})

const removal = (parts: Partial<Waiting> = {}) => entry({ version: '1' }, { route: 'deleteTask', ...parts })

test('a task is removed as it was seen, also behind own changes of it', async () => {
  const { at, send, all } = there(seen, [entry({ title: 'Ring', version: 1 }), removal()])
  await send()
  expect(at.isGone).toBe(true)
  expect(all()).toEqual([])
})

test('a task that was only ticked meanwhile goes, one that others changed stays until somebody looked', async () => {
  const ticked = there({ ...seen, version: 2 }, [removal()])
  await ticked.send()
  expect(ticked.at.isGone).toBe(true)
  const changed = there({ ...seen, version: 2, title: 'Write' }, [removal()])
  await changed.send()
  expect(changed.at.isGone).toBe(false)
  expect(changed.all()).toMatchObject([{ route: 'deleteTask', trouble: { kind: 'conflict' } }])
})

test('a removal whose answer was lost is known by the task being gone, also days later', async () => {
  const { at, send, all } = there(seen, [removal({ tried: '2026-01-02T12:00:00.000Z' })])
  at.isGone = true
  await send()
  expect(all()).toEqual([])
})

test('a decision about a record that was changed since waits for its member', async () => {
  const { send, all } = there(seen, [entry({ decision: 'approve', version: 1 }, { route: 'decideTask' })])
  await send()
  expect(all()).toMatchObject([
    { tried: null, trouble: { kind: 'refused', problem: { code: 'stale-version' } } },
  ])
})
