import { planBinSelection, type BinNarrowing } from '@pipewright/compiler'
import { beginBulkJob, countChosen } from '../bulk/bulk-store.ts'
import { fewRecords } from '../bulk/bulk-job.ts'
import { planBulk } from '../bulk/change-record.ts'
import { mostTried, tryOne, type Tried } from '../bulk/preview-bulk.ts'
import type { Transacting } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { toStatement } from '../connection/statement.ts'
import { announceBulkWork } from '../people/announce.ts'
import { refused, type Cause, type Outcome } from '../records/outcome.ts'
import { readSceneOf, type Scene } from '../records/scene.ts'
import { writeTransaction } from '../records/write-transaction.ts'

export interface BinWork {
  readonly action: 'restore' | 'purge'
  readonly narrowing: BinNarrowing
  /** How many somebody looked at before they were to be deleted for good. */
  readonly expected?: number | undefined
}

/** Fixing very many records takes a while. */
const patientMs = 300_000

const meantBy = ({ action, narrowing }: BinWork): BinNarrowing =>
  action === 'purge' ? { ...narrowing, purge: true } : narrowing

/** Begins to take records of any forms back, or to delete them for good; which ones it means is fixed here. */
export async function startBinJob(
  on: Transacting,
  scene: Scene,
  work: BinWork,
): Promise<Outcome<{ readonly id: string; readonly total: number }>> {
  const selection = planBinSelection(readSceneOf(scene), meantBy(work))
  if (selection === undefined) return refused('not-found')
  const { text, values } = toStatement(selection)
  const id = scene.newId()
  const { memberId: member, locale, zone } = scene.actor
  return writeTransaction(on, async (tx) => {
    await tx.query({ text: `set local statement_timeout = ${patientMs}`, values: [] })
    const job = { id, form: '', action: { type: work.action }, member, locale, zone, now: scene.now }
    await beginBulkJob(tx, scene.workspace, job)
    await tx.query({
      text: `insert into ${quoteTable(scene.workspace.schema, '_bulk_record')} (job, place, form, record)
        select $${values.length + 1}::uuid, row_number() over (order by at desc, id desc), form, id from (${text}) as meant`,
      values: [...values, id],
    })
    const total = await countChosen(tx, scene.workspace, id)
    if (total === 0) return refused('not-found')
    if (work.expected !== undefined && work.expected !== total)
      return refused('invalid', {
        errors: [{ pointer: '/expected', code: 'not-so-many', params: { count: total } }],
      })
    if (total > fewRecords) await announceBulkWork(tx, scene.workspace)
    return { ok: true as const, id, total }
  })
}

/** A record that would come back, with its form. */
export interface BinTried extends Tried {
  readonly form: string
}

/** Takes the first of them back and undoes it, so that what is shown is what would happen. */
export async function previewRestore(
  on: Transacting,
  scene: Scene,
  narrowing: BinNarrowing,
): Promise<readonly BinTried[]> {
  const selection = planBinSelection(readSceneOf(scene), narrowing)
  if (selection === undefined) return []
  const { text, values } = toStatement(selection)
  const cause: Cause = { type: 'bulk', id: scene.newId() }
  const outcome = await writeTransaction(on, async (tx) => {
    const meant = await tx.query<{ form: string; id: string }>({
      text: `select form, id from (${text}) as meant order by at desc, id desc limit ${mostTried}`,
      values,
    })
    const rows: BinTried[] = []
    for (const { form, id } of meant) {
      const planned = planBulk(scene, form, { type: 'restore' })
      const tried = planned.ok ? await tryOne(tx, scene, planned.bulk, id, cause) : undefined
      if (tried !== undefined) rows.push({ ...tried, form })
    }
    // Never ok, so that nothing stays.
    return { ok: false, rows }
  })
  return outcome.rows
}
