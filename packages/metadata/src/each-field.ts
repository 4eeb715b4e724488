import type { AppDefinition, Field } from '@pipewright/schemas'
import { rowsPlace, type FieldSite, type Place } from './find-field.ts'

/** Visits every field and column with where it stands and its pointer. */
export function eachField(
  definition: AppDefinition,
  visit: (site: FieldSite, pointer: string) => void,
): void {
  const walk = (place: Place, fields: readonly Field[], base: string): void => {
    for (const [position, field] of fields.entries()) {
      const pointer = `${base}/${position}`
      visit({ ...place, field }, pointer)
      if (field.type === 'lineItems') walk(rowsPlace(place, field.key), field.fields, `${pointer}/fields`)
    }
  }
  for (const [position, form] of definition.forms.entries())
    walk({ form: form.key }, form.fields, `/forms/${position}/fields`)
}
