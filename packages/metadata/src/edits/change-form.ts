import type { AppDefinition, Edit, Form } from '@pipewright/schemas'
import { indexOfKey, replaceAt } from '../lists.ts'
import type { Problem } from '../problem.ts'
import { type EditResult, refuse } from './edit-spec.ts'

type Change = { form: Form; inverse: Edit[] } | { problems: Problem[] }

/** Replaces one form by what `change` makes of it. */
export function changeForm(
  definition: AppDefinition,
  key: string,
  change: (form: Form) => Change,
): EditResult {
  const position = indexOfKey(definition.forms, key)
  const form = definition.forms[position]
  if (form === undefined) return refuse('unknown-target', '/form', { what: 'form', key })
  const changed = change(form)
  if ('problems' in changed) return changed
  const forms = replaceAt(definition.forms, position, changed.form)
  return { definition: { ...definition, forms }, inverse: changed.inverse }
}
