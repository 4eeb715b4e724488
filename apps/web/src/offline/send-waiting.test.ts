import { ProblemError, type Problem, type RecordAnswer, type Values } from '@pipewright/contract'
import { expect, test } from 'vitest'
import { sendWaiting, type SendNeeds } from './send-waiting.ts'
import type { Waiting, WaitingStore } from './waiting.ts'

const owner = 'sophie'
const ada = '0192a000-0000-7000-8000-000000000001'
const tempAccount = '0192a000-0000-7000-8000-0000000000a1'

let count = 0
const waiting = (parts: Partial<Waiting>): Waiting => {
  const id = String((count += 1)).padStart(4, '0')
  return {
    id,
    owner,
    workspace: 'acme',
    route: 'createRecord',
    params: { workspace: 'acme', form: 'account' },
    body: { values: { name: 'Tide' } },
    key: `key-${id}`,
    changeSet: id,
    title: 'Tide',
    makes: null,
    base: null,
    at: '2026-01-05T10:00:00.000Z',
    tried: null,
    trouble: null,
    file: null,
    ...parts,
  }
}

/** What a browser keeps: values, not objects. */
function memoryStore(first: readonly Waiting[]): WaitingStore & { all: () => Waiting[] } {
  const kept = new Map(first.map((entry) => [entry.id, JSON.stringify(entry)]))
  const all = () => [...kept.values()].map((text) => JSON.parse(text) as Waiting)
  return {
    all,
    list: async (of) => all().filter((entry) => entry.owner === of),
    add: async (entry) => void kept.set(entry.id, JSON.stringify(entry)),
    put: async (entry) => kept.has(entry.id) && kept.set(entry.id, JSON.stringify(entry)) !== undefined,
    settle: async (id, change) => {
      kept.delete(id)
      for (const entry of all()) kept.set(entry.id, JSON.stringify(change(entry)))
    },
  }
}

const refusal = (parts: Partial<Problem>) =>
  new ProblemError({ type: 'x', title: 'x', status: 422, code: 'invalid', requestId: 'r', ...parts })

/** A server with records, that does a request once per key and checks versions. */
function server() {
  const records = new Map<string, RecordAnswer>()
  const answers = new Map<string, RecordAnswer>()
  const asked: string[] = []
  const faults: ('before' | 'after' | null)[] = []
  const write = (entry: Waiting): RecordAnswer => {
    const values = entry.body['values'] as Values
    const id = entry.params['id'] ?? `made-${records.size + 1}`
    const before = records.get(id)
    if (entry.route === 'updateRecord' && before?.version !== entry.body['version'])
      throw refusal({ status: 409, code: 'stale-version' })
    if (values['name'] === '') throw refusal({ code: 'invalid' })
    const record = {
      id,
      version: (before?.version ?? 0) + 1,
      values: { ...before?.values, ...values },
    } as unknown as RecordAnswer
    records.set(id, record)
    return record
  }
  const ask = async (entry: Waiting) => {
    asked.push(entry.title)
    const fault = faults.shift() ?? null
    if (fault === 'before') throw new TypeError('no network')
    const answer = answers.get(entry.key) ?? write(entry)
    answers.set(entry.key, answer)
    if (fault === 'after') throw new TypeError('the answer was lost')
    return answer
  }
  return { records, asked, faults, ask }
}

const needsOf = (
  store: WaitingStore,
  { ask, records }: Pick<ReturnType<typeof server>, 'ask' | 'records'>,
  parts: Partial<SendNeeds> = {},
): SendNeeds => ({
  store,
  owner,
  ask,
  readRecord: async ({ params }) => {
    const found = records.get(params['id'] ?? '')
    if (found === undefined) throw refusal({ status: 404, code: 'not-found' })
    return found
  },
  readTask: async () => {
    throw refusal({ status: 404, code: 'not-found' })
  },
  now: () => Date.parse('2026-01-05T12:00:00.000Z'),
  newKey: () => 'another-key',
  ...parts,
})

const record = (id: string, version: number, values: Values) =>
  ({ id, version, values }) as unknown as RecordAnswer

