import type { Connection } from '../connection/connection.ts'
import { isHeld } from '../connection/held-lock.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { ExportError, ExportJob, ExportState } from './export-job.ts'

const jobs = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_export')
const chunks = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_export_chunk')

const selected = `id, form, file_name as "fileName", format, request, state, total, done, bytes, tries, error, rights,
  member, locale, zone, created_at as "createdAt", ended_at as "endedAt"`

export type NewExport = Pick<
  ExportJob,
  'id' | 'form' | 'fileName' | 'format' | 'request' | 'member' | 'locale' | 'zone'
> & { readonly now: string }

/** Begins an export unless its member has so many under way already; false then. */
export async function insertExport(
  connection: Connection,
  workspace: WorkspaceRef,
  job: NewExport,
  most: number,
): Promise<boolean> {
  const rows = await connection.query({
    text: `insert into ${jobs(workspace)} (id, form, file_name, format, request, state, member, locale, zone, created_at)
      select $1, $2, $3, $4, $5, 'running', $6, $7, $8, $9
      where (select count(*) from ${jobs(workspace)} where member = $6 and state = 'running') < $10 returning id`,
    values: [
      job.id,
      job.form,
      job.fileName,
      job.format,
      JSON.stringify(job.request),
      job.member,
      job.locale,
      job.zone,
      job.now,
      most,
    ],
  })
  return rows.length > 0
}

/** An export of this member; that of another does not exist. */
export async function findExport(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, member }: { readonly id: string; readonly member: string },
): Promise<ExportJob | undefined> {
  const [job] = await connection.query<ExportJob>({
    text: `select ${selected} from ${jobs(workspace)} where id = $1 and member = $2`,
    values: [id, member],
  })
  return job
}

export const listExports = (
  connection: Connection,
  workspace: WorkspaceRef,
  member: string,
): Promise<ExportJob[]> =>
  connection.query<ExportJob>({
    text: `select ${selected} from ${jobs(workspace)} where member = $1 and state <> 'cancelled'
      order by created_at desc, id desc limit 100`,
    values: [member],
  })

/** Exports that nobody works at: their server died, or they wait for their first turn. */
export async function abandonedExports(
  connection: Connection,
  workspace: WorkspaceRef,
): Promise<ExportJob[]> {
  const running = await connection.query<ExportJob>({
    text: `select ${selected} from ${jobs(workspace)} where state = 'running' order by created_at`,
    values: [],
  })
  const left: ExportJob[] = []
  for (const job of running) if (!(await isHeld(connection, `export ${job.id}`))) left.push(job)
  return left
}

/** Begins an export from its first row, whatever was made of it before; undefined when it is over. */
export async function beginExport(
  tx: Connection,
  workspace: WorkspaceRef,
  id: string,
): Promise<ExportJob | undefined> {
  const [job] = await tx.query<ExportJob>({
    text: `update ${jobs(workspace)} set done = 0, bytes = 0, total = null, tries = tries + 1
      where id = $1 and state = 'running' returning ${selected}`,
    values: [id],
  })
  if (job !== undefined)
    await tx.query({ text: `delete from ${chunks(workspace)} where export = $1`, values: [id] })
  return job
}

/** A server that stops in order leaves it as if it had not begun. */
export async function leaveExport(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
): Promise<void> {
  await connection.query({
    text: `update ${jobs(workspace)} set tries = tries - 1 where id = $1 and state = 'running'`,
    values: [id],
  })
}

export interface ExportPiece {
  readonly id: string
  readonly position: number
  readonly content: Uint8Array
  /** Records written so far. */
  readonly done: number
}

/** Says how many records it will have. */
export async function countExport(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, total }: { readonly id: string; readonly total: number },
): Promise<void> {
  await connection.query({
    text: `update ${jobs(workspace)} set total = $2 where id = $1 and state = 'running'`,
    values: [id, total],
  })
}

/** Keeps the next piece of the file; false when its member stopped it. */
export async function keepPiece(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, position, content, done }: ExportPiece,
): Promise<boolean> {
  const kept = await connection.query({
    text: `with going as (
        update ${jobs(workspace)} set done = $4, bytes = bytes + length($3::bytea) where id = $1 and state = 'running'
        returning id)
      insert into ${chunks(workspace)} (export, position, content) select id, $2, $3 from going returning position`,
    values: [id, position, content, done],
  })
  return kept.length > 0
}

export async function readPiece(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  position: number,
): Promise<Uint8Array | undefined> {
  const [chunk] = await connection.query<{ content: Uint8Array }>({
    text: `select content from ${chunks(workspace)} where export = $1 and position = $2`,
    values: [id, position],
  })
  return chunk?.content
}

export interface ExportEnd {
  readonly id: string
  readonly now: string
  readonly state: Exclude<ExportState, 'running' | 'cancelled'>
  readonly error?: ExportError
  readonly done?: number
  readonly rights?: string
}

/** Ends a running export; what was made of one that failed goes. False when it was over. */
export async function endExport(
  tx: Connection,
  workspace: WorkspaceRef,
  { id, now, state, error, done, rights }: ExportEnd,
): Promise<boolean> {
  const ended = await tx.query({
    text: `update ${jobs(workspace)} set state = $2, ended_at = $3, error = $4, done = coalesce($5, done),
      total = coalesce($5, total), rights = $6, bytes = case when $2 = 'done' then bytes else 0 end
      where id = $1 and state = 'running' returning id`,
    values: [id, state, now, error ?? null, done ?? null, rights ?? null],
  })
  if (ended.length > 0 && state !== 'done')
    await tx.query({ text: `delete from ${chunks(workspace)} where export = $1`, values: [id] })
  return ended.length > 0
}

/** Stops an export or throws its file away. */
export async function dropExport(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, now }: { readonly id: string; readonly now: string },
): Promise<void> {
  await connection.query({
    text: `with gone as (delete from ${chunks(workspace)} where export = $1)
      update ${jobs(workspace)} set state = 'cancelled', ended_at = $2, bytes = 0 where id = $1`,
    values: [id, now],
  })
}

/** Puts away what ended long ago, with its files. */
export async function forgetExports(
  connection: Connection,
  workspace: WorkspaceRef,
  before: string,
): Promise<void> {
  await connection.query({
    text: `delete from ${jobs(workspace)} where state <> 'running' and ended_at < $1`,
    values: [before],
  })
}
