import type { SqlFragment } from '@pipewright/logic'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared, toStatement } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { announceBulk, announceBulkWork } from '../people/announce.ts'
import type { BulkJob, BulkRecord, BulkRecordState, BulkState, KeptProblem } from './bulk-job.ts'
import type { RecordWarnings } from '../records/outcome.ts'

const jobTable = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_bulk_job')
const recordTable = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_bulk_record')

const selected = (workspace: WorkspaceRef): string =>
  `j.id, j.form, j.action, j.state, j.total, j.done, j.refused, j.warned, j.member, j.locale, j.zone, j.undoes,
  (select u.id from ${jobTable(workspace)} u where u.undoes = j.id order by u.created_at desc limit 1) as "undoneBy",
  j.created_at as "createdAt", j.ended_at as "endedAt"`

export interface NewBulkJob {
  readonly id: string
  readonly form: string
  readonly action: BulkJob['action']
  readonly member: string
  readonly locale: 'en' | 'zh'
  readonly zone: string
  readonly now: string
  readonly undoes?: string
}

/** Begins a job that has no records yet. */
export async function beginBulkJob(tx: Connection, workspace: WorkspaceRef, job: NewBulkJob): Promise<void> {
  await tx.query({
    text: `insert into ${jobTable(workspace)} (id, form, action, state, member, locale, zone, undoes, created_at, worked_at)
      values ($1, $2, $3, 'running', $4, $5, $6, $7, $8, $8)`,
    values: [
      job.id,
      job.form,
      JSON.stringify(job.action),
      job.member,
      job.locale,
      job.zone,
      job.undoes ?? null,
      job.now,
    ],
  })
}

/** Begins a job for the records that a statement gives as `id`: from now on it is these. Answers how many there are. */
export async function insertBulkJob(
  tx: Connection,
  workspace: WorkspaceRef,
  job: NewBulkJob,
  records: SqlFragment,
): Promise<number> {
  await beginBulkJob(tx, workspace, job)
  const { text, values } = toStatement(records)
  const at = values.length
  const [counted] = await tx.query<{ total: number }>({
    text: `with chosen as (${text}), kept as (
        insert into ${recordTable(workspace)} (job, place, form, record)
        select $${at + 1}::uuid, row_number() over (order by id), $${at + 2}, id from chosen returning 1
      ), counted as (select count(*)::int as total from kept)
      update ${jobTable(workspace)} set total = (select total from counted) where id = $${at + 1}::uuid
      returning (select total from counted) as total`,
    values: [...values, job.id, job.form],
  })
  return counted?.total ?? 0
}

/** A job of this member; that of another does not exist. */
export async function findBulkJob(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, member }: { readonly id: string; readonly member: string },
): Promise<BulkJob | undefined> {
  const [job] = await connection.query<BulkJob>({
    text: `select ${selected(workspace)} from ${jobTable(workspace)} j where j.id = $1 and j.member = $2`,
    values: [id, member],
  })
  return job
}

/** What a member changed many records by, newest first. */
export async function listBulkJobs(
  connection: Connection,
  workspace: WorkspaceRef,
  member: string,
): Promise<BulkJob[]> {
  return connection.query<BulkJob>({
    text: `select ${selected(workspace)} from ${jobTable(workspace)} j where j.member = $1 order by j.created_at desc limit 100`,
    values: [member],
  })
}

/** Takes the job that waited longest for its turn, or this one; nobody else works on it until the transaction ends. */
export async function takeBulkJob(
  tx: Connection,
  workspace: WorkspaceRef,
  only?: string,
): Promise<BulkJob | undefined> {
  const [job] = await tx.query<BulkJob>({
    text: `select ${selected(workspace)} from ${jobTable(workspace)} j
      where j.state = 'running' and ($1::uuid is null or j.id = $1) order by j.worked_at limit 1 for update of j skip locked`,
    values: [only ?? null],
  })
  return job
}

/** Counts the records that were chosen for a job; answers how many there are. */
export async function countChosen(tx: Connection, workspace: WorkspaceRef, job: string): Promise<number> {
  const [row] = await tx.query<{ total: number }>({
    text: `update ${jobTable(workspace)} set total = (select count(*) from ${recordTable(workspace)} where job = $1)
      where id = $1 returning total`,
    values: [job],
  })
  return row?.total ?? 0
}

