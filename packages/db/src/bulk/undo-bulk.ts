import type { Transacting } from '../connection/connection.ts'
import { announceBulkWork } from '../people/announce.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { writeTransaction } from '../records/write-transaction.ts'
import { fewRecords, type BulkAction, type BulkJob, type HandOverAction } from './bulk-job.ts'
import { beginBulkJob, copyDone, countChosen } from './bulk-store.ts'

/** What takes a change of many back; undefined where nothing does. */
function contraryOf(action: BulkJob['action']): BulkAction | HandOverAction | undefined {
  if (action.type === 'delete') return { type: 'restore' }
  if (action.type === 'restore') return { type: 'delete' }
  return action.type === 'handOver' ? action : undefined
}

/** Whether a change of many records can be taken back as one. */
export const canBeUndone = ({ action, state, done, undoneBy }: BulkJob): boolean =>
  contraryOf(action) !== undefined && state !== 'running' && done > 0 && undoneBy === null

/** Begins a job that takes another one back, over the records that it changed. */
export async function undoBulkJob(
  on: Transacting,
  scene: Scene,
  job: BulkJob,
): Promise<Outcome<{ readonly id: string }>> {
  const action = contraryOf(job.action)
  if (action === undefined || !canBeUndone(job)) return refused('not-allowed')
  const id = scene.newId()
  const { memberId: member, locale, zone } = scene.actor
  const back = job.action.type === 'handOver' ? job.action.from : null
  return writeTransaction(on, async (tx) => {
    const begun = { id, form: job.form, action, member, locale, zone, now: scene.now, undoes: job.id }
    await beginBulkJob(tx, scene.workspace, begun)
    await copyDone(tx, scene.workspace, { of: job.id, into: id, back })
    const total = await countChosen(tx, scene.workspace, id)
    if (total === 0) return refused('not-found')
    if (total > fewRecords) await announceBulkWork(tx, scene.workspace)
    return { ok: true as const, id }
  })
}
