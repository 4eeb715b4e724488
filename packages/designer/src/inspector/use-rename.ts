import { indexDefinition } from '@pipewright/metadata'
import type { Field, Form, LocalizedText } from '@pipewright/schemas'
import { useDesign } from '../environment/design-context.ts'
import { isPublished } from '../tree/remove-edits.ts'
import { firstName, renameEdits } from '../tree/rename-edits.ts'
import type { SheetSite } from './sheets/sheet.ts'
import { useFieldChange } from './use-field-change.ts'

/** Names a field; the key of one that is still new follows, and stays selected. */
export function useRename(form: Form, field: Field, site: SheetSite): (label: LocalizedText) => void {
  const { app, store, edit, select, selected } = useDesign()
  const change = useFieldChange(site, field.key)
  return (text) => {
    const { definition } = store.state()
    const now = indexDefinition(definition).form(form.key)
    const old = now?.fields.find(({ key }) => key === field.key)
    const label = firstName(field, text)
    if (site.lineItems !== undefined || now === undefined || old === undefined) return change({ label })
    const published = isPublished(app.definition, app.may.admin, { form: form.key, field: field.key })
    const made = renameEdits(definition, now, old, { label, published })
    if (made.key === field.key) return change({ label })
    if (!edit(...made.edits)) return
    const selection = selected.read()
    // Somebody may have gone on to another field, and only then left the box.
    if (selection.kind !== 'field' || selection.field !== field.key) return
    select({ kind: 'field', field: made.key, origin: selection.origin ?? field.key })
  }
}
