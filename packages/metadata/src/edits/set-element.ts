import { isElementItem } from '../layout-items.ts'
import { replaceAt } from '../lists.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'
import { findItem } from './find-item.ts'

/** The layout it is about stands in for the standard one, see `inLayout`. */
export const setElement: EditSpec<EditOf<'setElement'>> = {
  apply: (definition, { form: key, element }) =>
    changeForm(definition, key, (form) => {
      const { sections } = form.layout
      const place = findItem(form.layout, element.key)
      const section = place && sections[place.section]
      if (place === undefined || section === undefined || !isElementItem(place.item))
        return refuse('unknown-target', '/element/key', { what: 'element', key: element.key })
      const items = replaceAt(section.items, place.position, { ...place.item, element })
      const changed = replaceAt(sections, place.section, { ...section, items })
      return {
        form: { ...form, layout: { ...form.layout, sections: changed } },
        inverse: [{ type: 'setElement', form: key, element: place.item.element }],
      }
    }),
}
