import { expect, test } from 'vitest'
import { undoSteps, type UndoWay } from './undo-steps.ts'

/** Something that takes steps and ends each when told. */
function slow() {
  const begun: UndoWay[] = []
  const ends: (() => void)[] = []
  const take = (way: UndoWay) => {
    begun.push(way)
    return new Promise<void>((end) => {
      ends.push(end)
    })
  }
  const end = async () => {
    ends.shift()?.()
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return { begun, take, end }
}

test('a step asked for before anything can take it waits', () => {
  const steps = undoSteps()
  const { begun, take } = slow()
  steps.ask('undo')
  expect(begun).toEqual([])
  expect(steps.waiting()).toBe(1)
  steps.serve(take)
  expect(begun).toEqual(['undo'])
})

test('steps are taken one after the other, in the order they were asked for', async () => {
  const steps = undoSteps()
  const { begun, take, end } = slow()
  steps.serve(take)
  steps.ask('redo')
  steps.ask('undo')
  steps.ask('undo')
  expect(begun).toEqual(['redo'])
  await end()
  expect(begun).toEqual(['redo', 'undo'])
  await end()
  await end()
  expect(begun).toEqual(['redo', 'undo', 'undo'])
  expect(steps.waiting()).toBe(0)
})

test('a step on its way ends before another one takes the next', async () => {
  const steps = undoSteps()
  const before = slow()
  const after = slow()
  const stop = steps.serve(before.take)
  steps.ask('undo')
  steps.ask('redo')
  stop()
  steps.serve(after.take)
  expect(after.begun).toEqual([])
  await before.end()
  expect(before.begun).toEqual(['undo'])
  expect(after.begun).toEqual(['redo'])
})
