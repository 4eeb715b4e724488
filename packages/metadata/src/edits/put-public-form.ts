import type { EditOf, EditSpec } from './edit-spec.ts'
import { putInForm } from './put-in-form.ts'

export const putPublicForm: EditSpec<EditOf<'putPublicForm'>> = {
  apply: (definition, edit) =>
    putInForm(definition, {
      form: edit.form,
      list: 'publicForms',
      part: edit.publicForm,
      put: (publicForm) => ({ ...edit, publicForm }),
    }),
}
