import type { Field } from '@pipewright/schemas'
import type { FieldChanges } from './sheets/sheet.ts'

/** A field with changed properties; those set to undefined are gone. */
export function withFieldChanges<F extends Field>(field: F, changes: FieldChanges<F>): F {
  const entries = Object.entries({ ...field, ...changes }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as unknown as F
}
