import { expect, test } from 'vitest'
import { isShown, markDone, type Steps } from './steps.ts'

const fresh: Steps = { done: [], hidden: false }

test('a step is remembered once', () => {
  const once = markDone(fresh, 'move')
  expect(once).toEqual({ done: ['move'], hidden: false })
  expect(markDone(once, 'move')).toBe(once)
})

test('only who made the workspace is shown the steps, until all are done or hidden', () => {
  expect(isShown(null)).toBe(false)
  expect(markDone(null, 'record')).toBe(null)
  expect(isShown(fresh)).toBe(true)
  expect(isShown({ ...fresh, hidden: true })).toBe(false)
  expect(isShown({ done: ['record', 'move', 'field', 'invite'], hidden: false })).toBe(false)
})
