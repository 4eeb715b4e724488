import type { Field } from '@pipewright/schemas'
import { expect, it } from 'vitest'
import { aForm, aTextField } from '../testing/sample-app.ts'
import { copiedValues } from './copied-values.ts'

const label = { en: 'x' }
const fields: Field[] = [
  aTextField(),
  { type: 'text', key: 'code', label, unique: true },
  { type: 'autoNumber', key: 'number', label },
  { type: 'attachment', key: 'files', label },
  { type: 'choice', key: 'stage', label, options: [{ key: 'open', label }] },
  {
    type: 'lineItems',
    key: 'items',
    label,
    fields: [
      { type: 'number', key: 'quantity', label, scale: 0 },
      {
        type: 'lineItems',
        key: 'parts',
        label,
        fields: [
          { type: 'text', key: 'what', label },
          { type: 'attachment', key: 'drawing', label },
        ],
      },
      { type: 'formula', key: 'line', label, expression: 1, resultType: 'number' },
    ],
  },
]
const values = {
  name: 'Deal',
  code: 'A',
  number: 'Q-1',
  files: ['f'],
  stage: 'open',
  items: [{ id: 'r', quantity: '2', line: '4', parts: [{ id: 'p', what: 'Bolt', drawing: ['f'] }] }],
}

it('copies what can stand twice, rows as new ones, and begins number, files, unique values and stage anew', () => {
  expect(copiedValues(aForm(fields, { stageField: 'stage' }), values)).toEqual({
    name: 'Deal',
    items: [{ quantity: '2', parts: [{ what: 'Bolt' }] }],
  })
})

it('copies only the fields that the form names', () => {
  const form = aForm(fields, { stageField: 'stage', copyFields: ['stage', 'code'] })
  expect(copiedValues(form, values)).toEqual({ stage: 'open' })
  expect(copiedValues({ ...form, copyFields: [] }, values)).toEqual({})
})
