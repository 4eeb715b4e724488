import { indexDefinition } from '@pipewright/metadata'
import type { AppDefinition, Edit } from '@pipewright/schemas'

export interface FieldSiteKeys {
  readonly form: string
  readonly lineItems?: string
  readonly field: string
}

/** Whether records may already hold values under this key; when that cannot be known, they may. */
export function isPublished(published: AppDefinition, seesAll: boolean, site: FieldSiteKeys): boolean {
  if (!seesAll) return true
  const fields = indexDefinition(published).fieldsOf(site.form, site.lineItems)
  return fields.some(({ key }) => key === site.field)
}

/** Takes a field away; a key that was never published may be used again. */
export const removeFieldEdit = (site: FieldSiteKeys, published: boolean): Edit => ({
  type: 'removeField',
  ...site,
  ...(published ? {} : { neverPublished: true }),
})
