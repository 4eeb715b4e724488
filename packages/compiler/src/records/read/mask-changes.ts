import type { CompiledForm } from '../../app/compiled-form.ts'
import { mayReadField } from '../../rights/readable.ts'
import type { CompiledFormRights } from '../../rights/rights.ts'
import { systemFields } from '@pipewright/metadata'
import type { FieldValue } from '../value.ts'

export interface FieldChange {
  readonly field: string
  readonly old: FieldValue
  readonly new: FieldValue
}

const isRows = (value: unknown): boolean =>
  Array.isArray(value) && value.some((each) => typeof each === 'object' && each !== null)

function maskRows(rights: CompiledFormRights, key: string, value: unknown): FieldValue {
  if (!Array.isArray(value)) return (value ?? null) as FieldValue
  return value.map((row: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([column, cell]) => {
        const path = `${key}.${column}`
        if (column === 'id') return [[column, cell]]
        if (!mayReadField(rights, path)) return []
        return [[column, isRows(cell) ? maskRows(rights, path, cell) : cell]]
      }),
    ),
  ) as FieldValue
}

/** The changes of an event as far as the reader may see the fields; rows of line items column by column. */
export function maskChanges(
  form: CompiledForm,
  rights: CompiledFormRights,
  changes: Readonly<Record<string, readonly [unknown, unknown]>>,
): FieldChange[] {
  return Object.entries(changes).flatMap(([key, [before, after]]) => {
    if (systemFields.has(key)) return [{ field: key, old: before as FieldValue, new: after as FieldValue }]
    const field = form.fields.get(key)
    if (field === undefined || !mayReadField(rights, key)) return []
    if (field.type !== 'lineItems')
      return [{ field: key, old: (before ?? null) as FieldValue, new: (after ?? null) as FieldValue }]
    const old = maskRows(rights, key, before)
    const fresh = maskRows(rights, key, after)
    return JSON.stringify(old) === JSON.stringify(fresh) ? [] : [{ field: key, old, new: fresh }]
  })
}
