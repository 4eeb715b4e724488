import { indexOfKey, insertAt, replaceAt } from '../lists.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'

/** The layout it is about stands in for the standard one, see `inLayout`. */
export const placeField: EditSpec<EditOf<'placeField'>> = {
  apply: (definition, { form: key, field, section: name, index, width }) =>
    changeForm(definition, key, (form) => {
      const { sections } = form.layout
      const position = indexOfKey(sections, name)
      const section = sections[position]
      if (section === undefined) return refuse('unknown-target', '/section', { what: 'section', key: name })
      const most = section.items.length
      if (index > most) return refuse('out-of-range', '/index', { index, most })
      const item = { field, ...(width !== undefined && { width }) }
      const placed = replaceAt(sections, position, {
        ...section,
        items: insertAt(section.items, index, item),
      })
      return {
        form: { ...form, layout: { ...form.layout, sections: placed } },
        inverse: [{ type: 'unplaceField', form: key, field }],
      }
    }),
}
