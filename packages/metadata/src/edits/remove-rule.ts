import type { EditOf, EditSpec } from './edit-spec.ts'
import { removeFromForm } from './put-in-form.ts'

export const removeRule: EditSpec<EditOf<'removeRule'>> = {
  apply: (definition, edit) =>
    removeFromForm(definition, { form: edit.form, list: 'rules', what: 'rule', key: edit.rule }),
}
