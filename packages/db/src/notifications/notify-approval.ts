import type { Run } from '@pipewright/workflow'
import type { StoredRun } from '../approvals/run-rows.ts'
import type { Connection } from '../connection/connection.ts'
import type { Scene } from '../records/scene.ts'
import { notify, settleNotifications } from './notify.ts'

const waitingStep = (run: Run | null) => run?.steps.find(({ state }) => state === 'waiting')

/** Tells who is asked next, and at the end who asked; nobody is told any more to decide what is decided. */
export async function notifyApproval(
  tx: Connection,
  scene: Scene,
  { form, record, run }: StoredRun,
  before: Run | null,
): Promise<void> {
  const waiting = waitingStep(run)
  if (before !== null) await settleNotifications(tx, scene, { kind: 'approvalWaiting', record })
  if (waiting !== undefined)
    await notify(tx, scene, {
      kind: 'approvalWaiting',
      members: waiting.approvers,
      form,
      record,
      // Who asked is the one to be named, whoever decided the step before.
      actor: run.startedBy,
    })
  if (run.state !== 'approved' && run.state !== 'rejected') return
  const params = { decision: run.state }
  await notify(tx, scene, { kind: 'approvalDecided', members: [run.startedBy], form, record, params })
}
