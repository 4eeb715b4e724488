import { rowTablesIn } from './row-tables.ts'
import type { AppDefinition } from '@pipewright/schemas'
import { indexDefinition } from './definition-index.ts'
import { partColumnsOf } from './field-parts.ts'
import { elementsOf } from './layout-items.ts'
import type { Place } from './find-field.ts'

/** Keys that a new form cannot have: forms, tables of line items and links, and whatever was one of them before. */
export function takenFormKeys({ forms, retired }: AppDefinition): Set<string> {
  const tables = forms.flatMap((form) => [
    ...form.fields.filter((field) => field.type === 'relations').map(({ key }) => `${form.key}_${key}`),
    ...rowTablesIn(form.fields).map((path) => `${form.key}_${path.replaceAll('.', '_')}`),
  ])
  const parked = retired.map((path) => path.replaceAll('.', '_'))
  return new Set([...forms.map((form) => form.key), ...tables, ...parked])
}

/** Keys that a new field of a form (or column of its line items) cannot have. */
export function takenFieldKeys(definition: AppDefinition, { form, lineItems }: Place): Set<string> {
  const start = lineItems === undefined ? `${form}.` : `${form}.${lineItems}.`
  const retired = definition.retired
    .filter((path) => path.startsWith(start))
    .map((path) => path.slice(start.length))
  const fields = indexDefinition(definition).fieldsOf(form, lineItems)
  const owner = definition.forms.find(({ key }) => key === form)
  const elements = lineItems === undefined && owner !== undefined ? elementsOf(owner) : []
  return new Set([...[...fields, ...elements].map(({ key }) => key), ...retired, ...partColumnsOf(fields)])
}
