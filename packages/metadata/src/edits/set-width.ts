import type { LayoutItem } from '@pipewright/schemas'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'
import { itemKey } from '../layout-items.ts'
import { findItem } from './find-item.ts'
import { withChanges } from './with-changes.ts'

export const setWidth: EditSpec<EditOf<'setWidth'>> = {
  arranges: true,
  apply: (definition, edit) =>
    changeForm(definition, edit.form, (form) => {
      const place = findItem(form.layout, edit.field)
      if (place === undefined) return refuse('unknown-target', '/field', { what: 'field', key: edit.field })
      const change = (item: LayoutItem): LayoutItem =>
        itemKey(item) === edit.field ? withChanges<LayoutItem>(item, { width: edit.width }) : item
      const sections = form.layout.sections.map((section, position) =>
        position === place.section ? { ...section, items: section.items.map(change) } : section,
      )
      return {
        form: { ...form, layout: { ...form.layout, sections } },
        inverse: [{ ...edit, width: place.item.width ?? null }],
      }
    }),
}
