import { peopleFormOf } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'

/** The form whose records a field points to ("_member" for members); undefined when it points to nothing. */
function targetOf(field: Field): string | undefined {
  if (field.type === 'relation' || field.type === 'relations') return field.form
  return peopleFormOf(field)
}

const textOf = (value: unknown, part: string): string | undefined => {
  const text =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined
  return typeof text === 'string' ? text : undefined
}

/** Takes note of every record, member and department that a value of a field names, by form; those in its rows too. */
export function noteTargets(
  wanted: Map<string, Set<string>>,
  field: Field | undefined,
  value: unknown,
): void {
  const note = (form: string, id: unknown) => {
    if (typeof id === 'string') wanted.set(form, (wanted.get(form) ?? new Set<string>()).add(id))
  }
  if (field?.type === 'anyRelation') {
    const form = textOf(value, 'form')
    if (form !== undefined) note(form, textOf(value, 'id'))
    return
  }
  if (field?.type === 'lineItems') {
    for (const row of Array.isArray(value) ? (value as readonly Record<string, unknown>[]) : [])
      for (const column of field.fields) noteTargets(wanted, column, row[column.key])
    return
  }
  const target = field && targetOf(field)
  if (target === undefined) return
  for (const id of Array.isArray(value) ? (value as readonly unknown[]) : [value]) note(target, id)
}
