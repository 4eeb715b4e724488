import { indexOfKey, insertAt, removeAt } from '../lists.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'

export const moveSection: EditSpec<EditOf<'moveSection'>> = {
  arranges: true,
  apply: (definition, edit) =>
    changeForm(definition, edit.form, (form) => {
      const position = indexOfKey(form.layout.sections, edit.section)
      const section = form.layout.sections[position]
      if (section === undefined)
        return refuse('unknown-target', '/section', { what: 'section', key: edit.section })
      const rest = removeAt(form.layout.sections, position)
      if (edit.index > rest.length)
        return refuse('out-of-range', '/index', { index: edit.index, most: rest.length })
      const sections = insertAt(rest, edit.index, section)
      return {
        form: { ...form, layout: { ...form.layout, sections } },
        inverse: [{ ...edit, index: position }],
      }
    }),
}
