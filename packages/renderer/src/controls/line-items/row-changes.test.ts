import { indexDefinition } from '@pipewright/metadata'
import type { Field, LineItemsField } from '@pipewright/schemas'
import { expect, it } from 'vitest'
import { aDefinition, aForm, aTextField, itemsField } from '../../testing/sample-app.ts'
import { columnTotals } from './column-totals.ts'
import { isBlock, readBlock } from './paste-block.ts'
import {
  duplicateRow,
  duplicateRows,
  moveRow,
  moveRowTo,
  pasteBlock,
  removeRow,
  removeRows,
  type KeyedRows,
} from './row-changes.ts'
import { sortRows } from './sort-rows.ts'

const state: KeyedRows = {
  rows: [
    { id: '1', product: 'A' },
    { id: '2', product: 'B' },
  ],
  keys: ['a', 'b'],
}
const columns = itemsField.type === 'lineItems' ? itemsField.fields : []
const place = {
  index: indexDefinition(aDefinition(aForm([aTextField(), itemsField]))),
  locale: 'en' as const,
  people: [],
  newId: () => 'new',
}

it('reads a block with quotes and line breaks inside cells', () => {
  expect(readBlock('a\t"b ""c""\nd"\r\n1\t2\n')).toEqual([
    ['a', 'b "c"\nd'],
    ['1', '2'],
  ])
  expect([isBlock('one text'), isBlock('one line\n'), isBlock('a\tb')]).toEqual([false, false, true])
})

it('lays a pasted block over the rows and adds the missing ones, exactly', () => {
  const next = pasteBlock(state, { row: 1, column: 0 }, columns, 'C\t１０\t1,234.50\nD\t2\tabc', place)
  expect(next.rows).toEqual([
    { id: '1', product: 'A' },
    { id: '2', product: 'C', quantity: '10', price: '1234.50' },
    { product: 'D', quantity: '2', price: 'abc' },
  ])
  expect(next.keys).toEqual(['a', 'b', 'new'])
})

it('moves, removes and copies rows with their names', () => {
  expect(moveRow(state, 0, 1).keys).toEqual(['b', 'a'])
  expect(moveRow(state, 0, -1)).toBe(state)
  expect(removeRow(state, 0).keys).toEqual(['b'])
  expect(duplicateRow(state, 0, 'c')).toEqual({
    rows: [state.rows[0], { product: 'A' }, state.rows[1]],
    keys: ['a', 'c', 'b'],
  })
})

const table = itemsField as LineItemsField
const plain = (totals: ReturnType<typeof columnTotals>) =>
  [...totals].map(([key, found]) => [
    key,
    found.map((total) => `${total.function} ${total.value}`).join(', '),
  ])

it('totals what can be added, without losing a cent', () => {
  const rows = [
    { quantity: '1', price: '9', line_total: '0.10' },
    { quantity: '2', price: '9', line_total: '0.20' },
    { quantity: 'two', price: '9', line_total: null },
  ]
  expect(plain(columnTotals(table, rows))).toEqual([
    ['quantity', 'sum 3'],
    ['line_total', 'sum 0.3'],
  ])
})

it('comes to what the builder asks of a column: average, least, most and how many are filled', () => {
  const rows = [
    { product: 'B', quantity: '1', price: '100000000000000.01' },
    { product: null, quantity: '2', price: '9' },
    { product: 'A', quantity: null, price: '10' },
  ]
  const totals: LineItemsField['totals'] = [
    { field: 'product', functions: ['count', 'sum'] },
    { field: 'quantity', functions: ['avg', 'count'] },
    { field: 'price', functions: ['min', 'max', 'sum'] },
    { field: 'line_total', functions: [] },
  ]
  expect(plain(columnTotals({ ...table, totals }, rows))).toEqual([
    ['product', 'count 2'],
    ['quantity', 'avg 1.50, count 2'],
    ['price', 'min 9, max 100000000000000.01, sum 100000000000019.01'],
  ])
})

const sorting = { locale: 'en' as const, read: (_field: unknown, value: unknown) => String(value) }
const column = (key: string) => table.fields.find((field) => field.key === key) as Field

it('sorts figures by size and words by the alphabet; empty ones come last, equal ones stay', () => {
  const some: KeyedRows = {
    rows: [
      { product: 'b', quantity: '10' },
      { product: 'B', quantity: '9' },
      { product: 'a', quantity: null },
      { product: '', quantity: '9.0' },
    ],
    keys: ['1', '2', '3', '4'],
  }
  expect(sortRows(some, column('quantity'), 'asc', sorting).keys).toEqual(['2', '4', '1', '3'])
  expect(sortRows(some, column('quantity'), 'desc', sorting).keys).toEqual(['1', '2', '4', '3'])
  expect(sortRows(some, column('product'), 'asc', sorting).keys.at(-1)).toBe('4')
  const once = sortRows(some, column('quantity'), 'asc', sorting)
  expect(sortRows(once, column('quantity'), 'asc', sorting)).toBe(once)
})

it('moves a row to any place, and removes and copies several at once', () => {
  const four: KeyedRows = { rows: [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }], keys: ['a', 'b', 'c', 'd'] }
  expect(moveRowTo(four, 0, 4).keys).toEqual(['b', 'c', 'd', 'a'])
  expect(moveRowTo(four, 3, 1).keys).toEqual(['a', 'd', 'b', 'c'])
  expect(moveRowTo(four, 1, 2)).toBe(four)
  expect(moveRowTo(four, 1, 5)).toBe(four)
  expect(removeRows(four, new Set(['a', 'c'])).rows).toEqual([{ n: 2 }, { n: 4 }])
  let id = 0
  const copied = duplicateRows(four, new Set(['a', 'b']), () => `new${(id += 1)}`)
  expect(copied.keys).toEqual(['a', 'b', 'new1', 'new2', 'c', 'd'])
  expect(copied.rows[3]).toEqual({ n: 2 })
})
