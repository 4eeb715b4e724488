import {
  deleteSession,
  findSession,
  insertSession,
  prolongSession,
  type Connection,
  type Database,
  type SessionPlace,
} from '@pipewright/db'
import type { Announcements } from '../live/announcements.ts'
import { remember } from '../live/remembered.ts'
import { csrfTokenOf, hashToken, newToken } from './session-token.ts'
import type { SignedIn } from './signed-in.ts'

const lifeMs = 30 * 24 * 3600_000
/** So exactly is it known when a session was used last: not every request writes. */
const seenEveryMs = 5 * 60_000
/** AN-04: an ended session is gone within this time even where its announcement was not heard. */
const rememberedMs = 5000

export interface Sessions {
  /** Who the session of this token belongs to, which is used from here. */
  find(token: string, place: SessionPlace): Promise<SignedIn | null>
  /** Begins a session; answers its token, which only the cookie keeps. */
  begin(connection: Connection, beginning: SessionBeginning): Promise<string>
  end(session: SignedIn): Promise<void>
  /** The same session, read again after its account changed. */
  refresh(session: SignedIn): Promise<SignedIn | null>
}

export interface SessionBeginning {
  readonly account: string
  readonly place: SessionPlace
  /** When the password was given, unless that was just now. */
  readonly provenAt?: string | undefined
}

export interface SessionsNeeds {
  readonly database: Database
  readonly announcements: Announcements
  readonly clock: () => number
  readonly random: (bytes: number) => Uint8Array
}

export function createSessions({ database, announcements, clock, random }: SessionsNeeds): Sessions {
  const memory = remember<SignedIn | null>({ clock, forMs: rememberedMs, most: 10_000 })
  const iso = (ms: number) => new Date(ms).toISOString()

  async function load(idHash: string, csrf: string, place?: SessionPlace): Promise<SignedIn | null> {
    const now = clock()
    const found = await findSession(database, idHash, iso(now))
    if (found === undefined) return null
    if (place !== undefined && now - Date.parse(found.lastSeen) >= seenEveryMs)
      await prolongSession(database, idHash, { ...place, now: iso(now), expiresAt: iso(now + lifeMs) })
    const { accountId, name, email, locale, zone, provenAt } = found
    return { accountId, name, email, locale, zone, provenAt, csrf, sessionHash: idHash }
  }

  announcements.on(({ subject }) => {
    if (subject === 'session' || subject === '*') memory.forgetAll()
  })

  return {
    find(token, place) {
      const idHash = hashToken(token)
      return memory.get(idHash, () => load(idHash, csrfTokenOf(token), place))
    },
    async begin(connection, { account, place, provenAt }) {
      const token = newToken(random)
      const now = clock()
      const times = { now: iso(now), provenAt: provenAt ?? iso(now), expiresAt: iso(now + lifeMs) }
      await insertSession(connection, { idHash: hashToken(token), account, ...times, ...place })
      return token
    },
    async end({ sessionHash }) {
      await deleteSession(database, sessionHash)
      memory.forget(sessionHash)
    },
    refresh({ sessionHash, csrf }) {
      memory.forget(sessionHash)
      return memory.get(sessionHash, () => load(sessionHash, csrf))
    },
  }
}
