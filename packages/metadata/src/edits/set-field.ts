import type { AppDefinition, Field } from '@pipewright/schemas'
import { indexOfKey, replaceAt } from '../lists.ts'
import { type Problem, problem } from '../problem.ts'
import { isSameJson } from '../same-json.ts'
import { changeColumns } from './change-columns.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'
import { checkRemovedOptions } from './removed-options.ts'

type SetField = EditOf<'setField'>

const optionsOf = (field: Field) => ('options' in field ? (field.options ?? []) : [])

/** Types between which a field may change, since every value of the one is a value of the other. */
const alike: readonly ReadonlySet<Field['type']>[] = [new Set(['relation', 'relations'])]

const areAlike = (one: Field['type'], other: Field['type']): boolean =>
  alike.some((types) => types.has(one) && types.has(other))

function checkChange(definition: AppDefinition, edit: SetField, old: Field): Problem[] {
  const { form, lineItems, field } = edit
  if (old.type !== field.type && !areAlike(old.type, field.type))
    return [problem('type-changed', '/field/type', { field: field.label })]
  // Columns are added and removed one by one, so that what uses them is seen.
  if (old.type === 'lineItems' && field.type === 'lineItems' && !isSameJson(old.fields, field.fields))
    return [problem('columns-changed', '/field/fields', { field: field.key })]
  if ('optionSet' in field && field.optionSet !== undefined) return []
  return checkRemovedOptions(definition, {
    before: optionsOf(old),
    after: optionsOf(field),
    pointer: '/field/options',
    targetOf: (option) => ({
      form,
      ...(lineItems !== undefined && { lineItems }),
      field: field.key,
      option,
    }),
  })
}

export const setField: EditSpec<SetField> = {
  apply(definition, edit) {
    const { form, lineItems, field } = edit
    const change = (fields: readonly Field[]) => {
      const position = indexOfKey(fields, field.key)
      const old = fields[position]
      if (old === undefined) return refuse('unknown-target', '/field', { what: 'field', key: field.key })
      const problems = checkChange(definition, edit, old)
      if (problems.length > 0) return { problems }
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
