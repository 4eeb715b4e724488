import type { Impact } from '@pipewright/contract'
import { expect, test } from 'vitest'
import { changedEffects } from './changed-effects.ts'

const impact = (...effects: string[]): Impact => ({
  changes: [
    {
      text: { en: 'A change', zh: '更改' },
      effects: effects.map((en) => ({ severity: 'warning', text: { en, zh: en }, records: [] })),
    },
  ],
  blocked: false,
  statements: 1,
  problems: [],
  token: 't',
})

test('what is otherwise than before is named, what stayed is not', () => {
  expect(changedEffects(impact('same', '1 record'), impact('same', '2 records'))).toEqual([
    { was: { en: '1 record', zh: '1 record' } },
    { now: { en: '2 records', zh: '2 records' } },
  ])
  expect(changedEffects(impact('same'), impact('same'))).toEqual([])
})
