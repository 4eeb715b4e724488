import type { Field } from '@pipewright/schemas'
import { indexOfKey, replaceAt } from '../lists.ts'
import { isConvertible } from '../type-changes/type-changes.ts'
import { changeColumns } from './change-columns.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'

/**
 * Makes a field one of another type. Whether everything that uses it can go on using it is found like any problem of the
 * definition; what becomes of the values is counted when the draft is reviewed.
 */
export const changeFieldType: EditSpec<EditOf<'changeFieldType'>> = {
  apply(definition, edit) {
    const { form, lineItems, field } = edit
    const change = (fields: readonly Field[]) => {
      const position = indexOfKey(fields, field.key)
      const old = fields[position]
      if (old === undefined) return refuse('unknown-target', '/field', { what: 'field', key: field.key })
      if (!isConvertible(old.type, field.type))
        return refuse('type-changed', '/field/type', { field: field.label })
      return { fields: replaceAt(fields, position, field), inverse: [{ ...edit, field: old }] }
    }
    if (lineItems !== undefined) return changeColumns(definition, { form, lineItems }, change)
    return changeForm(definition, form, (old) => {
      const changed = change(old.fields)
      if ('problems' in changed) return changed
      return { form: { ...old, fields: changed.fields }, inverse: changed.inverse }
    })
  },
}
