import type { AppDefinition, Field, Form } from '@pipewright/schemas'

const targetsOf = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'relation' || field.type === 'relations') return [field.form]
    if (field.type === 'anyRelation') return field.targets.map(({ form }) => form)
    return field.type === 'lineItems' ? targetsOf(field.fields) : []
  })

/** Forms so that each comes after those its records refer to, as far as they do not refer to one another. */
export function formOrder(definition: AppDefinition): readonly Form[] {
  const forms = new Map(definition.forms.map((form) => [form.key, form]))
  const order = new Set<Form>()
  const entered = new Set<string>()
  function enter(form: Form): void {
    if (entered.has(form.key)) return
    entered.add(form.key)
    for (const target of targetsOf(form.fields)) {
      const next = forms.get(target)
      if (next !== undefined) enter(next)
    }
    order.add(form)
  }
  for (const form of definition.forms) enter(form)
  return [...order]
}
