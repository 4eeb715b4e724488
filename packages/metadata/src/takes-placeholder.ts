import type { Field } from '@pipewright/schemas'

const types = [
  'text',
  'longText',
  'email',
  'phone',
  'url',
  'number',
  'money',
  'percent',
  'choice',
  'multiChoice',
] as const

type Typed = Extract<Field, { readonly type: (typeof types)[number] }>

const known = new Set<Field['type']>(types)

/** Whether an example can stand in the empty control of a field. */
export const takesPlaceholder = (field: Field): field is Typed => known.has(field.type)
