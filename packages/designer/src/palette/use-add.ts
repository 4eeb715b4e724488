import type { Edit, Field } from '@pipewright/schemas'
import { useDesign, useOpenForm } from '../environment/design-context.ts'
import { addLibraryEdit } from '../library/add-library-field.ts'
import type { Slot } from '../tree/layout-places.ts'
import { addFieldEdit } from '../tree/new-field.ts'
import { addSectionEdit } from '../tree/section-edits.ts'
import { slotOf } from '../tree/slot-of.ts'

type AddField = Extract<Edit, { type: 'addField' }>

/** Adds what is pressed behind what is selected, and selects it. */
export function useAdd(onAdded?: () => void) {
  const { store, selection, select, edit } = useDesign()
  const form = useOpenForm()
  const add = (make: (slot: Slot) => AddField | null) => {
    const slot = form === undefined ? null : slotOf(form.layout, selection)
    const adding = slot === null ? null : make(slot)
    if (adding === null || !edit(adding)) return
    select({ kind: 'field', field: adding.field.key })
    onAdded?.()
  }
  return {
    addField: (type: Field['type']) =>
      add((slot) => (form === undefined ? null : addFieldEdit(store.state().definition, form, type, slot))),
    addEntry: (entry: string) =>
      add((slot) =>
        form === undefined ? null : addLibraryEdit(store.state().definition, form, entry, slot),
      ),
    addSection() {
      if (form === undefined) return
      const adding = addSectionEdit(form)
      if (!edit(adding)) return
      select({ kind: 'section', section: adding.section.key })
      onAdded?.()
    },
  }
}

export type Add = ReturnType<typeof useAdd>
