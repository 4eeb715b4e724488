import type { Form, PublicForm } from '@pipewright/schemas'
import { withoutEmpty } from '../documents/without-empty.ts'
import { useDesign } from '../environment/design-context.ts'

export type PublicFormChanges = { readonly [P in keyof PublicForm]?: PublicForm[P] | undefined }

/** Changes properties of a public form; undefined clears one. */
export function usePublicFormChange(form: Form, key: string) {
  const { store, edit } = useDesign()
  return (changes: PublicFormChanges) => {
    const now = store
      .state()
      .definition.forms.find((one) => one.key === form.key)
      ?.publicForms?.find((one) => one.key === key)
    if (now === undefined) return
    const publicForm = withoutEmpty<PublicForm>({ ...now, ...changes } as PublicForm)
    edit({ type: 'putPublicForm', form: form.key, publicForm })
  }
}
