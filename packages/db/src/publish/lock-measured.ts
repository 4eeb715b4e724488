import { tableAt, tableOf, type MigrationPlan } from '@pipewright/compiler'
import {
  diffDefinitions,
  fieldsAt,
  isConvertible,
  rowsPlace,
  rowTablesIn,
  type Change,
} from '@pipewright/metadata'
import type { AppDefinition, Field } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { probesOf } from './probes.ts'

/** Tables whose fields take their options from a shared set. */
function usersOf(definition: AppDefinition, optionSet: string): string[] {
  const uses = (fields: readonly Field[]): boolean =>
    fields.some((field) => 'optionSet' in field && field.optionSet === optionSet)
  return definition.forms.flatMap((form) => [
    tableOf(form.key),
    ...rowTablesIn(form.fields)
      .filter((lineItems) => uses(fieldsAt(form, lineItems)))
      .map((lineItems) => tableAt({ form: form.key, lineItems })),
  ])
}

function tablesOf(before: AppDefinition, change: Change): string[] {
  if (change.type === 'documentChanged' && change.kind === 'optionSet')
    return usersOf(before, change.after.key)
  if (change.type === 'formChanged') return [tableOf(change.before.key)]
  if (!('form' in change)) return []
  const form = change.form.key
  const place = {
    form,
    ...('lineItems' in change && change.lineItems && { lineItems: change.lineItems.key }),
  }
  const isTable = 'field' in change && 'type' in change.field && change.field.type === 'lineItems'
  const around = place.lineItems === undefined ? [] : [tableAt(place)]
  return [tableOf(form), ...around, ...(isTable ? [tableAt(rowsPlace(place, change.field.key))] : [])]
}

/** Steps that take nothing away from anybody who reads. */
const gentle = new Set(['parkColumn', 'parkTable'])

/**
 * Keeps others from writing the records that the effects of a publish are counted in, until the transaction ends: what
 * was counted is then what is changed. Where tables are altered they are locked as that needs, so that nobody who reads
 * and then writes stands in between.
 */
export async function lockMeasured(
  tx: Connection,
  schema: string,
  plan: MigrationPlan,
  { before, after }: { readonly before: AppDefinition; readonly after: AppDefinition },
): Promise<void> {
  const tables = diffDefinitions(before, after).flatMap((change) => {
    const converts = change.type === 'fieldChanged' && isConvertible(change.before.type, change.after.type)
    const isMeasured = converts || probesOf({ schema, before }, change).length > 0
    return isMeasured ? tablesOf(before, change) : []
  })
  if (tables.length === 0) return
  const names = [...new Set(tables)].toSorted().map((table) => quoteTable(schema, table))
  const mode = plan.steps.every(({ type }) => gentle.has(type)) ? 'share row exclusive' : 'access exclusive'
  await tx.query({ text: `lock table ${names.join(', ')} in ${mode} mode`, values: [] })
}
