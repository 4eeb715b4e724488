import { isConvertible, rowsPlace, type Place } from '@pipewright/metadata'
import type { AppDefinition, Field } from '@pipewright/schemas'

/** A field that becomes one of another type, where its values have to be converted. */
export interface ChangedType extends Place {
  readonly from: Field
  readonly to: Field
}

function pairs(place: Place, before: readonly Field[], after: readonly Field[]): ChangedType[] {
  const had = new Map(before.map((field) => [field.key, field]))
  return after.flatMap((to): ChangedType[] => {
    const from = had.get(to.key)
    if (from === undefined) return []
    if (from.type === 'lineItems' && to.type === 'lineItems')
      return pairs(rowsPlace(place, to.key), from.fields, to.fields)
    return isConvertible(from.type, to.type) ? [{ ...place, from, to }] : []
  })
}

/** Every field whose type differs between two definitions and whose values can be converted. */
export function changedTypes(before: AppDefinition, after: AppDefinition): ChangedType[] {
  const had = new Map(before.forms.map((form) => [form.key, form]))
  return after.forms.flatMap((form) =>
    pairs({ form: form.key }, had.get(form.key)?.fields ?? [], form.fields),
  )
}
