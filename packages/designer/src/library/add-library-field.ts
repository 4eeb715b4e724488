import { makeKey, takenFieldKeys } from '@pipewright/metadata'
import type { AppDefinition, Edit, Field, Form } from '@pipewright/schemas'
import type { Slot } from '../tree/layout-places.ts'
import { firstAccess } from '../tree/new-field.ts'
import { libraryEntry } from './library-entries.ts'

/** The currency that the form already counts in. */
function inCurrencyOf(form: Form, field: Field): Field {
  const used = form.fields.find((one) => one.type === 'money')
  return field.type === 'money' && used?.type === 'money' ? { ...field, currency: used.currency } : field
}

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
  const field = inCurrencyOf(form, { ...found.field, key } as Field)
  return { type: 'addField', form: form.key, field, ...slot, ...firstAccess(definition, form.key, field) }
}
