import { expect, test } from 'vitest'
import { boxOf, isInBox, tile } from './block.ts'

const box = (rows: number, columns: number) => ({ top: 0, left: 0, bottom: rows - 1, right: columns - 1 })

test('a block is the same whichever corner it was drawn from', () => {
  const one = boxOf({ from: { row: 3, column: 2 }, to: { row: 1, column: 4 } })
  expect(one).toEqual({ top: 1, left: 2, bottom: 3, right: 4 })
  expect([isInBox(one, { row: 2, column: 3 }), isInBox(one, { row: 2, column: 5 })]).toEqual([true, false])
})

test.each([
  [
    'one value fills all that is selected',
    [['a']],
    box(2, 2),
    [
      ['a', 'a'],
      ['a', 'a'],
    ],
  ],
  [
    'a block is repeated where the selection is a multiple of it',
    [['a'], ['b']],
    box(4, 1),
    [['a'], ['b'], ['a'], ['b']],
  ],
  ['otherwise it lies as it was copied', [['a'], ['b']], box(3, 1), [['a'], ['b']]],
  ['a larger block goes beyond the one cell that is selected', [['a', 'b']], box(1, 1), [['a', 'b']]],
])('%s', (_, copied, over, laid) => {
  expect(tile(copied, over)).toEqual(laid)
})
