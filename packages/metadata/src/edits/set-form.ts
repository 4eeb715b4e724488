import type { Form } from '@pipewright/schemas'
import { changeForm } from './change-form.ts'
import type { EditOf, EditSpec } from './edit-spec.ts'
import { oldValues, withChanges } from './with-changes.ts'

type Changes = EditOf<'setForm'>['changes']

export const setForm: EditSpec<EditOf<'setForm'>> = {
  apply: (definition, edit) =>
    changeForm(definition, edit.form, (form) => ({
      form: withChanges<Form>(form, edit.changes),
      inverse: [
        {
          type: 'setForm',
          form: edit.form,
          changes: oldValues<Form>(form, edit.changes) as Changes,
        },
      ],
    })),
}
