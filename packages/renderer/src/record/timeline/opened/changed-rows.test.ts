import { aLineItemsField, aNumberField, aTextField } from '@pipewright/metadata/builders'
import { expect, test } from 'vitest'
import { changedRows } from './changed-rows.ts'

const table = aLineItemsField({
  fields: [aTextField({ key: 'what' }), aNumberField({ key: 'quantity' }), aTextField({ key: 'note' })],
})
const pump = { id: 'r1', what: 'Pump', quantity: '1', note: null }
const spare = { id: 'r2', what: 'Spare', quantity: '2' }

test('rows are told by what happened to them, and of changed ones the cells that did', () => {
  const now = [
    { ...pump, quantity: '3' },
    { id: 'r3', what: 'Valve', quantity: null },
  ]
  const told = changedRows(table, [pump, spare], now).map(({ kind, at, cells }) => [
    kind,
    at,
    cells.map(({ field, old, now: after }) => [field.key, old, after]),
  ])
  expect(told).toEqual([
    ['changed', 0, [['quantity', '1', '3']]],
    ['added', 1, [['what', null, 'Valve']]],
    [
      'removed',
      1,
      [
        ['what', 'Spare', null],
        ['quantity', '2', null],
      ],
    ],
  ])
})

test('rows that only moved are not told, nor tables that were empty', () => {
  expect(changedRows(table, [pump, spare], [spare, pump])).toEqual([])
  expect(changedRows(table, null, undefined)).toEqual([])
})
