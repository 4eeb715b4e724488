import { indexDefinition, withLayout } from '@pipewright/metadata'
import { useMemo } from 'react'
import { addedBy, editsOfDrop, type Dragged } from '../dnd/place-drop.ts'
import { useDesign } from '../environment/design-context.ts'
import { addSectionEdit } from '../tree/section-edits.ts'
import { slotOf } from '../tree/slot-of.ts'

/**
 * Adds what is pressed behind what is selected, and selects it. It looks at the draft when it acts, so that it stays the
 * same and the palette is not drawn again with every selection and edit.
 */
export function useAdd(onAdded?: () => void) {
  const { store, selected, select, edit, form: open, layout } = useDesign()
  return useMemo(() => {
    const now = () => {
      const form = indexDefinition(store.state().definition).form(open)
      return form && withLayout(form, layout)
    }
    return {
      add(dragged: Dragged) {
        const form = now()
        const slot = form === undefined ? null : slotOf(form.layout, selected.read())
        if (form === undefined || slot === null) return
        const edits = editsOfDrop(store.state().definition, form, dragged, { kind: 'field', ...slot })
        const [adding] = edits
        const [added] = adding === undefined ? [] : addedBy(adding)
        if (adding === undefined || added === undefined || !edit(adding)) return
        select({ kind: 'field', field: added })
        onAdded?.()
      },
      addSection() {
        const form = now()
        if (form === undefined) return
        const adding = addSectionEdit(form)
        if (!edit(adding)) return
        select({ kind: 'section', section: adding.section.key })
        onAdded?.()
      },
    }
  }, [store, selected, select, edit, open, layout, onAdded])
}

export type Add = ReturnType<typeof useAdd>['add']
