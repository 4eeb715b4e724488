import type { EditOf, EditSpec } from './edit-spec.ts'
import { putDocument } from './put-document.ts'

export const putRole: EditSpec<EditOf<'putRole'>> = {
  apply: (definition, edit) =>
    putDocument(definition, 'role', {
      document: edit.role,
      put: (role) => ({ type: 'putRole', role }),
    }),
}
