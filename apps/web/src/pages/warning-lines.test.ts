import type { RecordWarning } from '@pipewright/contract'
import { expect, test } from 'vitest'
import { warningLines } from './warning-lines.ts'

const warning = (id: string, message: string, pointer = '/values/amount'): RecordWarning => ({
  form: 'quote',
  id,
  pointer,
  code: 'warned',
  message,
})

test('what many records have in common is said once, with how many there are', () => {
  const lines = warningLines([warning('a', 'Low'), warning('b', 'Late'), warning('c', 'Late')])
  expect(lines).toEqual([
    { text: 'Late', form: 'quote', records: 2, rows: null },
    { text: 'Low', form: 'quote', records: 1, rows: null },
  ])
})

test('rows of line items are named where one record is meant, and only counted by record where many are', () => {
  const one = [warning('a', 'Dear', '/values/items/0/price'), warning('a', 'Dear', '/values/items/2/price')]
  expect(warningLines(one)).toEqual([
    { text: 'Dear', form: 'quote', records: 1, rows: { field: 'items', places: [1, 3] } },
  ])
  expect(warningLines([...one, warning('b', 'Dear', '/values/items/4/price')])).toMatchObject([
    { records: 2, rows: null },
  ])
})
