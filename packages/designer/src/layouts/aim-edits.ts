import { placeableSystemFields } from '@pipewright/metadata'
import type { Edit, Form, FormLayout } from '@pipewright/schemas'
import { placeOf, slotBehind } from '../tree/layout-places.ts'

type Of<T extends Edit['type']> = Extract<Edit, { type: T }>

const arranging = new Set<Edit['type']>([
  'moveField',
  'setWidth',
  'addSection',
  'removeSection',
  'setSection',
  'moveSection',
  'setPage',
  'placeField',
  'unplaceField',
  'addElement',
  'setElement',
  'removeElement',
])

const isColumn = (edit: Edit): boolean => 'lineItems' in edit && edit.lineItems !== undefined

/** A field that comes under another key while one goes is the same field with a new name. */
function renamedFrom(edits: readonly Edit[]): string | undefined {
  const [gone, come] = ['removeField', 'addField'].map((type) => edits.filter((one) => one.type === type))
  const removed = gone?.length === 1 && come?.length === 1 ? (gone[0] as Of<'removeField'>) : undefined
  return removed === undefined || isColumn(removed) ? undefined : removed.field
}

const placing = (
  form: Form,
  { key }: FormLayout,
  field: string,
  at: { section: string; index: number },
): Edit => ({
  type: 'placeField',
  form: form.key,
  layout: key,
  field,
  ...at,
})

/** A new field stands on the standard layout, and on the one that is open where it was put. */
function addedTo(
  form: Form,
  open: FormLayout | undefined,
  edit: Of<'addField'>,
  renamed: string | undefined,
): Edit[] {
  const { key } = edit.field
  const others = (form.layouts ?? []).filter((one) => one !== open)
  const kept = others.flatMap((one) => {
    const place = renamed === undefined ? null : placeOf(one.layout, renamed)
    return place === null ? [] : [placing(form, one, key, place)]
  })
  if (open === undefined) return [edit, ...kept]
  const standard =
    (renamed === undefined ? null : placeOf(form.layout, renamed)) ?? slotBehind(form.layout, {})
  const { section = '', index } = edit
  return [{ ...edit, ...standard }, placing(form, open, key, { section, index }), ...kept]
}

/**
 * What is done on the canvas is about the layout that is open there: fields are moved and taken off that one alone, and
 * new ones stand on the standard layout too. `form` is arranged by its standard layout.
 */
export function aimEdits(form: Form, layout: string | null, edits: readonly Edit[]): Edit[] {
  const open = form.layouts?.find(({ key }) => key === layout)
  const renamed = renamedFrom(edits)
  let added = 0
  return edits.flatMap((edit): Edit[] => {
    if (!('form' in edit) || edit.form !== form.key || isColumn(edit)) return [edit]
    if (edit.type === 'addField') {
      const [first, ...rest] = addedTo(form, open, edit, renamed)
      // Each one more behind the last: the places were counted before any of them came.
      const behind = open !== undefined && renamed === undefined && first?.type === 'addField'
      const aimed = behind ? { ...first, index: first.index + added++ } : (first as Edit)
      return [aimed, ...rest]
    }
    const isTakenOff =
      open !== undefined || (edit.type === 'removeField' && placeableSystemFields.has(edit.field))
    if (edit.type === 'removeField' && renamed === undefined && isTakenOff)
      return [{ type: 'unplaceField', form: form.key, field: edit.field, ...(open && { layout: open.key }) }]
    if (open === undefined) return [edit]
    return arranging.has(edit.type) ? [{ ...edit, layout: open.key } as Edit] : [edit]
  })
}
