import type { AttachmentField } from '@pipewright/schemas'
import { expect, it } from 'vitest'
import { checkFile } from './check-file.ts'

const field: AttachmentField = {
  type: 'attachment',
  key: 'offer',
  label: { en: 'Offer' },
  types: ['pdf', 'docx'],
}

it('lists the kinds of files as each language does', () => {
  expect(checkFile(field, { name: 'offer.txt', bytes: 1 }, '/values/offer/0')).toEqual([
    {
      pointer: '/values/offer/0',
      code: 'file-kind',
      params: { name: 'offer.txt', types_en: 'pdf, docx', types_zh: 'pdf、docx' },
    },
  ])
})
