import { expect, test } from 'vitest'
import { htmlOf, readClipboard, tsvOf } from './clipboard-block.ts'

const cells = [
  ['Müller "& Co"', 'two\nlines'],
  ['<b>', 'a\tb'],
]

test('what was copied comes back, as text and as a table', () => {
  expect(readClipboard({ text: tsvOf(cells), html: '' })).toEqual(cells)
  expect(readClipboard({ text: '', html: htmlOf(cells) })).toEqual([
    ['Müller "& Co"', 'two\nlines'],
    ['<b>', 'a\tb'],
  ])
})

test('a single value is a block of one cell', () => {
  expect(readClipboard({ text: 'Acme', html: '' })).toEqual([['Acme']])
})
