import { expect, it } from 'vitest'
import { conflictFields, mergedValues } from './conflict-fields.ts'

const base = { name: 'A', amount: '1', note: null, stage: 'open' }

it('asks only where both changed a field differently, and keeps what only one changed', () => {
  const fields = conflictFields(
    base,
    { name: 'B', amount: '2', note: 'x', stage: 'open' },
    { ...base, name: 'C', amount: '2' },
  )
  expect(fields.map(({ key, contested }) => [key, contested])).toEqual([
    ['name', true],
    ['note', false],
  ])
  expect(mergedValues(fields, new Set())).toEqual({ name: 'B', note: 'x' })
  expect(mergedValues(fields, new Set(['name']))).toEqual({ note: 'x' })
})
