import type { Connection, Database } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { notify } from '../notifications/notify.ts'
import { announceBulk } from '../people/announce.ts'
import { refused, type Cause } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import type { BulkJob, KeptProblem } from './bulk-job.ts'
import {
  keepWorked,
  moveBulkJob,
  takeBulkJob,
  waitingRecords,
  type WaitingRecord,
  type WorkedRecord,
} from './bulk-store.ts'
import { changeForBulk, planBulk, readForBulk, type Change } from './change-record.ts'
import { handOverOne } from './hand-over.ts'

/** So many records at most are changed in one transaction, and no more are begun after so long. */
const mostAtOnce = 50
const longEnoughMs = 400

export interface BulkHost {
  /** What the member who began the job may do at this moment; undefined when that is no active member any more. */
  sceneOf(job: BulkJob): Promise<Scene | undefined>
  /** Milliseconds that only go forward. */
  readonly clock: () => number
  readonly now: () => string
}

interface Turn {
  readonly tx: Connection
  readonly workspace: WorkspaceRef
  readonly scene: Scene
  readonly job: BulkJob
}

/** How one record is changed. */
type ChangeRow = (row: WaitingRecord) => Promise<Change>

/** What is done to each of these records; those of a form are refused when it cannot be done there any more. */
async function changerFor({ tx, scene, job }: Turn, rows: readonly WaitingRecord[]): Promise<ChangeRow> {
  const { action } = job
  if (action.type === 'handOver') return (row) => handOverOne(tx, scene, { ...job, action }, row)
  const cause: Cause = { type: 'bulk', id: job.id }
  const changers = new Map<string, ChangeRow>()
  for (const [form, own] of Map.groupBy(rows, (row) => row.form)) {
    const planned = planBulk(scene, form, action)
    if (!planned.ok) {
      changers.set(form, () => Promise.resolve(planned))
      continue
    }
    const { bulk } = planned
    const ids = own.map(({ record }) => record)
    const read = await readForBulk(tx, bulk, ids)
    changers.set(form, ({ record }) => changeForBulk(tx, scene, bulk, read.get(record), cause))
  }
  return (row) => changers.get(row.form)?.(row) ?? Promise.resolve(refused('not-found'))
}

const kept = ({ code, errors, params }: KeptProblem): KeptProblem => ({
  code,
  ...(errors === undefined ? {} : { errors }),
  ...(params === undefined ? {} : { params }),
})

/** Takes the next records; false when there is none. What came along with another is done already. */
async function workOn(at: Turn, host: BulkHost, most: number): Promise<boolean> {
  const { tx, workspace, job } = at
  const rows = await waitingRecords(tx, workspace, job.id, most)
  if (rows.length === 0) return false
  const worked = new Map<string, WorkedRecord>()
  const note = (record: string, rest: Partial<WorkedRecord> = {}) =>
    worked.set(record, { record, problem: null, warnings: null, ...rest })
  const began = host.clock()
  const changeOne = await changerFor(at, rows)
  for (const row of rows) {
    if (worked.has(row.record)) continue
    if (host.clock() - began > longEnoughMs) break
    const change = await changeOne(row)
    if (!change.ok) {
      note(row.record, { problem: kept(change.problem) })
      continue
    }
    note(row.record, { warnings: change.warnings.length === 0 ? null : change.warnings })
    for (const other of change.along) note(other)
  }
  await keepWorked(tx, workspace, job.id, [...worked.values()], host.now())
  return true
}

type Turned = { readonly job: string; readonly goesOn: boolean } | undefined

async function turn(
  database: Database,
  workspace: WorkspaceRef,
  host: BulkHost,
  { only, most }: { readonly only: string | undefined; readonly most: number },
): Promise<Turned> {
  return database.transaction(async (tx) => {
    const job = await takeBulkJob(tx, workspace, only)
    if (job === undefined) return undefined
    const scene = await host.sceneOf(job)
    const end = async (to: 'done' | 'failed') => {
      await moveBulkJob(tx, workspace, job.id, { from: ['running'], to, now: host.now() })
      return { job: job.id, goesOn: false }
    }
    await announceBulk(tx, workspace, job.id)
    if (scene === undefined) return end('failed')
    const isWorked = await workOn({ tx, workspace, scene, job }, host, most)
    const left = isWorked && (await waitingRecords(tx, workspace, job.id, 1)).length > 0
    if (left) return { job: job.id, goesOn: true }
    await notify(tx, scene, {
      kind: 'bulkReady',
      members: [job.member],
      actor: null,
      form: job.form,
      topic: job.id,
      params: { rows: job.total },
    })
    return end('done')
  })
}

/** A record over which the server itself stumbles is put aside, so that the others are not held up by it. */
async function putAside(
  database: Database,
  workspace: WorkspaceRef,
  host: BulkHost,
  only: string | undefined,
) {
  await database.transaction(async (tx) => {
    const job = await takeBulkJob(tx, workspace, only)
    if (job === undefined) return
    const [first] = await waitingRecords(tx, workspace, job.id, 1)
    if (first === undefined) return
    const worked = [{ record: first.record, problem: { code: 'internal' as const }, warnings: null }]
    await keepWorked(tx, workspace, job.id, worked, host.now())
  })
}

export interface BulkWork {
  /** Works on this job alone. */
  readonly only?: string
  readonly isStopping: () => boolean
  /** Comes back to others after so long. */
  readonly forMs?: number
  /** Told of what the server stumbled over. */
  readonly onError: (error: unknown) => void
}

/**
 * Works off what waits, a few records in a transaction, the jobs in turn; true when something is left. What a killed
 * server had begun is undone by the database, and another takes it up from there.
 */
export async function workBulkJobs(
  database: Database,
  workspace: WorkspaceRef,
  host: BulkHost,
  { only, isStopping, forMs = Infinity, onError }: BulkWork,
): Promise<boolean> {
  const began = host.clock()
  let most = mostAtOnce
  while (!isStopping()) {
    try {
      const turned = await turn(database, workspace, host, { only, most })
      if (turned === undefined || (only !== undefined && !turned.goesOn)) return false
      most = mostAtOnce
    } catch (error) {
      onError(error)
      if (most === 1) await putAside(database, workspace, host, only)
      most = most === 1 ? mostAtOnce : 1
    }
    if (host.clock() - began > forMs) return true
  }
  return true
}
