import { indexDefinition, isSameJson } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { useCallback } from 'react'
import { useDesign } from '../environment/design-context.ts'
import type { FieldChanges, SheetSite } from './sheets/sheet.ts'
import { withFieldChanges } from './with-field-changes.ts'

/** Changes properties of a field as it is at that moment, so that two changes at once do not undo each other. */
export function useFieldChange(site: SheetSite, key: string): (changes: FieldChanges<Field>) => void {
  const { store, edit } = useDesign()
  const { form, lineItems } = site
  return useCallback(
    (changes) => {
      const fields = indexDefinition(store.state().definition).fieldsOf(form, lineItems)
      const old = fields.find((field) => field.key === key)
      if (old === undefined) return
      const field = withFieldChanges(old, changes)
      if (isSameJson(old, field)) return
      edit({ type: 'setField', form, ...(lineItems === undefined ? {} : { lineItems }), field })
    },
    [store, edit, form, lineItems, key],
  )
}
