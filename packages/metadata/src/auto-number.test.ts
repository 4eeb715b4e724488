import type { AutoNumberField } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { counterPeriod, numberRepeats, writeNumber } from './auto-number.ts'

const scene = { day: '2026-11-07', values: { region: 'east', size: '12' } }
const field = (given: Partial<AutoNumberField>): AutoNumberField => ({
  type: 'autoNumber',
  key: 'number',
  label: { en: 'Number' },
  ...given,
})

test.each<[Partial<AutoNumberField>, string, string, boolean]>([
  [{}, '0007', '', false],
  [{ prefix: 'Q-', digits: 3 }, 'Q-007', '', false],
  [{ prefix: 'Q-', period: 'year' }, 'Q-2026-0007', '2026', false],
  [{ prefix: 'Q-', period: 'month' }, 'Q-202611-0007', '202611', false],
  [{ period: 'day', digits: 2 }, '20261107-07', '20261107', false],
  [
    {
      period: 'field',
      periodField: 'region',
      parts: [
        { type: 'field', field: 'region' },
        { type: 'text', text: '/' },
        { type: 'date', format: 'YYMMDD' },
        { type: 'counter', digits: 2 },
      ],
    },
    'east/26110707',
    'east',
    false,
  ],
  [
    {
      period: 'month',
      parts: [
        { type: 'date', format: 'MM' },
        { type: 'counter', digits: 1 },
      ],
    },
    '117',
    '202611',
    true,
  ],
  [{ period: 'field', periodField: 'region', parts: [{ type: 'counter', digits: 1 }] }, '7', 'east', true],
])('%j', (given, number, period, repeats) => {
  expect(writeNumber(field(given), 7, scene)).toBe(number)
  expect(counterPeriod(field(given), scene)).toBe(period)
  expect(numberRepeats(field(given))).toBe(repeats)
})

test('a field that is empty leaves nothing behind', () => {
  const parts = [
    { type: 'field' as const, field: 'gone' },
    { type: 'counter' as const, digits: 1 },
  ]
  expect(writeNumber(field({ parts }), 7, scene)).toBe('7')
})
