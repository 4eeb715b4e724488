import { peopleFormOf } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'

/** The form whose records a field points to ("_member" for members); undefined when it points to nothing. */
export function targetOf(field: Field | undefined): string | undefined {
  if (field?.type === 'relation' || field?.type === 'relations') return field.form
  return field && peopleFormOf(field)
}

/** The ids in a value of such a field. */
export function idsIn(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value]
  return all.filter((id) => typeof id === 'string')
}
