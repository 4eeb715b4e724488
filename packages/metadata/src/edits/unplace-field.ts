import { isFieldItem } from '../layout-items.ts'
import { removeAt, replaceAt } from '../lists.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'
import { findItem } from './find-item.ts'

/** The layout it is about stands in for the standard one, see `inLayout`. */
export const unplaceField: EditSpec<EditOf<'unplaceField'>> = {
  apply: (definition, { form: key, field }) =>
    changeForm(definition, key, (form) => {
      const { sections } = form.layout
      const place = findItem(form.layout, field)
      const section = place && sections[place.section]
      if (place === undefined || section === undefined || !isFieldItem(place.item))
        return refuse('unknown-target', '/field', { what: 'field', key: field })
      const items = removeAt(section.items, place.position)
      const { width } = place.item
      return {
        form: {
          ...form,
          layout: { ...form.layout, sections: replaceAt(sections, place.section, { ...section, items }) },
        },
        inverse: [
          {
            type: 'placeField',
            form: key,
            field,
            section: section.key,
            index: place.position,
            ...(width !== undefined && { width }),
          },
        ],
      }
    }),
}
