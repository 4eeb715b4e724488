import { expect, test } from 'vitest'
import { fillInside, numberColumn, placesIn } from './inside-rows.ts'

const around = { header: 'Items row', count: 3 }
const table = {
  header: ['Part', 'items ROW '],
  rows: [
    ['Bolt', '1'],
    ['Nut', ' 3 '],
    ['Lid', ''],
    ['Cap', '4'],
    ['Pin', '1.5'],
  ],
}

test('a table says by the numbers in one of its columns in which row each line belongs', () => {
  expect(numberColumn(table, around)).toBe(1)
  expect(numberColumn({ header: ['Part'] }, around)).toBe(-1)
  expect(placesIn(table, 1, around)).toEqual([0, 2, undefined, undefined, undefined])
  expect(placesIn(table, -1, around)).toEqual(table.rows.map(() => undefined))
})

test('lines go behind the rows that are there, or in place of all of them', () => {
  const [one, two] = [{ what: 'a', parts: [{ id: 'p', part: 'Old' }] }, { what: 'b' }]
  const state = { rows: [one, two], keys: ['1', '2'] }
  const lines = [
    { at: 1, row: { part: 'Nut' } },
    { at: 1, row: { part: 'Lid' } },
  ]
  const parts = [{ part: 'Nut' }, { part: 'Lid' }]
  expect(fillInside(state, 'parts', lines, false).rows).toEqual([one, { ...two, parts }])
  expect(fillInside(state, 'parts', lines, true)).toEqual({
    rows: [
      { what: 'a', parts: [] },
      { what: 'b', parts },
    ],
    keys: ['1', '2'],
  })
})
