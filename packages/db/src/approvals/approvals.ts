import type { Connection, Transacting } from '../connection/connection.ts'
import { getRecord, isIdentity } from '../records/get-record.ts'
import { refused } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { versionProblem } from '../records/stored-record.ts'
import { writeTransaction } from '../records/write-transaction.ts'
import { applyAdvance, type ApprovalOutcome } from './apply-advance.ts'
import { findTask, lockRun } from './run-rows.ts'

export interface Submission {
  readonly form: string
  readonly record: string
  readonly workflow: string
  /** As sent; checked by the write path. */
  readonly version: unknown
  readonly comment: string
}

/** Submits a record for approval; whoever may change the record may submit it. */
export const submitRecord = (
  on: Transacting,
  scene: Scene,
  submission: Submission,
): Promise<ApprovalOutcome> => writeTransaction(on, (tx) => submitWithin(tx, scene, submission))

/** The same in the caller's transaction. When it refuses, the transaction must be undone. */
export async function submitWithin(
  tx: Connection,
  scene: Scene,
  { form, record, workflow: key, version, comment }: Submission,
): Promise<ApprovalOutcome> {
  const seen = await getRecord(tx, scene, form, record)
  if (!seen.ok) return seen
  const workflow = scene.app.definition.workflows.find(
    (candidate) => candidate.key === key && candidate.form === form,
  )
  if (workflow === undefined) return refused('not-found')
  const wrong = versionProblem(version)
  if (wrong !== undefined) return { ok: false, problem: wrong }
  if (seen.record.may?.update !== true) return refused('not-allowed')
  if (seen.record.locked_by !== null) return { ok: false, problem: { code: 'already-running' } }
  const event = { type: 'submit', by: scene.actor.memberId, at: scene.now, comment } as const
  return applyAdvance(tx, scene, workflow, { id: scene.newId(), form, record, run: null }, event, version)
}

export interface Decision {
  readonly task: string
  readonly decision: 'approve' | 'reject'
  readonly comment: string
  /** Of the record as it was seen, where that is known. */
  readonly version?: number | undefined
}

/**
 * Decides a task in the caller's transaction; when it refuses, that must be undone. Of several decisions at once exactly
 * one counts; the others are told that it has been decided.
 */
export async function decideTask(
  tx: Connection,
  scene: Scene,
  { task: id, decision, comment, version }: Decision,
): Promise<ApprovalOutcome> {
  const task = isIdentity(id) ? await findTask(tx, scene, id) : undefined
  if (task === undefined) return refused('not-found')
  const stored = await lockRun(tx, scene, task.run)
  const step = stored?.run.steps.find((one) => one.step === task.step)
  // Whoever is not asked learns nothing of the task, not even that it exists.
  if (stored === undefined || step?.approvers.includes(scene.actor.memberId) !== true)
    return refused('not-found')
  const workflow = scene.app.definition.workflows.find(({ key }) => key === stored.run.workflow)
  if (workflow === undefined) return refused('not-found')
  const event = {
    type: 'decide',
    step: task.step,
    decision,
    by: scene.actor.memberId,
    at: scene.now,
    comment,
  } as const
  return applyAdvance(tx, scene, workflow, stored, event, version)
}

/** Takes a submission back; only the one who submitted may. */
export function withdrawRun(
  on: Transacting,
  scene: Scene,
  { run: id, comment }: { readonly run: string; readonly comment: string },
): Promise<ApprovalOutcome> {
  return writeTransaction(on, async (tx): Promise<ApprovalOutcome> => {
    const stored = isIdentity(id) ? await lockRun(tx, scene, id) : undefined
    if (stored === undefined) return refused('not-found')
    const seen = await getRecord(tx, scene, stored.form, stored.record)
    if (!seen.ok) return seen
    const workflow = scene.app.definition.workflows.find(({ key }) => key === stored.run.workflow)
    if (workflow === undefined) return refused('not-found')
    const event = { type: 'withdraw', by: scene.actor.memberId, at: scene.now, comment } as const
    return applyAdvance(tx, scene, workflow, stored, event)
  })
}
