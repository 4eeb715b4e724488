import { applyEdit, itemKey } from '@pipewright/metadata'
import type { AppDefinition, Edit, Form, Layout } from '@pipewright/schemas'
import { elementsByKey } from './fields-by-key.ts'
import { fieldOrder, placeOf, type Slot } from './layout-places.ts'
import { moveFieldBy, moveFieldTo } from './move-edits.ts'
import { isPublished, removeFieldEdit } from './remove-edits.ts'

type Move = Extract<Edit, { type: 'moveField' }>

/** The layout after a move, to find the place of the next one. */
function moved(form: Form, move: Move): Form {
  const item = form.layout.sections.flatMap(({ items }) => items).find((one) => itemKey(one) === move.field)
  if (item === undefined) return form
  const sections = form.layout.sections.map((section) => {
    const items = section.items.filter((one) => one !== item)
    return section.key === move.section
      ? { ...section, items: [...items.slice(0, move.index), item, ...items.slice(move.index)] }
      : { ...section, items }
  })
  const layout: Layout = { ...form.layout, sections }
  return { ...form, layout }
}

const isMove = (edit: Edit | null): edit is Move => edit?.type === 'moveField'

/** Chosen fields in the order of the layout. */
export function inOrder(form: Form, fields: readonly string[]): readonly string[] {
  const chosen = new Set(fields)
  return fieldOrder(form).filter((field) => chosen.has(field))
}

/** Moves several fields to a slot, side by side and in their order; the slot counts in the layout as it is drawn. */
export function moveFieldsTo(form: Form, fields: readonly string[], slot: Slot): readonly Edit[] {
  const edits: Edit[] = []
  let now = form
  let next = slot
  for (const field of inOrder(form, fields)) {
    const edit = moveFieldTo(now, field, next)
    if (isMove(edit)) {
      edits.push(edit)
      now = moved(now, edit)
    }
    const place = placeOf(now.layout, field)
    if (place !== null) next = { section: place.section, index: place.index + 1 }
  }
  return edits
}

/** One place up or down for all of them, side by side; over the edge of a section into the next one. */
export function moveFieldsBy(form: Form, fields: readonly string[], by: -1 | 1): readonly Edit[] {
  const ordered = inOrder(form, fields)
  const lead = by < 0 ? ordered[0] : ordered.at(-1)
  const edit = lead === undefined ? null : moveFieldBy(form, lead, by)
  if (lead === undefined || !isMove(edit)) return []
  const edits: Edit[] = [edit]
  let now = moved(form, edit)
  let last = lead
  const rest = ordered.filter((field) => field !== lead)
  for (const field of by < 0 ? rest : rest.toReversed()) {
    const place = placeOf(now.layout, last)
    if (place === null) continue
    const step = moveFieldTo(now, field, { section: place.section, index: place.index + (by < 0 ? 1 : 0) })
    if (isMove(step)) {
      edits.push(step)
      now = moved(now, step)
    }
    last = field
  }
  return edits
}

/**
 * Takes several fields away, those that use others of them first. Fields that something else uses come at the end, so that
 * the reasons are told.
 */
export function removeFieldsEdits(
  definition: AppDefinition,
  layout: Form,
  fields: readonly string[],
  published: { readonly definition: AppDefinition; readonly seesAll: boolean },
): readonly Edit[] {
  const form = layout.key
  const elements = elementsByKey(layout)
  const editOf = (field: string): Edit =>
    elements.has(field)
      ? { type: 'removeElement', form, element: field }
      : removeFieldEdit(
          { form, field },
          isPublished(published.definition, published.seesAll, { form, field }),
        )
  const edits: Edit[] = []
  let now = definition
  let open = [...fields]
  for (let went = true; went && open.length > 0;) {
    went = false
    for (const field of open) {
      const edit = editOf(field)
      const result = applyEdit(now, edit)
      if ('problems' in result) continue
      now = result.definition
      edits.push(edit)
      open = open.filter((one) => one !== field)
      went = true
    }
  }
  return [...edits, ...open.map(editOf)]
}

/** One width for several fields; those that have it already need no edit. */
export function widthEdits(form: Form, fields: readonly string[], width: number | null): readonly Edit[] {
  const items = form.layout.sections.flatMap((section) => section.items)
  return inOrder(form, fields).flatMap((field): Edit[] => {
    const item = items.find((one) => itemKey(one) === field)
    if (item === undefined || (item.width ?? null) === width) return []
    return [{ type: 'setWidth', form: form.key, field, width }]
  })
}

/** From the field the selection began with to another one, in the order of the layout. */
export function rangeOf(form: Form, from: string, to: string): readonly string[] {
  const order = fieldOrder(form)
  const [a, b] = [order.indexOf(from), order.indexOf(to)]
  if (a < 0 || b < 0) return [to]
  const range = order.slice(Math.min(a, b), Math.max(a, b) + 1)
  return a <= b ? range : range.toReversed()
}
