import type { Edit, Form } from '@pipewright/schemas'
import { placeOf, type Slot } from './layout-places.ts'

/** Moves a field to a slot of the layout as it is drawn; null when it would stay where it is. */
export function moveFieldTo(form: Form, field: string, slot: Slot): Edit | null {
  const own = placeOf(form.layout, field)
  if (own === null) return null
  const isSame = own.section === slot.section
  // The slot counts in the list with the field in it, the edit in the list without.
  const index = isSame && slot.index > own.index ? slot.index - 1 : slot.index
  if (isSame && index === own.index) return null
  return { type: 'moveField', form: form.key, field, section: slot.section, index }
}

/** One place up or down; over the edge of a section into the next one. */
export function moveFieldBy(form: Form, field: string, by: -1 | 1): Edit | null {
  const own = placeOf(form.layout, field)
  if (own === null) return null
  const { sections } = form.layout
  const position = sections.findIndex(({ key }) => key === own.section)
  const count = sections[position]?.items.length ?? 0
  const inside = own.index + by
  if (inside >= 0 && inside < count)
    return { type: 'moveField', form: form.key, field, section: own.section, index: inside }
  const next = sections[position + by]
  if (next === undefined) return null
  return {
    type: 'moveField',
    form: form.key,
    field,
    section: next.key,
    index: by < 0 ? next.items.length : 0,
  }
}

/** To the end of a section. */
export function moveFieldToSection(form: Form, field: string, section: string): Edit | null {
  const target = form.layout.sections.find(({ key }) => key === section)
  return target === undefined ? null : moveFieldTo(form, field, { section, index: target.items.length })
}

export function moveSectionTo(form: Form, section: string, index: number): Edit | null {
  const own = form.layout.sections.findIndex(({ key }) => key === section)
  if (own < 0) return null
  const target = index > own ? index - 1 : index
  return target === own ? null : { type: 'moveSection', form: form.key, section, index: target }
}

export function moveSectionBy(form: Form, section: string, by: -1 | 1): Edit | null {
  const own = form.layout.sections.findIndex(({ key }) => key === section)
  const index = own + by
  if (own < 0 || index < 0 || index >= form.layout.sections.length) return null
  return { type: 'moveSection', form: form.key, section, index }
}
