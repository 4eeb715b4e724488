import { expect, test } from 'vitest'
import { columnBefore, columnMoved } from './move-column.ts'
import { canSortMore, nextSort, sortedBy } from './next-sort.ts'

const columns = ['a', 'b', 'c']

test.each([
  ['c', 'a', ['c', 'a', 'b']],
  ['a', 'c', ['b', 'a', 'c']],
  ['a', null, ['b', 'c', 'a']],
  ['b', 'b', columns],
  ['b', 'gone', columns],
])('%s is put before %s', (path, before, expected) => {
  expect(columnBefore(columns, path, before)).toEqual(expected)
})

test('a column goes left and right, and not beyond the ends', () => {
  expect(columnMoved(columns, 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(columnMoved(columns, 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(columnMoved(columns, 'a', -1)).toEqual(columns)
  expect(columnMoved(columns, 'c', 1)).toEqual(columns)
})

const asc = (field: string) => ({ field, direction: 'asc' as const })
const desc = (field: string) => ({ field, direction: 'desc' as const })

test('a further column is sorted by after the others: up, down, not', () => {
  expect(nextSort([asc('a')], 'b', true)).toEqual([asc('a'), asc('b')])
  expect(nextSort([asc('a'), asc('b')], 'a', true)).toEqual([desc('a'), asc('b')])
  expect(nextSort([desc('a'), asc('b')], 'a', true)).toEqual([asc('b')])
  expect(nextSort([asc('a'), asc('b')], 'c')).toEqual([asc('c')])
  expect(sortedBy([asc('a'), asc('b')], desc('a'), true)).toEqual([asc('b'), desc('a')])
})

test('five columns are enough', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map(asc)
  expect(canSortMore(five, 'f')).toBe(false)
  expect(canSortMore(five, 'a')).toBe(true)
  expect(canSortMore([asc('a')], 'a')).toBe(false)
})
