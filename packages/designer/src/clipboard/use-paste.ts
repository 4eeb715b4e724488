import type { Form } from '@pipewright/schemas'
import { useSay } from '@pipewright/ui'
import { createElement } from 'react'
import { focusCard } from '../canvas/focus-card.ts'
import { useDesign } from '../environment/design-context.ts'
import { selectionOf } from '../environment/selection.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Slot } from '../tree/layout-places.ts'
import { slotOf } from '../tree/slot-of.ts'
import type { FieldClip } from './field-clip.ts'
import { pasteEdits } from './paste-edits.ts'

/** Adds copied fields behind what is selected, selects them, and says what could not come along. */
export function usePaste(form: Form) {
  const { edit, select, selected, store, locale } = useDesign()
  const { message, modal } = useSay()
  const t = useTexts()
  return (clip: FieldClip, at?: Slot) => {
    const slot = at ?? slotOf(form.layout, selected.read())
    if (slot === null) return
    const { edits, keys, missing } = pasteEdits(store.state().definition, form, clip, slot, locale)
    if (edits.length > 0 && edit(...edits)) {
      select(selectionOf(keys))
      const last = keys.at(-1)
      if (last !== undefined) focusCard(last)
      message.success({ content: t('canvas.pasted', { count: keys.length }), key: 'pwd-pasted' })
    }
    if (missing.length === 0) return
    const lines = missing.map(({ field, reason, isWhole }) =>
      createElement(
        'li',
        { key: field },
        t(isWhole ? 'canvas.missingField' : 'canvas.missingPart', { field, reason }),
      ),
    )
    modal.warning({ title: t('canvas.missingTitle'), content: createElement('ul', null, lines), width: 520 })
  }
}
