import type { Layout } from '@pipewright/schemas'
import { indexOfKey, removeAt } from '../lists.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'
import { restoreBetween } from './restore-between.ts'

/** The fields of the section go to the end of the one before, or to the start of the one after. */
function withoutSection(layout: Layout, position: number): Layout {
  const items = layout.sections[position]?.items ?? []
  const rest = removeAt(layout.sections, position)
  const heir = Math.max(position - 1, 0)
  const sections = rest.map((section, place) => {
    if (place !== heir || items.length === 0) return section
    const all = position === 0 ? [...items, ...section.items] : [...section.items, ...items]
    return { ...section, items: all }
  })
  return { ...layout, sections }
}

export const removeSection: EditSpec<EditOf<'removeSection'>> = {
  apply(definition, edit) {
    const result = changeForm(definition, edit.form, (form) => {
      const position = indexOfKey(form.layout.sections, edit.section)
      const section = form.layout.sections[position]
      if (section === undefined)
        return refuse('unknown-target', '/section', { what: 'section', key: edit.section })
      if (form.layout.sections.length === 1) return refuse('last-section', '/section', { form: form.key })
      const inverse =
        section.items.length === 0
          ? [{ type: 'addSection' as const, form: form.key, section, index: position }]
          : []
      return { form: { ...form, layout: withoutSection(form.layout, position) }, inverse }
    })
    if ('problems' in result || result.inverse.length > 0) return result
    return { ...result, inverse: [restoreBetween(result.definition, definition)] }
  },
}
