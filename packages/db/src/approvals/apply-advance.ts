import { evaluate, evaluateCondition } from '@pipewright/logic'
import type { Workflow } from '@pipewright/schemas'
import { advance, type Run, type RunEvent, type RunRefusal } from '@pipewright/workflow'
import { expressedValue, type RecordAnswer } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { announceTasks } from '../people/announce.ts'
import { getRecord } from '../records/get-record.ts'
import type { Outcome } from '../records/outcome.ts'
import { contextOf, type Scene } from '../records/scene.ts'
import { changeRecord } from '../records/update-record.ts'
import { notifyApproval } from '../notifications/notify-approval.ts'
import { findApprovers } from './approvers.ts'
import { saveRun, type StoredRun } from './run-rows.ts'

export type ApprovalOutcome =
  | Outcome<{ readonly run: StoredRun }>
  | {
      readonly ok: false
      readonly problem: {
        readonly code: RunRefusal['code']
        readonly params?: Readonly<Record<string, string>>
      }
    }

/** The same moment with the rights of the system: an approval reads and sets whatever its definition names. */
const asSystem = (scene: Scene): Scene => ({
  ...scene,
  rights: scene.app.rights({ ...scene.actor, admin: true }),
})

interface Step {
  readonly id: string
  readonly form: string
  readonly record: string
  readonly run: Run | null
}

/** The record with all its values, as conditions and assignments of the workflow read them. */
function dataOf({
  values,
  owner,
  department,
  created_at,
  updated_at,
}: RecordAnswer): Record<string, unknown> {
  return { ...values, owner, department, created_at, updated_at }
}

/**
 * Takes an approval one event further in the caller's transaction: the run, its tasks, the lock and the values it sets.
 * `version` is what the person saw, where it matters.
 */
export async function applyAdvance(
  tx: Connection,
  scene: Scene,
  workflow: Workflow,
  step: Step,
  event: RunEvent,
  version?: unknown,
): Promise<ApprovalOutcome> {
  const system = asSystem(scene)
  const found = await getRecord(tx, system, step.form, step.record)
  if (!found.ok) return found
  const context = contextOf(scene)
  const data = dataOf(found.record)
  const next = advance(workflow, step.run, event, {
    holds: (condition) => evaluateCondition(condition, data, context),
    approversOf: await findApprovers(tx, scene.workspace, workflow, found.record.owner),
  })
  if (!next.ok) {
    const { code, ...params } = next.refusal
    return { ok: false, problem: { code, params } }
  }
  const assigned = next.effects.flatMap((effect) =>
    effect.type === 'setValues' ? Object.entries(effect.values) : [],
  )
  const fields = scene.app.form(step.form)?.fields
  const values = Object.fromEntries(
    assigned.map(([key, value]) => {
      const field = fields?.get(key)
      return [key, field ? expressedValue(field, value, data, context) : evaluate(value, data, context)]
    }),
  )
  const cause = {
    type: 'workflow',
    id: step.id,
    ...(event.comment === '' ? {} : { comment: event.comment }),
  } as const
  const kind = event.type === 'decide' ? event.decision : event.type
  const lockedBy = next.run.state === 'open' ? step.id : null
  const change = { values, ...(version === undefined ? {} : { version }) }
  // The record is written first: its lock and version decide between two submissions at once.
  const written = await changeRecord(tx, system, step.form, step.record, change, cause, {
    privileged: true,
    kind,
    lockedBy,
  })
  if (!written.ok) return written
  const stored = { id: step.id, form: step.form, record: step.record, run: next.run }
  await saveRun(tx, scene, stored)
  await notifyApproval(tx, scene, stored, step.run)
  await announceTasks(tx, scene.workspace)
  return { ok: true, run: stored }
}
