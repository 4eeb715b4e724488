import { expect, test } from 'vitest'
import { problemText } from './catalogue.ts'

const entry = { en: '{name} holds {count}.', zh: '{name}共 {count} 条。' }

test.each([
  [12_345, 'Rows holds 12,345.', 'Rows共 12,345 条。'],
  ['0012345', 'Rows holds 0012345.', 'Rows共 0012345 条。'],
  [0.5, 'Rows holds 0.5.', 'Rows共 0.5 条。'],
])('writes the count %s with separators, and text as it came', (count, en, zh) => {
  expect(problemText(entry, 'en', { name: 'Rows', count })).toBe(en)
  expect(problemText(entry, 'zh', { name: 'Rows', count })).toBe(zh)
})
