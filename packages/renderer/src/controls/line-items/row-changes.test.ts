import { indexDefinition } from '@pipewright/metadata'
import { expect, it } from 'vitest'
import { aDefinition, aForm, aTextField, itemsField } from '../../testing/sample-app.ts'
import { columnTotals } from './column-totals.ts'
import { isBlock, readBlock } from './paste-block.ts'
import { duplicateRow, moveRow, pasteBlock, removeRow, type KeyedRows } from './row-changes.ts'

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

it('totals what can be added, without losing a cent', () => {
  const totals = columnTotals(columns, [
    { quantity: '1', price: '9', line_total: '0.10' },
    { quantity: '2', price: '9', line_total: '0.20' },
  ])
  expect([...totals]).toEqual([
    ['quantity', '3'],
    ['line_total', '0.3'],
  ])
})
