import type { Connection } from '../connection/connection.ts'
import { announceSessions } from './announce.ts'
import type { SessionPlace } from './sessions.ts'

/** A living session as its own member sees it. */
export interface OwnSession extends SessionPlace {
  readonly id: string
  readonly idHash: string
  readonly createdAt: string
  readonly lastSeen: string
}

/** Nobody signs in so often; what is more is left out. */
const most = 200

export const listSessionsOf = (connection: Connection, account: string, now: string): Promise<OwnSession[]> =>
  connection.query<OwnSession>({
    text: `select id, id_hash as "idHash", agent, address, created_at as "createdAt", last_seen as "lastSeen"
      from system.session where account = $1 and expires_at > $2 order by last_seen desc, id limit ${most}`,
    values: [account, now],
  })

/** Ends one session of an account and tells every process; false when it has none of this id. */
export async function endSessionOf(connection: Connection, account: string, id: string): Promise<boolean> {
  const ended = await connection.query({
    text: 'delete from system.session where account = $1 and id = $2 returning 1',
    values: [account, id],
  })
  if (ended.length > 0) await announceSessions(connection, account)
  return ended.length > 0
}

/** Ends every session of an account but one, and tells every process. */
export async function endOtherSessionsOf(
  connection: Connection,
  account: string,
  staying: string,
): Promise<void> {
  await connection.query({
    text: 'delete from system.session where account = $1 and id_hash <> $2',
    values: [account, staying],
  })
  await announceSessions(connection, account)
}
