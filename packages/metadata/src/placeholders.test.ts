import { expect, test } from 'vitest'
import { fieldsInText, fillText, hideInText } from './placeholders.ts'

const text = 'Hello {{name}}, {{ cost }} by {{name}}.'

test('values stand in their places, and what is written in them is taken as it is', () => {
  const values = new Map([
    ['name', '{{cost}}'],
    ['cost', ''],
  ])
  expect(fillText(text, (key) => values.get(key))).toEqual({
    text: 'Hello {{cost}},  by {{cost}}.',
    lacks: false,
  })
})

test('a field that may not be known is not named, its place stays empty, and that is told', () => {
  const hidden = hideInText(text, (key) => key !== 'cost')
  expect(fieldsInText(hidden)).toEqual(['name'])
  expect(hidden).not.toContain('cost')
  expect(fillText(hidden, () => 'Ann')).toEqual({ text: 'Hello Ann,  by Ann.', lacks: true })
  expect(fillText('{{gone}}!', () => undefined)).toEqual({ text: '!', lacks: true })
})
