import { useSay } from '@pipewright/ui'
import type { Edit, Form } from '@pipewright/schemas'
import { usePaste } from '../clipboard/use-paste.ts'
import { clipFields } from '../clipboard/field-clip.ts'
import { useDesign } from '../environment/design-context.ts'
import { selectionOf } from '../environment/selection.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { fieldOrder, placeOf } from '../tree/layout-places.ts'
import { labelOfItem } from '../tree/label-of-item.ts'
import { inOrder, moveFieldsBy, moveFieldsTo, removeFieldsEdits, widthEdits } from '../tree/many-fields.ts'
import { focusCard } from './focus-card.ts'

/** The field that stands where the removed ones stood. */
function neighbourOf(form: Form, fields: readonly string[]): string | undefined {
  const order = fieldOrder(form)
  const gone = new Set(fields)
  const last = Math.max(...fields.map((field) => order.indexOf(field)))
  return (
    order.slice(last + 1).find((field) => !gone.has(field)) ??
    order.slice(0, last).findLast((field) => !gone.has(field))
  )
}

function useRemove(form: Form) {
  const { app, edit, select, store, layout } = useDesign()
  const { message } = useSay()
  const read = useLocalized()
  const t = useTexts()
  return (fields: readonly string[]) => {
    const next = neighbourOf(form, fields)
    const [first = ''] = fields
    const label = read(labelOfItem(form, first), t('canvas.field'))
    const published = { definition: app.definition, seesAll: app.may.admin }
    if (!edit(...removeFieldsEdits(store.state().definition, form, fields, published))) return false
    select(selectionOf(next === undefined ? [] : [next]))
    if (next !== undefined) focusCard(next)
    const content =
      fields.length === 1
        ? t(layout === null ? 'canvas.removed' : 'layouts.takenOff', { label })
        : t('canvas.removedMany', { count: fields.length })
    message.info({ content, key: 'pwd-removed', duration: 4 })
    return true
  }
}

/** What can be done with one or several fields besides dragging them. */
export function useFieldActions(form: Form) {
  const { edit, store } = useDesign()
  const remove = useRemove(form)
  const paste = usePaste(form)
  const run = (fields: readonly string[], edits: readonly Edit[]) => {
    const last = fields.at(-1)
    if (edits.length > 0 && edit(...edits) && last !== undefined) focusCard(last)
  }
  return {
    remove,
    paste,
    moveBy: (fields: readonly string[], by: -1 | 1) => run(fields, moveFieldsBy(form, fields, by)),
    canMoveBy: (fields: readonly string[], by: -1 | 1) => moveFieldsBy(form, fields, by).length > 0,
    moveToSection(fields: readonly string[], section: string) {
      const target = form.layout.sections.find(({ key }) => key === section)
      if (target !== undefined)
        run(fields, moveFieldsTo(form, fields, { section, index: target.items.length }))
    },
    setWidth: (fields: readonly string[], width: number | null) =>
      run(fields, widthEdits(form, fields, width)),
    duplicate(fields: readonly string[]) {
      const last = inOrder(form, fields).at(-1)
      const place = last === undefined ? null : placeOf(form.layout, last)
      if (place === null) return
      paste(clipFields(store.state().definition, form, fields), { ...place, index: place.index + 1 })
    },
  }
}

export type FieldActions = ReturnType<typeof useFieldActions>
