import type { EditOf, EditSpec } from './edit-spec.ts'
import { putDocument } from './put-document.ts'

export const putView: EditSpec<EditOf<'putView'>> = {
  apply: (definition, edit) =>
    putDocument(definition, 'view', {
      document: edit.view,
      put: (view) => ({ type: 'putView', view }),
    }),
}
