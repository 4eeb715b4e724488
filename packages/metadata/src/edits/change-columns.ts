import type { AppDefinition, Edit, Field, LineItemsField } from '@pipewright/schemas'
import type { Problem } from '../problem.ts'
import { changeForm } from './change-form.ts'
import { type EditResult, refuse } from './edit-spec.ts'

type Change = { fields: Field[]; inverse: Edit[] } | { problems: Problem[] }

/** Totals of a column that is gone go with it. */
function withColumns(table: LineItemsField, fields: Field[]): LineItemsField {
  const { totals, ...rest } = table
  const kept = totals?.filter((total) => fields.some(({ key }) => key === total.field))
  return { ...rest, fields, ...(kept === undefined || kept.length === 0 ? {} : { totals: kept }) }
}

/** Replaces the columns of one line items field by what `change` makes of them. */
export function changeColumns(
  definition: AppDefinition,
  site: { form: string; lineItems: string },
  change: (fields: readonly Field[]) => Change,
): EditResult {
  return changeForm(definition, site.form, (form) => {
    const table = form.fields.find((field) => field.key === site.lineItems)
    if (table?.type !== 'lineItems')
      return refuse('unknown-target', '/lineItems', { what: 'lineItems', key: site.lineItems })
    const changed = change(table.fields)
    if ('problems' in changed) return changed
    const fields = form.fields.map((field) => (field === table ? withColumns(table, changed.fields) : field))
    return { form: { ...form, fields }, inverse: changed.inverse }
  })
}
