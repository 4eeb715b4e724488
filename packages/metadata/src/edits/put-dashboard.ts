import type { EditOf, EditSpec } from './edit-spec.ts'
import { putDocument } from './put-document.ts'

export const putDashboard: EditSpec<EditOf<'putDashboard'>> = {
  apply: (definition, edit) =>
    putDocument(definition, 'dashboard', {
      document: edit.dashboard,
      put: (dashboard) => ({ type: 'putDashboard', dashboard }),
    }),
}
