import type { EditOf, EditSpec } from './edit-spec.ts'
import { removeFromForm } from './put-in-form.ts'

export const removeConversion: EditSpec<EditOf<'removeConversion'>> = {
  apply: (definition, edit) =>
    removeFromForm(definition, {
      form: edit.form,
      list: 'conversions',
      what: 'conversion',
      key: edit.conversion,
    }),
}
