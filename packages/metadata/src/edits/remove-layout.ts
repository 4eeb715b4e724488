import type { Form } from '@pipewright/schemas'
import { indexOfKey, removeAt } from '../lists.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'

export const removeLayout: EditSpec<EditOf<'removeLayout'>> = {
  apply: (definition, { form: key, formLayout: name }) =>
    changeForm(definition, key, (form) => {
      const { layouts = [], ...rest } = form
      const index = indexOfKey(layouts, name)
      const formLayout = layouts[index]
      if (formLayout === undefined)
        return refuse('unknown-target', '/formLayout', { what: 'layout', key: name })
      const left = removeAt(layouts, index)
      const changed: Form = left.length === 0 ? rest : { ...form, layouts: left }
      return { form: changed, inverse: [{ type: 'putLayout', form: key, formLayout, index }] }
    }),
}
