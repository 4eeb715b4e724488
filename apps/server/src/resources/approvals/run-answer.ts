import type { Run } from '@pipewright/contract'
import type { ListedRun } from '@pipewright/db'
import type { MemberScene } from '../../scene/member-scene.ts'

/** A run as the caller sees it, with what the caller may do. */
export function runAnswer({ id, run, tasks }: ListedRun, { actor }: MemberScene): Run {
  const waiting = run.steps.find((step) => step.state === 'waiting')
  const isOpen = run.state === 'open'
  return {
    id,
    workflow: run.workflow,
    state: run.state,
    startedBy: run.startedBy,
    startedAt: run.startedAt,
    comment: run.comment,
    steps: run.steps.map((step, position) => ({
      task: tasks[position] ?? null,
      step: step.step,
      state: step.state,
      approvers: [...step.approvers],
      decidedBy: step.decidedBy,
      decidedAt: step.decidedAt,
      comment: step.comment,
    })),
    may: {
      decide: isOpen && waiting?.approvers.includes(actor.memberId) === true,
      withdraw: isOpen && run.startedBy === actor.memberId,
    },
  }
}
