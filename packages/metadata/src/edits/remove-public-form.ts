import type { EditOf, EditSpec } from './edit-spec.ts'
import { removeFromForm } from './put-in-form.ts'

export const removePublicForm: EditSpec<EditOf<'removePublicForm'>> = {
  apply: (definition, edit) =>
    removeFromForm(definition, {
      form: edit.form,
      list: 'publicForms',
      what: 'publicForm',
      key: edit.publicForm,
    }),
}
