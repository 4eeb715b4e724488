import type { Form, View } from '@pipewright/schemas'

const shown = 8

/** The table of a form for which nobody has saved a view yet. */
export function standardView(form: Form, label: string): View {
  const keys = form.fields
    .filter((field) => !['lineItems', 'longText', 'richText', 'attachment'].includes(field.type))
    .map((field) => field.key)
  const rest = keys.filter((key) => key !== form.titleField).slice(0, shown - 1)
  return {
    key: 'all',
    form: form.key,
    type: 'table',
    label: { en: label, zh: label },
    columns: [form.titleField, ...rest],
  }
}