/** The records that a job changed are to be changed back, each from who has it now. */
export async function copyDone(
  tx: Connection,
  workspace: WorkspaceRef,
  { of, into, back }: { readonly of: string; readonly into: string; readonly back: string | null },
): Promise<void> {
  await tx.query({
    text: `insert into ${recordTable(workspace)} (job, place, form, record, set)
      select $2::uuid, place, form, record,
        case when $3::uuid is null then null
          else coalesce(set, '{}') || jsonb_build_object('from', coalesce(set ->> 'to', ''), 'to', $3::uuid) end
      from ${recordTable(workspace)} where job = $1 and state = 'done'`,
    values: [of, into, back],
  })
}

export interface WaitingRecord {
  readonly place: number
  readonly form: string
  readonly record: string
  readonly set: {
    readonly to: string
    readonly from?: string
    /** Of a task: its receiver had it already. */
    readonly both?: boolean
    /** Of what is followed. */
    readonly form?: string
    readonly record?: string
    /** Of a favourite. */
    readonly path?: string
  } | null
}

export async function waitingRecords(
  tx: Connection,
  workspace: WorkspaceRef,
  job: string,
  most: number,
): Promise<WaitingRecord[]> {
  return tx.query(
    prepared({
      text: `select place, form, record, set from ${recordTable(workspace)} where job = $1 and state = 'waiting' order by place limit $2`,
      values: [job, most],
    }),
  )
}

export interface WorkedRecord {
  readonly record: string
  readonly problem: KeptProblem | null
  readonly warnings: readonly RecordWarnings[] | null
}

/** Keeps what came of records and counts them, in the transaction that changed them. */
export async function keepWorked(
  tx: Connection,
  workspace: WorkspaceRef,
  job: string,
  worked: readonly WorkedRecord[],
  now: string,
): Promise<void> {
  await tx.query(
    prepared({
      text: `with given as (select * from json_to_recordset($2::json) as x(record uuid, problem jsonb, warnings jsonb)),
        kept as (
          update ${recordTable(workspace)} as r set problem = given.problem, warnings = given.warnings,
            state = case when given.problem is null then 'done' else 'refused' end
          from given where r.job = $1 and r.record = given.record and r.state = 'waiting'
          returning r.state, r.warnings
        )
        update ${jobTable(workspace)} set worked_at = $3,
          done = done + (select count(*) from kept where state = 'done'),
          refused = refused + (select count(*) from kept where state = 'refused'),
          warned = warned + (select count(*) from kept where warnings is not null)
        where id = $1`,
      values: [job, JSON.stringify(worked), now],
    }),
  )
}

/** Ends a job, or takes it up again; false when it is in another state than that. */
export async function moveBulkJob(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  { from, to, now }: { readonly from: readonly BulkState[]; readonly to: BulkState; readonly now: string },
): Promise<boolean> {
  const moved = await connection.query({
    text: `update ${jobTable(workspace)} set state = $3, worked_at = $4,
      ended_at = case when $3 = 'running' then null else $4::timestamptz end where id = $1 and state = any($2) returning id`,
    values: [id, from, to, now],
  })
  if (moved.length > 0 && to === 'running') await announceBulkWork(connection, workspace)
  if (moved.length > 0) await announceBulk(connection, workspace, id)
  return moved.length > 0
}

/** What came of the records of a job, in their order; of `state` those in that state, `warned` those with something to mind. */
export async function readBulkRecords(
  connection: Connection,
  workspace: WorkspaceRef,
  job: string,
  request: {
    readonly state?: BulkRecordState | 'warned' | undefined
    readonly after: number
    readonly most: number
  },
): Promise<BulkRecord[]> {
  const { state, after, most } = request
  const of = state === undefined ? 'true' : state === 'warned' ? 'warnings is not null' : 'state = $4'
  return connection.query({
    text: `select place, form, record, state, problem, warnings from ${recordTable(workspace)}
      where job = $1 and place > $2 and ${of} order by place limit $3`,
    values: [job, after, most, ...(state === undefined || state === 'warned' ? [] : [state])],
  })
}

/** Jobs that ended long ago, with what came of their records. */
export async function forgetBulkJobs(
  connection: Connection,
  workspace: WorkspaceRef,
  before: string,
): Promise<void> {
  await connection.query({
    text: `delete from ${jobTable(workspace)} where state <> 'running' and created_at < $1`,
    values: [before],
  })
}
