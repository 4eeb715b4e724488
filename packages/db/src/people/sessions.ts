import type { Connection } from '../connection/connection.ts'
import { announceSessions } from './announce.ts'

/** A living session with the account it belongs to. */
export interface StoredSession {
  readonly idHash: string
  readonly lastSeen: string
  /** When whoever uses it last gave the password. */
  readonly provenAt: string
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly locale: 'en' | 'zh'
  readonly zone: string
}

/** By which device a session is used, as it calls itself, and from which address. */
export interface SessionPlace {
  readonly agent: string
  readonly address: string
}

export interface NewSession extends SessionPlace {
  readonly idHash: string
  readonly account: string
  readonly now: string
  readonly provenAt: string
  readonly expiresAt: string
}

export async function insertSession(connection: Connection, session: NewSession): Promise<void> {
  await connection.query({
    text: `insert into system.session (id_hash, account, created_at, last_seen, expires_at, agent, address, proven_at)
      values ($1, $2, $3, $3, $4, $5, $6, $7)`,
    values: [
      session.idHash,
      session.account,
      session.now,
      session.expiresAt,
      session.agent,
      session.address,
      session.provenAt,
    ],
  })
}

export async function findSession(
  connection: Connection,
  idHash: string,
  now: string,
): Promise<StoredSession | undefined> {
  const [session] = await connection.query<StoredSession>({
    name: 'find_session',
    text: `select id_hash as "idHash", last_seen as "lastSeen", coalesce(proven_at, session.created_at) as "provenAt",
      account as "accountId", name, email, locale, zone
      from system.session join system.account on account.id = session.account
      where id_hash = $1 and expires_at > $2 and not disabled`,
    values: [idHash, now],
  })
  return session
}

/** Lets a session that is used live on, and notes from where. */
export async function prolongSession(
  connection: Connection,
  idHash: string,
  seen: SessionPlace & { readonly now: string; readonly expiresAt: string },
): Promise<void> {
  await connection.query({
    text: 'update system.session set last_seen = $2, expires_at = $3, agent = $4, address = $5 where id_hash = $1',
    values: [idHash, seen.now, seen.expiresAt, seen.agent, seen.address],
  })
}

/** Whoever uses a session gave the password again; every process is told. */
export async function proveSession(
  connection: Connection,
  { idHash, account, now }: { readonly idHash: string; readonly account: string; readonly now: string },
): Promise<void> {
  await connection.query({
    text: 'update system.session set proven_at = $2 where id_hash = $1',
    values: [idHash, now],
  })
  await announceSessions(connection, account)
}

export async function deleteSession(connection: Connection, idHash: string): Promise<void> {
  const [ended] = await connection.query<{ account: string }>({
    text: 'delete from system.session where id_hash = $1 returning account',
    values: [idHash],
  })
  if (ended !== undefined) await announceSessions(connection, ended.account)
}

/** Ends every session of an account and tells every process. */
export async function deleteSessionsOf(connection: Connection, account: string): Promise<void> {
  await connection.query({ text: 'delete from system.session where account = $1', values: [account] })
  await announceSessions(connection, account)
}

/** Ends every session there is; for a start, before anybody could use one. */
export async function deleteAllSessions(connection: Connection): Promise<void> {
  await connection.query({ text: 'delete from system.session', values: [] })
}

export async function deleteExpiredSessions(connection: Connection, now: string): Promise<void> {
  await connection.query({ text: 'delete from system.session where expires_at <= $1', values: [now] })
}
