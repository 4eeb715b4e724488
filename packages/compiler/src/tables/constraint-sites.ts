import { indexDefinition, partColumn, partsOf, type Place } from '@pipewright/metadata'
import type { AppDefinition } from '@pipewright/schemas'
import { uniqueSites } from './unique-sites.ts'
import { tablePlans } from './table-plans.ts'

/** What a violated constraint of the database is about. */
export interface ConstraintSite extends Place {
  readonly rule: 'unique' | 'reference'
  /** A field, several that together must not occur twice, or a system column such as `owner`. */
  readonly field: string
}

/** The field a column belongs to: its own, or the one of which it holds a part. */
function fieldOfColumn(definition: AppDefinition, { form, lineItems }: Place, column: string): string {
  const fields = indexDefinition(definition).fieldsOf(form, lineItems)
  const whole = fields.find((field) => partsOf(field).some(({ key }) => partColumn(key) === column))
  return whole?.key ?? column
}

/** By the name of the index or constraint, as a `DatabaseError` tells it. */
export function constraintSites(definition: AppDefinition): ReadonlyMap<string, ConstraintSite> {
  const sites = new Map<string, ConstraintSite>()
  for (const form of definition.forms)
    for (const { index, fields } of uniqueSites(form))
      sites.set(index.name, {
        rule: 'unique',
        form: form.key,
        field: fields.map(({ key }) => key).join(', '),
      })
  for (const { form, lineItems, links, foreignKeys } of tablePlans(definition))
    for (const { name, column } of foreignKeys) {
      const place = lineItems === undefined ? { form } : { form, lineItems }
      sites.set(name, {
        rule: 'reference',
        ...place,
        field: links ?? fieldOfColumn(definition, place, column),
      })
    }
  return sites
}
