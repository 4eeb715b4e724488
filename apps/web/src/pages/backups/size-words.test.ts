import { expect, test } from 'vitest'
import { sizeWords } from './size-words.ts'

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1234, '1.2 KB'],
  [48_000_000, '48 MB'],
  [7_260_000_000, '7.3 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words)
})
