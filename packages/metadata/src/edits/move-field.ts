import type { Form } from '@pipewright/schemas'
import { indexOfKey, insertAt, removeAt } from '../lists.ts'
import { changeForm } from './change-form.ts'
import { changeColumns } from './change-columns.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'
import { findItem } from './find-item.ts'

type Move = EditOf<'moveField'>

/** `index` counts in the list without the moved field. */
function moveInLayout(form: Form, edit: Move) {
  const place = findItem(form.layout, edit.field)
  if (place === undefined) return refuse('unknown-target', '/field', { what: 'field', key: edit.field })
  const old = form.layout.sections[place.section]
  const target = edit.section === undefined ? place.section : indexOfKey(form.layout.sections, edit.section)
  if (target < 0 || old === undefined)
    return refuse('unknown-target', '/section', { what: 'section', key: edit.section ?? '' })
  const lifted = form.layout.sections.map((section, position) =>
    position === place.section ? { ...section, items: removeAt(section.items, place.position) } : section,
  )
  const most = lifted[target]?.items.length ?? 0
  if (edit.index > most) return refuse('out-of-range', '/index', { index: edit.index, most })
  const sections = lifted.map((section, position) =>
    position === target ? { ...section, items: insertAt(section.items, edit.index, place.item) } : section,
  )
  const inverse: Move = { ...edit, section: old.key, index: place.position }
  return { form: { ...form, layout: { ...form.layout, sections } }, inverse: [inverse] }
}

export const moveField: EditSpec<Move> = {
  arranges: true,
  apply(definition, edit) {
    if (edit.lineItems === undefined)
      return changeForm(definition, edit.form, (form) => moveInLayout(form, edit))
    return changeColumns(definition, { ...edit, lineItems: edit.lineItems }, (fields) => {
      const position = indexOfKey(fields, edit.field)
      const field = fields[position]
      if (field === undefined) return refuse('unknown-target', '/field', { what: 'field', key: edit.field })
      const rest = removeAt(fields, position)
      if (edit.index > rest.length)
        return refuse('out-of-range', '/index', { index: edit.index, most: rest.length })
      return { fields: insertAt(rest, edit.index, field), inverse: [{ ...edit, index: position }] }
    })
  },
}
