import type { Layout } from '@pipewright/schemas'
import type { Selection } from '../environment/selection.ts'
import { slotBehind, type Slot } from './layout-places.ts'

/** Where something new goes: behind what is selected. */
export function slotOf(layout: Layout, selection: Selection): Slot | null {
  if (selection.kind === 'form') return slotBehind(layout, {})
  if (selection.kind !== 'fields') return slotBehind(layout, selection)
  const slots = selection.fields.flatMap((field) => slotBehind(layout, { field }) ?? [])
  const order = layout.sections.map(({ key }) => key)
  const rank = (slot: Slot) => order.indexOf(slot.section) * 10_000 + slot.index
  return slots.toSorted((a, b) => rank(b) - rank(a))[0] ?? slotBehind(layout, {})
}
