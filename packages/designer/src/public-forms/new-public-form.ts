import { makeKey, isWritable, reachesOutside } from '@pipewright/metadata'
import type { Field, Form, PublicForm } from '@pipewright/schemas'

/** Fields that strangers can fill in without seeing anything else. */
export const publicFields = (form: Form): readonly Field[] =>
  form.fields.filter((field) => isWritable(field) && !reachesOutside(field))

/** Begins with the first fields of the form, and those that must be filled and do not fill themselves. */
export function newPublicForm(form: Form): PublicForm {
  const taken = new Set((form.publicForms ?? []).map(({ key }) => key))
  const fields = publicFields(form)
  const demanded = fields.filter(
    (field) =>
      'required' in field && field.required === true && !('default' in field && field.default !== undefined),
  )
  const chosen = new Set([...demanded, ...fields.slice(0, 5)].map(({ key }) => key))
  return {
    key: makeKey('page', taken),
    label: { en: 'New public form', zh: '新公开表单' },
    ...(form.description === undefined ? {} : { intro: form.description }),
    fields: fields.filter(({ key }) => chosen.has(key)).map(({ key }) => ({ field: key })),
  }
}
