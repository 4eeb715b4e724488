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

/**
 * Whether device `d` is still told: only as long as the session lives in which it was registered, however that ends, and only
 * what that account may know. The moment is a parameter.
 */
export const isSignedIn = ({ schema }: WorkspaceRef, now: `$${number}`): string =>
  `exists (select from system.session s join ${quoteTable(schema, '_member')} m on m.account = s.account and m.active
    where s.id_hash = d.session and s.expires_at > ${now} and m.id = d.member)`

export const listDevices = (
  connection: Connection,
  workspace: WorkspaceRef,
  { member, now }: { readonly member: string; readonly now: string },
): Promise<PushDevice[]> =>
  connection.query<PushDevice>({
    text: `select ${deviceColumns} from ${tableOf(workspace)} d where d.member = $1 and ${isSignedIn(workspace, '$2')}
      order by d.created_at, d.id`,
    values: [member, now],
  })

export interface NewDevice extends Omit<PushDevice, 'sentAt'> {
  readonly member: string
  /** The hash of the session that it ends with. */
  readonly session: string
}

/** A browser is one device: who registers it has it, and nobody else any more. */
export async function addDevice(
  connection: Connection,
  workspace: WorkspaceRef,
  device: NewDevice,
): Promise<void> {
  const { id, member, session, endpoint, p256dh, auth, serverKey, contact, name, createdAt } = device
  await connection.query({
    text: `insert into ${tableOf(workspace)} (id, member, endpoint, p256dh, auth, server_key, contact, name, created_at, session)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      on conflict (endpoint) do update set p256dh = excluded.p256dh, auth = excluded.auth,
        server_key = excluded.server_key, contact = excluded.contact, name = excluded.name, member = excluded.member,
        session = excluded.session`,
    values: [id, member, endpoint, p256dh, auth, serverKey, contact, name, createdAt, session],
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

/** Devices whose session has ended go, with what waits for them: nothing was sent to them since. */
export async function dropSignedOut(
  connection: Connection,
  workspace: WorkspaceRef,
  now: string,
): Promise<void> {
  await connection.query({
    text: `delete from ${tableOf(workspace)} d where not ${isSignedIn(workspace, '$1')}`,
    values: [now],
  })
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
