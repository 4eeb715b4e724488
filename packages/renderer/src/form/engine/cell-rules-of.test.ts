import { expect, test } from 'vitest'
import { cellRules } from './cell-rules-of.ts'

const none = { hidden: new Set<string>(), required: new Set<string>(), locked: new Map(), limited: new Map() }

test('a cell that holds rows hands on what rules say about the rows inside it', () => {
  const rules = cellRules(
    {
      hidden: new Set(['items/1/parts/0/note', 'items/0/parts/*/note', 'name']),
      required: new Set(['items.parts.pieces']),
      locked: new Map([['items/1/parts/0/unit', 'Counted']]),
      limited: new Map([['items/1/parts/*/unit', new Set(['box'])]]),
    },
    'items',
    new Map([['/1/parts/2/pieces', 'Many']]),
  )
  const [first, second, third] = [0, 1, 2].map((row) => rules?.at(row, 'parts').inner)
  expect(first?.hasColumn('note')).toBe(false)
  expect(second?.hasColumn('note')).toBe(true)
  expect([second?.at(0, 'note').hidden, second?.at(1, 'note').hidden]).toEqual([true, false])
  expect([second?.at(0, 'unit').lockedBy, second?.at(1, 'unit').lockedBy]).toEqual(['Counted', undefined])
  expect([...(second?.at(1, 'unit').options ?? [])]).toEqual(['box'])
  expect(second?.at(2, 'pieces')).toMatchObject({ required: true, warning: 'Many' })
  expect(rules?.at(1, 'parts').warning).toBe('3: Many')
  expect(third?.requiresColumn('pieces')).toBe(true)
  expect(third?.hasColumn('note')).toBe(true)
  expect(new Set([first, second, third].map((inner) => inner?.signature)).size).toBe(3)
})

test('rules that say nothing about a table leave it alone', () => {
  expect(cellRules({ ...none, hidden: new Set(['name', 'other.note']) }, 'items', undefined)).toBeUndefined()
})
