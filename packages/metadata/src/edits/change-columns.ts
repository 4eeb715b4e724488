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

/** The columns of the line items field at the end of the keys, changed where they stand. */
function changeAt(
  fields: readonly Field[],
  [key = '', ...rest]: readonly string[],
  change: (fields: readonly Field[]) => Change,
): Change | undefined {
  const table = fields.find((field) => field.key === key)
  if (table?.type !== 'lineItems') return undefined
  const changed = rest.length === 0 ? change(table.fields) : changeAt(table.fields, rest, change)
  if (changed === undefined || 'problems' in changed) return changed
  const next = fields.map((field) => (field === table ? withColumns(table, changed.fields) : field))
  return { fields: next, inverse: changed.inverse }
}

/** Replaces the columns of one line items field, also one inside rows, by what `change` makes of them. */
export function changeColumns(
  definition: AppDefinition,
  site: { form: string; lineItems: string },
  change: (fields: readonly Field[]) => Change,
): EditResult {
  return changeForm(definition, site.form, (form) => {
    const changed = changeAt(form.fields, site.lineItems.split('.'), change)
    if (changed === undefined)
      return refuse('unknown-target', '/lineItems', { what: 'lineItems', key: site.lineItems })
    if ('problems' in changed) return changed
    return { form: { ...form, fields: changed.fields }, inverse: changed.inverse }
  })
}
