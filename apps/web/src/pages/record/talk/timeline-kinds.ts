import type { TimelineKind } from '@pipewright/contract'
import { followUpLogs, layoutsOf } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useWorkspace } from '../../../shell/workspace-context.ts'

export const alone: readonly string[] = []

/** Forms of related records, whose changes are told too. */
export const formsAround = (form: Form): readonly string[] => [
  ...new Set(layoutsOf(form).flatMap((layout) => (layout.related ?? []).map((list) => list.form))),
]

/** What may be told apart in a timeline. */
export function useKinds(form: Form, around: readonly string[]): readonly (TimelineKind | 'all')[] {
  const { rights, definition } = useWorkspace()
  const told = [form, ...definition.forms.filter(({ key }) => around.includes(key))].filter(
    ({ key }) => rights[key]?.read === true,
  )
  return [
    'all' as const,
    ...(told.some(({ key }) => rights[key]?.comments !== 'none')
      ? ['comments' as const, 'mails' as const]
      : []),
    ...(told.some((one) =>
      followUpLogs(definition.forms, one).some((log) => rights[log.form.key]?.read === true),
    )
      ? ['followUps' as const]
      : []),
    'changes' as const,
    ...(definition.workflows.some((workflow) => told.some(({ key }) => key === workflow.form))
      ? ['approvals' as const]
      : []),
  ]
}
