import type { EditOf, EditSpec } from './edit-spec.ts'
import { putInForm } from './put-in-form.ts'

export const putRule: EditSpec<EditOf<'putRule'>> = {
  apply: (definition, edit) =>
    putInForm(definition, {
      form: edit.form,
      list: 'rules',
      part: edit.rule,
      put: (rule) => ({ ...edit, rule }),
    }),
}
