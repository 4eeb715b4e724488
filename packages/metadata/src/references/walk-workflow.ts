import type { Workflow } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import { mention, mentionFields, type Walk } from './reference.ts'
import { walkAssignments, walkExpression } from './walk-expression.ts'

const outcomes = ['onStart', 'onApproved', 'onRejected', 'onWithdrawn'] as const
const kind = 'workflow'

export function walkWorkflow(walk: Walk, workflow: Workflow, at: readonly Segment[]): void {
  const from = { form: workflow.form }
  const scope = { root: from }
  mention(walk, [...at, 'form'], kind, { kind: 'form', key: workflow.form })
  walkExpression(walk, workflow.when, { at: [...at, 'when'], kind, scope })
  for (const [position, step] of workflow.steps.entries()) {
    const here = [...at, 'steps', position]
    walkExpression(walk, step.when, { at: [...here, 'when'], kind, scope })
    mentionFields(walk, [...here, 'show'], kind, { from, paths: step.show, expects: 'any' })
    if (step.approver.type === 'role')
      mention(walk, [...here, 'approver', 'role'], kind, { kind: 'role', key: step.approver.role })
  }
  for (const outcome of outcomes)
    walkAssignments(walk, workflow[outcome], { at: [...at, outcome], kind, scope, to: from })
}
