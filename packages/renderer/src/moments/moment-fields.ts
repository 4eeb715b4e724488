import type { DefinitionIndex } from '@pipewright/metadata'
import type { Field, View } from '@pipewright/schemas'

/** The fields that say when a record is: one of a first day or moment or of a whole period, and one of the end. */
export interface MomentFields {
  readonly start: Field
  readonly end: Field | undefined
}

/** What the view says of time; undefined where the fields may not be read. */
export function momentFields(index: DefinitionIndex, view: View): MomentFields | undefined {
  const own = (key: string | undefined) =>
    key === undefined ? undefined : index.field(view.form, key)?.field
  const start = own(view.start)
  if (start === undefined) return undefined
  return { start, end: start.type === 'dateRange' ? undefined : own(view.end) }
}
