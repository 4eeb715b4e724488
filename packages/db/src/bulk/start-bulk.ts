import { planSelection, type Narrowing } from '@pipewright/compiler'
import type { Transacting } from '../connection/connection.ts'
import { announceBulkWork } from '../people/announce.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import { readSceneOf, type Scene } from '../records/scene.ts'
import { fewRecords, type BulkAction } from './bulk-job.ts'
import { insertBulkJob } from './bulk-store.ts'
import { planBulk } from './change-record.ts'

export interface BulkStart {
  readonly form: string
  readonly action: BulkAction
  readonly selection: Narrowing
}

/** Fixing very many records takes a while. */
const patientMs = 300_000

/** Begins a job; which records it means is fixed here, as far as the actor may see them. */
export async function startBulkJob(
  on: Transacting,
  scene: Scene,
  { form, action, selection }: BulkStart,
): Promise<Outcome<{ readonly id: string; readonly total: number }>> {
  const planned = planBulk(scene, form, action)
  if (!planned.ok) return planned
  const chosen = planSelection(readSceneOf(scene), form, selection)
  if (!chosen.ok) return chosen
  const id = scene.newId()
  const { memberId: member, locale, zone } = scene.actor
  const job = { id, form, action, member, locale, zone, now: scene.now }
  const total = await on.transaction(
    async (tx) => {
      const counted = await insertBulkJob(tx, scene.workspace, job, chosen.statement)
      if (counted > fewRecords) await announceBulkWork(tx, scene.workspace)
      return counted
    },
    { statementTimeoutMs: patientMs },
  )
  return total === 0 ? refused('not-found') : { ok: true, id, total }
}
