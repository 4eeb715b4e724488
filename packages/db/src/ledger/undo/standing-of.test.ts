import { expect, test } from 'vitest'
import { standingOf, type UndoLink } from './standing-of.ts'

const link = (set: string, undoneBy: string): UndoLink => ({ set, undoneBy })

test('undone is the newest change that holds, and done again what was undone last', () => {
  expect(standingOf(['a', 'b'], [])).toMatchObject({ undo: 'b', redo: null })
  expect(standingOf(['a', 'b', 'c'], [link('b', 'c')])).toMatchObject({ undo: 'a', redo: 'c' })
  const both = [link('b', 'c'), link('a', 'd')]
  expect(standingOf(['a', 'b', 'c', 'd'], both)).toMatchObject({ undo: null, redo: 'd' })
  const again = standingOf(['a', 'b', 'c', 'd', 'e'], [...both, link('d', 'e')])
  expect(again).toMatchObject({ undo: 'e', redo: 'c' })
  expect([...again.sets]).toEqual([
    ['a', { undone: false, last: 'e' }],
    ['b', { undone: true, last: 'c' }],
  ])
})

test('what was undone is not done again once something else was done', () => {
  expect(standingOf(['a', 'b', 'c'], [link('a', 'b')])).toMatchObject({ undo: 'c', redo: null })
})

test('an undo that found nothing to put back, and so has no line in the ledger, still counts', () => {
  expect(standingOf(['a', 'b'], [link('b', 'z')])).toMatchObject({ undo: 'a' })
})
