import { itemKey } from '@pipewright/metadata'
import type { Form, Layout } from '@pipewright/schemas'

/** A place in the layout: before the item that stands there now. */
export interface Slot {
  readonly section: string
  readonly index: number
}

/** Where a field or an element stands. */
export function placeOf(layout: Layout, key: string): Slot | null {
  for (const section of layout.sections) {
    const index = section.items.findIndex((item) => itemKey(item) === key)
    if (index >= 0) return { section: section.key, index }
  }
  return null
}

/** Every place something can be dropped at, from top to bottom. */
export const slotsOf = (layout: Layout): readonly Slot[] =>
  layout.sections.flatMap((section) =>
    Array.from({ length: section.items.length + 1 }, (_, index) => ({ section: section.key, index })),
  )

/** Fields and elements in the order of the layout. */
export const fieldOrder = (form: Form): readonly string[] =>
  form.layout.sections.flatMap((section) => section.items.map(itemKey))

/** The end of the section that is selected, of the field's section after that field, else of the last one. */
export function slotBehind(layout: Layout, selected: { field?: string; section?: string }): Slot | null {
  const own = selected.field === undefined ? null : placeOf(layout, selected.field)
  if (own !== null) return { section: own.section, index: own.index + 1 }
  const section = layout.sections.find(({ key }) => key === selected.section) ?? layout.sections.at(-1)
  return section === undefined ? null : { section: section.key, index: section.items.length }
}
