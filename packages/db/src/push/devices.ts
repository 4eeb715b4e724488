import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

export interface PushDevice {
  readonly id: string
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
  /** The public key of the installation that it was registered under. */
  readonly serverKey: string
  /** Where a push service can complain to. */
  readonly contact: string
  readonly name: string
  readonly createdAt: string
  readonly sentAt: string | null
}

const tableOf = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_push_device')

export const deviceColumns = `d.id, d.endpoint, d.p256dh, d.auth, d.server_key as "serverKey", d.contact, d.name,
  d.created_at as "createdAt", d.sent_at as "sentAt"`

export const listDevices = (
  connection: Connection,
  workspace: WorkspaceRef,
  member: string,
): Promise<PushDevice[]> =>
  connection.query<PushDevice>({
    text: `select ${deviceColumns} from ${tableOf(workspace)} d where d.member = $1 order by d.created_at, d.id`,
    values: [member],
  })

/** A browser is one device: who registers it has it, and nobody else any more. */
export async function addDevice(
  connection: Connection,
  workspace: WorkspaceRef,
  device: Omit<PushDevice, 'sentAt'> & { readonly member: string },
): Promise<void> {
  const { id, member, endpoint, p256dh, auth, serverKey, contact, name, createdAt } = device
  await connection.query({
    text: `insert into ${tableOf(workspace)} (id, member, endpoint, p256dh, auth, server_key, contact, name, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict (endpoint) do update set p256dh = excluded.p256dh, auth = excluded.auth,
        server_key = excluded.server_key, contact = excluded.contact, name = excluded.name, member = excluded.member`,
    values: [id, member, endpoint, p256dh, auth, serverKey, contact, name, createdAt],
  })
}

/** False when it is none of the member's. */
export async function removeDevice(
  connection: Connection,
  workspace: WorkspaceRef,
  member: string,
  id: string,
): Promise<boolean> {
  const rows = await connection.query({
    text: `delete from ${tableOf(workspace)} where id = $1 and member = $2 returning 1`,
    values: [id, member],
  })
  return rows.length > 0
}

/** A device that is gone: its service knows it no more, or it was registered under another key of the installation. */
export async function dropDevice(connection: Connection, workspace: WorkspaceRef, id: string): Promise<void> {
  await connection.query({ text: `delete from ${tableOf(workspace)} where id = $1`, values: [id] })
}

export async function deviceTold(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  now: string,
): Promise<void> {
  await connection.query({
    text: `update ${tableOf(workspace)} set sent_at = $2 where id = $1`,
    values: [id, now],
  })
}
