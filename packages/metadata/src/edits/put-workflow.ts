import type { EditOf, EditSpec } from './edit-spec.ts'
import { putDocument } from './put-document.ts'

export const putWorkflow: EditSpec<EditOf<'putWorkflow'>> = {
  apply: (definition, edit) =>
    putDocument(definition, 'workflow', {
      document: edit.workflow,
      put: (workflow) => ({ type: 'putWorkflow', workflow }),
    }),
}
