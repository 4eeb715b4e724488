import { aForm, aTextField, anApp } from '@pipewright/metadata/builders'
import { expect, test } from 'vitest'
import { hasTwin } from './kept-answer.ts'

const label = { en: 'Note', zh: '备注' }
const definition = anApp({
  forms: [
    aForm({ key: 'quote', fields: [aTextField({ key: 'note', label }), aTextField({ key: 'other' })] }),
  ],
})
const item = (path: string) => ({ path, revision: 2, form: { en: 'Quote' }, field: label })

test('a restored field that is called like another one is noticed, and one alone is not', () => {
  expect(hasTwin({ definition }, item('quote.note'), 'en')).toBe(false)
  expect(hasTwin({ definition }, item('quote.remark'), 'zh')).toBe(true)
})
