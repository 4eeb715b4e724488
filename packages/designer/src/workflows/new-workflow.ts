import { makeKey } from '@pipewright/metadata'
import type { AppDefinition, Approver, Form, Workflow, WorkflowStep } from '@pipewright/schemas'

/** A step that the manager of the owner's department decides. */
export const newStep = (steps: readonly WorkflowStep[]): WorkflowStep => ({
  key: makeKey('step', new Set(steps.map(({ key }) => key))),
  label: { en: 'Approval', zh: '审批' },
  approver: { type: 'ownersManager' },
})

export const newWorkflow = (definition: AppDefinition, form: Form): Workflow => ({
  key: makeKey(`${form.key}_approval`, new Set(definition.workflows.map(({ key }) => key))),
  form: form.key,
  label: { en: 'Approval', zh: '审批' },
  steps: [newStep([])],
})

/** A complete approver of a kind; null when there is nobody of that kind yet. */
export function newApprover(
  definition: AppDefinition,
  people: readonly { id: string }[],
  type: Approver['type'],
): Approver | null {
  const [role] = definition.roles
  const [person] = people
  if (type === 'ownersManager') return { type }
  if (type === 'role') return role === undefined ? null : { type, role: role.key }
  return person === undefined ? null : { type, member: person.id }
}