test('what waits is sent in its order, and what names something made without the server names it by its own id', async () => {
  const there = server()
  const store = memoryStore([
    waiting({ title: 'account', makes: tempAccount }),
    waiting({ title: 'contact', body: { values: { name: 'Ann', account: tempAccount } } }),
    waiting({
      title: 'change',
      route: 'updateRecord',
      params: { workspace: 'acme', form: 'account', id: tempAccount },
      body: { version: 0, values: { name: 'Tide Ltd' } },
    }),
  ])
  const named: string[][] = []
  await sendWaiting(needsOf(store, there, { named: (...ids) => named.push(ids) }))
  expect(there.asked).toEqual(['account', 'contact', 'change'])
  expect(there.records.get('made-2')?.values).toEqual({ name: 'Ann', account: 'made-1' })
  expect(there.records.get('made-1')?.values).toEqual({ name: 'Tide Ltd' })
  expect(named).toEqual([[tempAccount, 'made-1']])
  expect(store.all()).toEqual([])
})

test('what was added later to something that waits goes before it', async () => {
  const there = server()
  const store = memoryStore([
    waiting({ title: 'mail', route: 'sendRecordMail', body: { values: { files: [tempAccount] } } }),
    waiting({ title: 'file', route: 'uploadFile', makes: tempAccount }),
  ])
  await sendWaiting(needsOf(store, there))
  expect(there.asked).toEqual(['file', 'mail'])
  expect(there.records.get('made-2')?.values).toEqual({ files: ['made-1'] })
  expect(store.all()).toEqual([])
})

test('nothing is made twice where the answer was lost, nor lost where the request never came', async () => {
  const there = server()
  there.faults.push('after', 'before')
  const store = memoryStore([waiting({ title: 'one' }), waiting({ title: 'two' })])
  await sendWaiting(needsOf(store, there))
  expect(store.all()).toHaveLength(2)
  await sendWaiting(needsOf(store, there))
  expect(store.all()).toHaveLength(2)
  await sendWaiting(needsOf(store, there))
  expect(there.records.size).toBe(2)
  expect(store.all()).toEqual([])
})

test('killed at any moment, it goes on and does everything once', async () => {
  for (let kill = 1; kill <= 12; kill += 1) {
    const there = server()
    const store = memoryStore([
      waiting({ title: 'account', makes: tempAccount }),
      waiting({ title: 'contact', body: { values: { account: tempAccount } } }),
    ])
    let steps = 0
    const dies = () => {
      steps += 1
      if (steps === kill) throw new Error('killed')
    }
    const mortal: WaitingStore = {
      list: async (of) => (dies(), store.list(of)),
      add: store.add,
      put: async (entry) => (dies(), store.put(entry)),
      settle: async (id, change) => (dies(), store.settle(id, change)),
    }
    const ask = async (entry: Waiting) => {
      const answer = await there.ask(entry)
      dies()
      return answer
    }
    await sendWaiting(needsOf(mortal, { ...there, ask })).catch(() => undefined)
    await sendWaiting(needsOf(store, there))
    expect([...there.records.values()].map(({ values }) => values)).toEqual([
      { name: 'Tide' },
      { account: 'made-1' },
    ])
    expect(store.all()).toEqual([])
  }
})

test('two tabs that send the same do it once', async () => {
  const there = server()
  const store = memoryStore([waiting({ title: 'one' }), waiting({ title: 'two' })])
  await Promise.all([sendWaiting(needsOf(store, there)), sendWaiting(needsOf(store, there))])
  expect(there.records.size).toBe(2)
  expect(store.all()).toEqual([])
})

