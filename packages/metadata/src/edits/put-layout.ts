import { indexOfKey, insertAt, removeAt } from '../lists.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'

export const putLayout: EditSpec<EditOf<'putLayout'>> = {
  apply: (definition, edit) =>
    changeForm(definition, edit.form, (form) => {
      const layouts = form.layouts ?? []
      const position = indexOfKey(layouts, edit.formLayout.key)
      const old = layouts[position]
      const rest = old === undefined ? layouts : removeAt(layouts, position)
      const index = edit.index ?? (old === undefined ? rest.length : position)
      if (index > rest.length) return refuse('out-of-range', '/index', { index, most: rest.length })
      return {
        form: { ...form, layouts: insertAt(rest, index, edit.formLayout) },
        inverse: [
          old === undefined
            ? { type: 'removeLayout', form: form.key, formLayout: edit.formLayout.key }
            : { ...edit, formLayout: old, index: position },
        ],
      }
    }),
}
