import type { EditOf, EditSpec } from './edit-spec.ts'
import { putInForm } from './put-in-form.ts'

export const putConversion: EditSpec<EditOf<'putConversion'>> = {
  apply: (definition, edit) =>
    putInForm(definition, {
      form: edit.form,
      list: 'conversions',
      part: edit.conversion,
      put: (conversion) => ({ ...edit, conversion }),
    }),
}
