import type { App as Workspace, RecordAnswer } from '@pipewright/contract'
import { layoutsOf } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useWorkspace } from '../../../shell/workspace-context.ts'

/** Whether a form, or one around it, has an address that the member may read. */
function hasAddresses({ definition, rights }: Workspace, form: Form): boolean {
  const named = form.fields.flatMap((field) =>
    field.type === 'relation' || field.type === 'relations' ? [field.form] : [],
  )
  const listed = layoutsOf(form).flatMap(({ related = [] }) => related.map((list) => list.form))
  const around = new Set([form.key, ...named, ...listed])
  return definition.forms.some(
    ({ key, fields }) =>
      around.has(key) &&
      rights[key]?.read === true &&
      fields.some((field) => field.type === 'email' && rights[key]?.fields[field.key] !== undefined),
  )
}

/** Whether mails are written from a record: by whoever may comment on it, where there is somebody to write to. */
export function useMailable(form: Form, record: RecordAnswer): boolean {
  const app = useWorkspace()
  const mayTalk = app.rights[form.key]?.comments === undefined
  return mayTalk && record.deleted_at === null && hasAddresses(app, form)
}
