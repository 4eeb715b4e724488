import type { FollowUpLog, Form, NoteTemplate } from '@pipewright/schemas'

function withoutKind(template: NoteTemplate): NoteTemplate {
  const { kind: _, ...rest } = template
  return rest
}

/** A log whose notes may not be read is none; of the rest only the fields that may be read are named. */
export function maskFollowUpLog(
  log: FollowUpLog | undefined,
  known: (field: string) => boolean,
): Pick<Form, 'followUpLog'> {
  if (log === undefined || !known(log.text)) return {}
  const { kind, mailKind, at, next, templates, ...rest } = log
  const hasKind = kind !== undefined && known(kind)
  return {
    followUpLog: {
      ...rest,
      ...(hasKind ? { kind } : {}),
      ...(hasKind && mailKind !== undefined ? { mailKind } : {}),
      ...(at === undefined || !known(at) ? {} : { at }),
      ...(next === undefined || !known(next) ? {} : { next }),
      ...(templates === undefined ? {} : { templates: hasKind ? templates : templates.map(withoutKind) }),
    },
  }
}
