import { indexOfKey, insertAt, removeAt } from '../lists.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'

export const moveConversion: EditSpec<EditOf<'moveConversion'>> = {
  arranges: true,
  apply: (definition, edit) =>
    changeForm(definition, edit.form, (form) => {
      const conversions = form.conversions ?? []
      const position = indexOfKey(conversions, edit.conversion)
      const conversion = conversions[position]
      if (conversion === undefined)
        return refuse('unknown-target', '/conversion', { what: 'conversion', key: edit.conversion })
      const rest = removeAt(conversions, position)
      if (edit.index > rest.length)
        return refuse('out-of-range', '/index', { index: edit.index, most: rest.length })
      return {
        form: { ...form, conversions: insertAt(rest, edit.index, conversion) },
        inverse: [{ ...edit, index: position }],
      }
    }),
}
