import type { ElementType } from '@pipewright/metadata'
import type { AppDefinition, Edit, Field, Form } from '@pipewright/schemas'
import { addLibraryEdit } from '../library/add-library-field.ts'
import { moveFieldsTo } from '../tree/many-fields.ts'
import { moveFieldTo, moveSectionTo } from '../tree/move-edits.ts'
import { addElementEdit } from '../tree/new-element.ts'
import { addFieldEdit } from '../tree/new-field.ts'
import type { Slot } from '../tree/layout-places.ts'

export type Dragged =
  | { readonly kind: 'type'; readonly type: Field['type']; readonly variant?: string }
  | {
      /** Something that stands in the layout: a field, or an element. */
      readonly kind: 'field'
      readonly field: string
      /** All that is carried, when it is several. */
      readonly fields?: readonly string[]
    }
  | { readonly kind: 'element'; readonly type: ElementType }
  | { readonly kind: 'library'; readonly entry: string }
  | { readonly kind: 'section'; readonly section: string }

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where a field is drawn, and its place among the fields of its section. */
export interface ItemBox extends Box {
  readonly position: number
}

/** Where sections and those of their fields that are near the screen are drawn, in the order of the layout. */
export interface SectionBox extends Box {
  readonly section: string
  readonly items: readonly ItemBox[]
}

/** What is dragged and where it is: the point in the same coordinates as the boxes. */
export interface Pointer {
  readonly dragged: Dragged
  readonly x: number
  readonly y: number
  readonly boxes: readonly SectionBox[]
}

/** Before which section (for a section), or before which item of a section something would land. */
export type Drop = { readonly kind: 'section'; readonly index: number } | ({ readonly kind: 'field' } & Slot)

const middle = (from: number, to: number): number => (from + to) / 2

/** Distance from a height to a box: 0 inside. */
const away = (y: number, box: Box): number => Math.max(box.top - y, y - box.bottom, 0)

function indexAt(items: readonly ItemBox[], x: number, y: number): number {
  const isBefore = (box: ItemBox): boolean => {
    if (y < box.top) return true
    if (y > box.bottom) return false
    const row = items.filter((other) => other.top < box.bottom && other.bottom > box.top)
    return row.length > 1 ? x < middle(box.left, box.right) : y < middle(box.top, box.bottom)
  }
  const last = items.at(-1)
  return items.find(isBefore)?.position ?? (last === undefined ? 0 : last.position + 1)
}

/** Where the pointer would drop what it carries; null without any section. */
export function dropAt({ dragged, x, y, boxes }: Pointer): Drop | null {
  if (dragged.kind === 'section') {
    const index = boxes.findIndex((box) => y < middle(box.top, box.bottom))
    return boxes.length === 0 ? null : { kind: 'section', index: index < 0 ? boxes.length : index }
  }
  const nearest = boxes.toSorted((a, b) => away(y, a) - away(y, b))[0]
  if (nearest === undefined) return null
  return { kind: 'field', section: nearest.section, index: indexAt(nearest.items, x, y) }
}

/** Keys of what an edit puts into a layout. */
export function addedBy(edit: Edit): string[] {
  if (edit.type === 'addField') return [edit.field.key]
  return edit.type === 'addElement' ? [edit.item.element.key] : []
}

const some = (edit: Edit | null): readonly Edit[] => (edit === null ? [] : [edit])

/** The edits of a drop; none when nothing would change. */
export function editsOfDrop(
  definition: AppDefinition,
  form: Form,
  dragged: Dragged,
  drop: Drop,
): readonly Edit[] {
  if (dragged.kind === 'section')
    return drop.kind === 'section' ? some(moveSectionTo(form, dragged.section, drop.index)) : []
  if (drop.kind === 'section') return []
  const slot = { section: drop.section, index: drop.index }
  if (dragged.kind === 'element') return some(addElementEdit(definition, form, dragged.type, slot))
  if (dragged.kind === 'library') return some(addLibraryEdit(definition, form, dragged.entry, slot))
  if (dragged.kind === 'type') return [addFieldEdit(definition, form, dragged.type, slot, dragged.variant)]
  return dragged.fields === undefined
    ? some(moveFieldTo(form, dragged.field, slot))
    : moveFieldsTo(form, dragged.fields, slot)
}

/** From where the pointer is over the drawn layout to the edits that a drop there makes. */
export function placeDrop(definition: AppDefinition, form: Form, pointer: Pointer): readonly Edit[] {
  const drop = dropAt(pointer)
  return drop === null ? [] : editsOfDrop(definition, form, pointer.dragged, drop)
}
