import type { FollowUpLog, Form } from '@pipewright/schemas'

/** A form that notes what was done about the records of another, and by which of its fields it names them. */
export interface LogOfForm {
  readonly form: Form
  readonly log: FollowUpLog
  readonly field: string
}

/** Where follow-ups of the records of a form are noted: the logs among its related lists, in their order. */
export const followUpLogs = (forms: readonly Form[], { layout }: Form): LogOfForm[] =>
  (layout.related ?? []).flatMap(({ form: key, field }) => {
    const form = forms.find((candidate) => candidate.key === key)
    return form?.followUpLog === undefined ? [] : [{ form, log: form.followUpLog, field }]
  })
