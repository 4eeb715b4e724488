import { isElementItem } from '../layout-items.ts'
import { usesOfElement } from '../references/uses-by-name.ts'
import { removeAt, replaceAt } from '../lists.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'
import { findItem } from './find-item.ts'

/** The layout it is about stands in for the standard one, see `inLayout`. */
export const removeElement: EditSpec<EditOf<'removeElement'>> = {
  apply(definition, { form: key, element }) {
    const uses = usesOfElement(definition, key, element)
    if (uses.length > 0) return refuse('in-use', '/element', { what: element, uses })
    return changeForm(definition, key, (form) => {
      const { sections } = form.layout
      const place = findItem(form.layout, element)
      const section = place && sections[place.section]
      if (place === undefined || section === undefined || !isElementItem(place.item))
        return refuse('unknown-target', '/element', { what: 'element', key: element })
      const items = removeAt(section.items, place.position)
      const left = replaceAt(sections, place.section, { ...section, items })
      return {
        form: { ...form, layout: { ...form.layout, sections: left } },
        inverse: [
          { type: 'addElement', form: key, section: section.key, index: place.position, item: place.item },
        ],
      }
    })
  },
}
