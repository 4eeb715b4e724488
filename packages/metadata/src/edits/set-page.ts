import type { Layout } from '@pipewright/schemas'
import { changeForm } from './change-form.ts'
import type { EditOf, EditSpec } from './edit-spec.ts'
import { oldValues, withChanges } from './with-changes.ts'

type Changes = Pick<EditOf<'setPage'>, 'keyFacts' | 'related' | 'quickCreate' | 'pages' | 'steps' | 'labels'>

export const setPage: EditSpec<EditOf<'setPage'>> = {
  apply: (definition, { type, form: key, ...changes }) =>
    changeForm(definition, key, (form) => ({
      form: { ...form, layout: withChanges<Layout>(form.layout, changes) },
      inverse: [{ type, form: key, ...(oldValues<Layout>(form.layout, changes) as Changes) }],
    })),
}
