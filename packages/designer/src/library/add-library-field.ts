import { makeKey, takenFieldKeys, workspaceCurrency } from '@pipewright/metadata'
import type { AppDefinition, Edit, Field, Form } from '@pipewright/schemas'
import type { Slot } from '../tree/layout-places.ts'
import { firstAccess } from '../tree/new-field.ts'
import { libraryEntry } from './library-entries.ts'

/** Amounts begin in the currency of the workspace. */
const inCurrencyOf = (definition: AppDefinition, field: Field): Field =>
  field.type === 'money' ? { ...field, currency: workspaceCurrency(definition) } : field

/** Adds a standard field; null when there is none of that name. */
export function addLibraryEdit(
  definition: AppDefinition,
  form: Form,
  entry: string,
  slot: Slot,
): Extract<Edit, { type: 'addField' }> | null {
  const found = libraryEntry(entry)
  if (found === undefined) return null
  const taken = takenFieldKeys(definition, { form: form.key })
  const key = taken.has(entry) ? makeKey(entry, taken) : entry
  const field = inCurrencyOf(definition, { ...found.field, key } as Field)
  return { type: 'addField', form: form.key, field, ...slot, ...firstAccess(definition, form.key, field) }
}
