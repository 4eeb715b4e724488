import type { App as Workspace, RecordAnswer } from '@pipewright/contract'
import { followUpLogs, type LogOfForm } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useWorkspace } from '../../../shell/workspace-context.ts'

/** Where follow-ups of a form are noted by whoever asks, and whether a next date goes with them. */
export interface NotedIn extends LogOfForm {
  readonly takesNext: boolean
}

/** The first log that the member may write into, as on the server. */
export function followUpLogIn({ definition, rights }: Workspace, form: Form): NotedIn | undefined {
  const writes = (of: string, field: string | undefined) =>
    field !== undefined && rights[of]?.fields[field] === 'write'
  const found = followUpLogs(definition.forms, form).find(
    ({ form: { key }, log, field }) =>
      rights[key]?.create === true && writes(key, log.text) && writes(key, field.split('.')[0]),
  )
  return (
    found && {
      ...found,
      takesNext: writes(found.form.key, found.log.next) || writes(form.key, form.followUpField),
    }
  )
}

/** The log that takes follow-ups of this record; none of one that was deleted. */
export function useFollowUpLog(form: Form, record: RecordAnswer): NotedIn | undefined {
  const log = followUpLogIn(useWorkspace(), form)
  return record.deleted_at === null ? log : undefined
}
