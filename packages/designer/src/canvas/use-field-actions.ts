import { App } from 'antd'
import type { Edit, Form } from '@pipewright/schemas'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { fieldOrder } from '../tree/layout-places.ts'
import { moveFieldBy, moveFieldToSection } from '../tree/move-edits.ts'
import { isPublished, removeFieldEdit } from '../tree/remove-edits.ts'
import { focusCard } from './focus-card.ts'

/** What can be done with a field besides dragging it. */
export function useFieldActions(form: Form, field: string) {
  const { app, edit, select } = useDesign()
  const { message } = App.useApp()
  const read = useLocalized()
  const t = useTexts()
  const run = (made: Edit | null) => {
    if (made !== null && edit(made)) focusCard(field)
  }
  return {
    moveBy: (by: -1 | 1) => run(moveFieldBy(form, field, by)),
    moveToSection: (section: string) => run(moveFieldToSection(form, field, section)),
    canMoveBy: (by: -1 | 1) => moveFieldBy(form, field, by) !== null,
    remove() {
      const order = fieldOrder(form)
      const next = order[order.indexOf(field) + 1] ?? order[order.indexOf(field) - 1]
      const label = read(form.fields.find(({ key }) => key === field)?.label, t('canvas.field'))
      const published = isPublished(app.definition, app.may.admin, { form: form.key, field })
      if (!edit(removeFieldEdit({ form: form.key, field }, published))) return
      select(next === undefined ? { kind: 'form' } : { kind: 'field', field: next })
      if (next !== undefined) focusCard(next)
      void message.info({
        content: t('canvas.removed', { label }),
        key: 'pwd-removed',
        duration: 4,
      })
    },
  }
}
