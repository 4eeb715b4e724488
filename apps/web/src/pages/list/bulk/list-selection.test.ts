import { expect, test } from 'vitest'
import { nothing, selectionOf, ticked, withTicks, type Chosen } from './list-selection.ts'

const rows = ['a', 'b', 'c']
const all: Chosen = { all: true, except: new Set() }

test('what is taken out of everything that matches stays out, also where it is not loaded any more', () => {
  const without = withTicks(all, rows, new Set(['a', 'c']))
  expect([...ticked(without, rows)]).toEqual(['a', 'c'])
  const later = withTicks(without, ['d', 'e'], new Set(['d']))
  expect(selectionOf(later, { search: 'x' })).toEqual({ all: { search: 'x', except: ['b', 'e'] } })
  const again = withTicks(later, rows, new Set(rows))
  expect(selectionOf(again, {})).toEqual({ all: { except: ['e'] } })
})

test('without a tick nothing is chosen', () => {
  expect(withTicks(all, rows, new Set())).toEqual(nothing)
})

test('some are told by their ids', () => {
  const some = withTicks(nothing, rows, new Set(['b']))
  expect(selectionOf(some, { filter: true })).toEqual({ ids: ['b'] })
})
