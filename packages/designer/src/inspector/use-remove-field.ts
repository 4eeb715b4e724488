import { selectionAt } from '../environment/site-of.ts'
import type { Field, Form } from '@pipewright/schemas'
import { useDesign } from '../environment/design-context.ts'
import { isPublished, removeFieldEdit } from '../tree/remove-edits.ts'
import type { SheetSite } from './sheets/sheet.ts'

/** Takes a field or column away; what still uses it is shown instead where it cannot go. */
export function useRemoveField(form: Form, field: Field, { lineItems }: SheetSite): () => void {
  const { app, edit, select } = useDesign()
  return () => {
    const site = { form: form.key, field: field.key, ...(lineItems === undefined ? {} : { lineItems }) }
    if (!edit(removeFieldEdit(site, isPublished(app.definition, app.may.admin, site)))) return
    select(lineItems === undefined ? { kind: 'form' } : selectionAt(lineItems))
  }
}
