import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

/** Somebody opened a public form; a ticket is good for one answer. */
export interface PublicVisit {
  readonly ticketHash: string
  readonly form: string
  readonly page: string
  readonly openedAt: string
  readonly deviceHash: string | null
  readonly usedAt: string | null
}

const table = ({ schema }: WorkspaceRef, name: '_public_visit' | '_public_file' | '_public_rate') =>
  quoteTable(schema, name)

export async function insertVisit(
  connection: Connection,
  workspace: WorkspaceRef,
  visit: Omit<PublicVisit, 'usedAt'>,
): Promise<void> {
  await connection.query({
    text: `insert into ${table(workspace, '_public_visit')} (ticket_hash, form, page, opened_at, device_hash) values ($1, $2, $3, $4, $5)`,
    values: [visit.ticketHash, visit.form, visit.page, visit.openedAt, visit.deviceHash],
  })
}

/** The visit of a ticket that was opened since then. `lock` keeps a second answer with it waiting. */
export async function findVisit(
  connection: Connection,
  workspace: WorkspaceRef,
  { ticketHash, since, lock = false }: { ticketHash: string; since: string; lock?: boolean },
): Promise<PublicVisit | undefined> {
  const [visit] = await connection.query<PublicVisit>({
    text: `select ticket_hash as "ticketHash", form, page, opened_at as "openedAt", device_hash as "deviceHash", used_at as "usedAt"
      from ${table(workspace, '_public_visit')} where ticket_hash = $1 and opened_at >= $2${lock ? ' for update' : ''}`,
    values: [ticketHash, since],
  })
  return visit
}

export async function spendVisit(
  tx: Connection,
  workspace: WorkspaceRef,
  ticketHash: string,
  now: string,
): Promise<void> {
  await tx.query({
    text: `update ${table(workspace, '_public_visit')} set used_at = $2 where ticket_hash = $1`,
    values: [ticketHash, now],
  })
}

/** Notes which visit brought a file; only that one may attach it (FI-06). */
export async function insertVisitFile(
  tx: Connection,
  workspace: WorkspaceRef,
  file: { readonly id: string; readonly ticketHash: string },
): Promise<void> {
  await tx.query({
    text: `insert into ${table(workspace, '_public_file')} (file, ticket_hash) values ($1, $2)`,
    values: [file.id, file.ticketHash],
  })
}

export async function filesOfVisit(
  connection: Connection,
  workspace: WorkspaceRef,
  ticketHash: string,
): Promise<Set<string>> {
  const rows = await connection.query<{ file: string }>({
    text: `select file from ${table(workspace, '_public_file')} where ticket_hash = $1`,
    values: [ticketHash],
  })
  return new Set(rows.map(({ file }) => file))
}

/** Counts a call of a network in its minute, over all processes; answers how many there were. */
export async function countPublicCall(
  connection: Connection,
  workspace: WorkspaceRef,
  call: { readonly networkHash: string; readonly minute: string },
): Promise<number> {
  const [row] = await connection.query<{ calls: number }>({
    text: `insert into ${table(workspace, '_public_rate')} as r (network_hash, minute, calls) values ($1, $2, 1)
      on conflict (network_hash, minute) do update set calls = r.calls + 1 returning calls`,
    values: [call.networkHash, call.minute],
  })
  return row?.calls ?? 1
}

/** Forgets tickets that are too old to be used, and counts of minutes gone by. */
export async function forgetVisits(
  connection: Connection,
  workspace: WorkspaceRef,
  before: string,
): Promise<void> {
  await connection.query({
    text: `delete from ${table(workspace, '_public_visit')} where opened_at < $1`,
    values: [before],
  })
  await connection.query({
    text: `delete from ${table(workspace, '_public_rate')} where minute < $1`,
    values: [before],
  })
}
