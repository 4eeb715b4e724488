import type { Approver, Expression, Workflow, WorkflowStep } from '@pipewright/schemas'
import type { RunEffect, RunRefusal } from './effect.ts'
import type { DecideEvent, RunEvent, SubmitEvent, WithdrawEvent } from './event.ts'
import type { Run, StepRun } from './run.ts'

/** What the engine asks about the record and the people; answered from data that was read before. */
export interface RunContext {
  readonly holds: (condition: Expression) => boolean
  /** Active members who may decide, in any order. */
  readonly approversOf: (approver: Approver) => readonly string[]
}

export type Advance =
  | { readonly ok: true; readonly run: Run; readonly effects: readonly RunEffect[] }
  | { readonly ok: false; readonly refusal: RunRefusal }

const refuse = (refusal: RunRefusal): Advance => ({ ok: false, refusal })

const values = (map: Record<string, Expression> | undefined): RunEffect[] =>
  map === undefined || Object.keys(map).length === 0 ? [] : [{ type: 'setValues', values: map }]

/**
 * The next state of an approval and what has to be done for it. Pure: the same arguments give the same answer.
 * `run` is the run so far, or null before it is submitted.
 */
export function advance(workflow: Workflow, run: Run | null, event: RunEvent, context: RunContext): Advance {
  if (event.type === 'submit') return submit(workflow, run, event, context)
  if (run === null || run.state !== 'open') return refuse({ code: 'already-decided' })
  return event.type === 'withdraw' ? withdraw(workflow, run, event) : decide(workflow, run, event, context)
}

function submit(workflow: Workflow, run: Run | null, event: SubmitEvent, context: RunContext): Advance {
  if (run?.state === 'open') return refuse({ code: 'already-running' })
  if (workflow.when !== undefined && !context.holds(workflow.when))
    return refuse({ code: 'condition-not-met' })
  const started: Run = {
    workflow: workflow.key,
    state: 'open',
    startedBy: event.by,
    startedAt: event.at,
    comment: event.comment,
    steps: [],
  }
  return goOn(workflow, started, [{ type: 'lock' }, ...values(workflow.onStart)], context)
}

function decide(workflow: Workflow, run: Run, event: DecideEvent, context: RunContext): Advance {
  const waiting = run.steps.at(-1)
  if (waiting?.state !== 'waiting' || waiting.step !== event.step) return refuse({ code: 'already-decided' })
  if (!waiting.approvers.includes(event.by)) return refuse({ code: 'not-allowed' })
  const state = event.decision === 'approve' ? 'approved' : 'rejected'
  const decided = {
    ...waiting,
    state,
    decidedBy: event.by,
    decidedAt: event.at,
    comment: event.comment,
  } as const
  const next = { ...run, steps: [...run.steps.slice(0, -1), decided] }
  const closed: RunEffect = { type: 'closeTask', step: waiting.step }
  if (state === 'rejected') return end(next, 'rejected', [closed], workflow.onRejected)
  return goOn(workflow, next, [closed], context)
}

function withdraw(workflow: Workflow, run: Run, event: WithdrawEvent): Advance {
  if (run.startedBy !== event.by) return refuse({ code: 'not-allowed' })
  const open = run.steps.filter((step) => step.state === 'waiting')
  const steps = run.steps.map((step) =>
    step.state === 'waiting'
      ? { ...step, state: 'cancelled' as const, decidedAt: event.at, comment: event.comment }
      : step,
  )
  const closed = open.map((step): RunEffect => ({ type: 'closeTask', step: step.step }))
  return end({ ...run, steps }, 'withdrawn', closed, workflow.onWithdrawn)
}

/** Opens the next step that is needed; ends the run when there is none. */
function goOn(workflow: Workflow, run: Run, effects: RunEffect[], context: RunContext): Advance {
  const steps = [...run.steps]
  for (const step of workflow.steps.slice(steps.length)) {
    if (step.when !== undefined && !context.holds(step.when)) {
      steps.push(stepRun(step, 'skipped', []))
      continue
    }
    const approvers = [...new Set(context.approversOf(step.approver))].sort()
    if (approvers.length === 0) return refuse({ code: 'no-approver', step: step.key })
    steps.push(stepRun(step, 'waiting', approvers))
    const open: RunEffect = { type: 'openTask', step: step.key, approvers }
    return { ok: true, run: { ...run, steps }, effects: [...effects, open] }
  }
  return end({ ...run, steps }, 'approved', effects, workflow.onApproved)
}

function end(
  run: Run,
  state: 'approved' | 'rejected' | 'withdrawn',
  effects: RunEffect[],
  set: Record<string, Expression> | undefined,
): Advance {
  return { ok: true, run: { ...run, state }, effects: [...effects, ...values(set), { type: 'unlock' }] }
}

const stepRun = (
  step: WorkflowStep,
  state: 'skipped' | 'waiting',
  approvers: readonly string[],
): StepRun => ({
  step: step.key,
  state,
  approvers,
  decidedBy: null,
  decidedAt: null,
  comment: '',
})
