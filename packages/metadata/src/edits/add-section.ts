import { indexOfKey, insertAt } from '../lists.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'

export const addSection: EditSpec<EditOf<'addSection'>> = {
  apply: (definition, { form: key, section, index }) =>
    changeForm(definition, key, (form) => {
      const { sections } = form.layout
      if (indexOfKey(sections, section.key) >= 0)
        return refuse('key-taken', '/section/key', { key: section.key })
      if (section.items.length > 0)
        return refuse('section-not-empty', '/section/items', { section: section.key })
      if (index > sections.length) return refuse('out-of-range', '/index', { index, most: sections.length })
      return {
        form: { ...form, layout: { ...form.layout, sections: insertAt(sections, index, section) } },
        inverse: [{ type: 'removeSection', form: key, section: section.key }],
      }
    }),
}
