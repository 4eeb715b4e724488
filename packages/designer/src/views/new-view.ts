import { makeKey } from '@pipewright/metadata'
import type { AppDefinition, Form, View } from '@pipewright/schemas'

/** A list of all records with the first few fields. */
export function newView(definition: AppDefinition, form: Form): View {
  const shown = form.fields.filter(
    ({ type, key }) => type !== 'lineItems' && type !== 'attachment' && key !== form.titleField,
  )
  const label = { en: 'New view', zh: '新视图' }
  return {
    key: makeKey(`${form.key}_view`, new Set(definition.views.map(({ key }) => key))),
    form: form.key,
    label,
    type: 'table',
    columns: [form.titleField, ...shown.slice(0, 4).map(({ key }) => key)],
  }
}

/** A board needs a choice to make columns of; a table has none. */
export function asType(view: View, form: Form, type: View['type']): View {
  const { groupBy: _, sums: __, ...plain } = view
  if (type === 'table') return { ...plain, type }
  const choice = form.stageField ?? form.fields.find((field) => field.type === 'choice')?.key
  return choice === undefined ? view : { ...view, type, groupBy: view.groupBy ?? choice }
}
