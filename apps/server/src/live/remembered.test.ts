import { expect, test } from 'vitest'
import { remember } from './remembered.ts'

function setUp() {
  const time = { now: 0 }
  const loads = { count: 0 }
  const memory = remember<number>({ clock: () => time.now, forMs: 5000, most: 2 })
  const load = async () => ++loads.count
  return { time, memory, load }
}

test('an answer is remembered for its time and no longer', async () => {
  const { time, memory, load } = setUp()
  expect(await memory.get('a', load)).toBe(1)
  time.now = 4999
  expect(await memory.get('a', load)).toBe(1)
  time.now = 5000
  expect(await memory.get('a', load)).toBe(2)
})

test('what is forgotten is asked again', async () => {
  const { memory, load } = setUp()
  await memory.get('a', load)
  memory.forget('a')
  expect(await memory.get('a', load)).toBe(2)
})

test('a failure is not remembered', async () => {
  const { memory, load } = setUp()
  await expect(memory.get('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  expect(await memory.get('a', load)).toBe(1)
})

test('the oldest answer makes room', async () => {
  const { memory, load } = setUp()
  for (const key of ['a', 'b', 'c', 'c', 'b']) await memory.get(key, load)
  expect(await memory.get('a', load)).toBe(4)
})
