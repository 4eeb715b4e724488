import type { AppDefinition, ButtonAction, Form } from '@pipewright/schemas'

export type ActionType = ButtonAction['type']

/** In the order of the menu. */
export const actionTypes: readonly ActionType[] = ['set', 'convert', 'submit', 'create', 'open']

/** A new record of that form, already related to the one the button is on. */
export function creationOf(definition: AppDefinition, form: Form, key: string): ButtonAction {
  const fields = definition.forms.find((one) => one.key === key)?.fields ?? []
  const relation = fields.find((field) => field.type === 'relation' && field.form === form.key)
  return {
    type: 'create',
    form: key,
    values: relation === undefined ? {} : { [relation.key]: { var: 'id' } },
  }
}

/** A new action, complete from the start; undefined where the form has nothing of the kind. */
export function newAction(definition: AppDefinition, form: Form, type: ActionType): ButtonAction | undefined {
  switch (type) {
    case 'set': {
      const field = form.fields.find((one) => one.type === 'yesNo' || one.type === 'text')
      return field && { type, values: { [field.key]: null } }
    }
    case 'convert': {
      const conversion = form.conversions?.[0]?.key
      return conversion === undefined ? undefined : { type, conversion }
    }
    case 'submit': {
      const workflow = definition.workflows.find((one) => one.form === form.key)?.key
      return workflow === undefined ? undefined : { type, workflow }
    }
    case 'create': {
      const points = (other: Form) =>
        other.fields.some((field) => field.type === 'relation' && field.form === form.key)
      const other = definition.forms.find(points) ?? form
      return creationOf(definition, form, other.key)
    }
    case 'open':
      return { type, url: 'https://example.com' }
  }
}
