import type { Field, Form } from '@pipewright/schemas'

const known = new WeakMap<Form, ReadonlyMap<string, Field>>()

/** The fields of a form by their keys, made once per form. */
export function fieldsByKey(form: Form): ReadonlyMap<string, Field> {
  const found = known.get(form) ?? new Map(form.fields.map((field) => [field.key, field]))
  known.set(form, found)
  return found
}
