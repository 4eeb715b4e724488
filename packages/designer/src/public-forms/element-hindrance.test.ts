import type { LayoutElement } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { hindranceTo } from './element-hindrance.ts'

const fields = [{ field: 'name' }, { field: 'city' }]

test.each<[string, LayoutElement, unknown]>([
  ['a heading', { type: 'heading', key: 'e', text: { en: 'About {{name}}' } }, null],
  [
    'a line for whoever fills it in on a phone in one city',
    { type: 'divider', key: 'e', when: { and: [{ '==': [{ var: 'city' }, 'x'] }, { '!': { var: '$me' } }] } },
    null,
  ],
  [
    'words that tell and ask what is not listed',
    {
      type: 'text',
      key: 'e',
      html: { en: '{{worth}} {{name}}' },
      when: { '==': [{ var: 'status' }, 'x'] },
    },
    { type: 'unlisted', fields: ['worth', 'status'] },
  ],
  ['a report', { type: 'report', key: 'e', report: 'r' }, { type: 'private' }],
])('says what keeps %s off a public form', (_, element, expected) => {
  expect(hindranceTo(element, { fields })).toEqual(expected)
})
