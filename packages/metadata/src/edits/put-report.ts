import type { EditOf, EditSpec } from './edit-spec.ts'
import { putDocument } from './put-document.ts'

export const putReport: EditSpec<EditOf<'putReport'>> = {
  apply: (definition, edit) =>
    putDocument(definition, 'report', {
      document: edit.report,
      put: (report) => ({ type: 'putReport', report }),
    }),
}