test('what is refused waits for a correction with all that follows it, and the rest is sent', async () => {
  const there = server()
  const store = memoryStore([
    waiting({ title: 'wrong', makes: tempAccount, body: { values: { name: '' } } }),
    waiting({ title: 'contact', body: { values: { account: tempAccount } } }),
    waiting({ title: 'other' }),
  ])
  await sendWaiting(needsOf(store, there))
  expect(there.asked).toEqual(['wrong', 'other'])
  expect(store.all().map(({ title, trouble, tried }) => [title, trouble?.kind, tried])).toEqual([
    ['wrong', 'refused', null],
    ['contact', undefined, null],
  ])
  const [wrong] = store.all()
  await store.put({ ...wrong!, trouble: null, body: { values: { name: 'Right' } } })
  await sendWaiting(needsOf(store, there))
  expect([...there.records.values()].map(({ values }) => values['account'])).toContain('made-2')
  expect(store.all()).toEqual([])
})

const change = (values: Values, parts: Partial<Waiting> = {}) =>
  waiting({
    route: 'updateRecord',
    title: 'change',
    params: { workspace: 'acme', form: 'account', id: ada },
    body: { version: 1, values },
    base: { name: 'Ada', city: 'Hull' },
    ...parts,
  })

test('a change goes on top of what others changed elsewhere in the record, and asks where both changed a field', async () => {
  const there = server()
  there.records.set(ada, record(ada, 2, { name: 'Ada B', city: 'Hull' }))
  const store = memoryStore([change({ city: 'Leeds' })])
  await sendWaiting(needsOf(store, there))
  expect(there.records.get(ada)?.values).toEqual({ name: 'Ada B', city: 'Leeds' })
  expect(store.all()).toEqual([])
  await store.add(change({ name: 'Ada C' }))
  await store.add(change({ city: 'York' }, { title: 'later' }))
  await sendWaiting(needsOf(store, there))
  expect(store.all().map(({ title, trouble }) => [title, trouble?.kind])).toEqual([
    ['change', 'conflict'],
    ['later', undefined],
  ])
})

test('a change whose answer was lost and whose key the server forgot is known by what the record holds', async () => {
  const there = server()
  there.records.set(ada, record(ada, 2, { name: 'Ada', city: 'Leeds' }))
  const store = memoryStore([change({ city: 'Leeds' })])
  await sendWaiting(needsOf(store, there))
  expect(there.records.get(ada)?.version).toBe(2)
  expect(store.all()).toEqual([])
})

test('several changes of one record follow each other by the versions the server gives', async () => {
  const there = server()
  there.records.set(ada, record(ada, 1, { name: 'Ada', city: 'Hull' }))
  const store = memoryStore([change({ city: 'Leeds' }), change({ name: 'Ada B' })])
  await sendWaiting(needsOf(store, there))
  expect(there.records.get(ada)).toEqual(record(ada, 3, { name: 'Ada B', city: 'Leeds' }))
})

test('what was sent days ago without an answer is not sent again by itself', async () => {
  const there = server()
  const store = memoryStore([waiting({ tried: '2026-01-03T10:00:00.000Z' })])
  await sendWaiting(needsOf(store, there))
  expect(there.asked).toEqual([])
  expect(store.all()[0]?.trouble).toEqual({ kind: 'unsure' })
})

test('of another account nothing is sent, and nothing when nobody is signed in', async () => {
  const there = server()
  const store = memoryStore([waiting({ owner: 'somebody else' }), waiting({ title: 'mine' })])
  const ask = async () => {
    throw refusal({ status: 401, code: 'not-signed-in' })
  }
  await sendWaiting(needsOf(store, { ...there, ask }))
  expect(store.all().map(({ trouble }) => trouble)).toEqual([null, null])
  await sendWaiting(needsOf(store, there))
  expect(there.asked).toEqual(['mine'])
})

test('what is being edited is not sent, nor what follows it, and the rest is', async () => {
  const there = server()
  const edited = waiting({ title: 'edited', makes: tempAccount })
  const store = memoryStore([
    edited,
    waiting({ title: 'behind', body: { values: { account: tempAccount } } }),
    waiting({ title: 'other' }),
  ])
  await sendWaiting(needsOf(store, there, { held: async () => new Set([edited.id]) }))
  expect(there.asked).toEqual(['other'])
  await sendWaiting(needsOf(store, there))
  expect(there.asked).toEqual(['other', 'edited', 'behind'])
})
