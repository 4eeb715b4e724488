import { placeableSystemFields, systemFields } from '@pipewright/metadata'
import type { Field, Form } from '@pipewright/schemas'

const system = [...placeableSystemFields].flatMap((key) => systemFields.get(key) ?? [])

const known = new WeakMap<Form, ReadonlyMap<string, Field>>()

/** The fields of a form and those that every record has by itself, by their keys; made once per form. */
export function fieldsByKey(form: Form): ReadonlyMap<string, Field> {
  const found = known.get(form) ?? new Map([...system, ...form.fields].map((field) => [field.key, field]))
  known.set(form, found)
  return found
}
