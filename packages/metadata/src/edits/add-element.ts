import { indexOfKey, insertAt, replaceAt } from '../lists.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'
import { findItem } from './find-item.ts'

/** The layout it is about stands in for the standard one, see `inLayout`. */
export const addElement: EditSpec<EditOf<'addElement'>> = {
  apply: (definition, { form: key, section: name, index, item }) =>
    changeForm(definition, key, (form) => {
      const { sections } = form.layout
      const own = item.element.key
      const isTaken = findItem(form.layout, own) !== undefined || indexOfKey(form.fields, own) >= 0
      if (isTaken) return refuse('key-taken', '/item/element/key', { key: own })
      const position = indexOfKey(sections, name)
      const section = sections[position]
      if (section === undefined) return refuse('unknown-target', '/section', { what: 'section', key: name })
      const most = section.items.length
      if (index > most) return refuse('out-of-range', '/index', { index, most })
      const placed = replaceAt(sections, position, {
        ...section,
        items: insertAt(section.items, index, item),
      })
      return {
        form: { ...form, layout: { ...form.layout, sections: placed } },
        inverse: [{ type: 'removeElement', form: key, element: own }],
      }
    }),
}
