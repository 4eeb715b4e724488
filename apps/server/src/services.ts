import type { AppOptions, Backups, Limits } from './app-options.ts'
import { defaultLimits } from './app-options.ts'
import { createSessions, type Sessions } from './auth/sessions.ts'
import { createSignInDelay, type SignInDelay } from './auth/sign-in-delay.ts'
import { sessionCookie, type SessionCookie } from './auth/session-cookie.ts'
import type { Outgoing } from './outgoing/outgoing.ts'
import { listenForAnnouncements, type Announcements } from './live/announcements.ts'
import { hearPresence, type Presence } from './live/presence.ts'
import { createScenes, type Scenes } from './scene/scenes.ts'
import { readTemplates, type ReadTemplate } from './templates/read-template.ts'

/** What resources work with, made once per app. */
export interface Services extends Pick<
  AppOptions,
  'database' | 'clock' | 'newId' | 'random' | 'secret' | 'mapTiles'
> {
  readonly announcements: Announcements
  readonly presence: Presence
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  readonly delay: SignInDelay
  readonly scenes: Scenes
  readonly limits: Limits
  readonly outgoing: Outgoing
  readonly backups: Backups
  /** Where people reach us, when that was set. */
  readonly publicUrl: string | undefined
  /** The templates that came with the program, by key. */
  readonly templates: () => Promise<ReadonlyMap<string, ReadTemplate>>
  /** Now, as an ISO instant. */
  readonly now: () => string
}

export async function createServices(options: AppOptions): Promise<Services> {
  const { database, clock, newId, random, secret, templatesFolder } = options
  const announcements = await listenForAnnouncements(database)
  let templates: Promise<ReadonlyMap<string, ReadTemplate>> | undefined
  const now = () => new Date(clock()).toISOString()
  return {
    database,
    clock,
    newId,
    random,
    secret,
    mapTiles: options.mapTiles,
    announcements,
    presence: hearPresence(announcements, clock),
    sessions: createSessions({ database, announcements, clock, random }),
    cookie: sessionCookie(options.cookieSecure),
    delay: createSignInDelay({ database, clock }),
    scenes: createScenes({ database, announcements, clock, newId }),
    publicUrl: options.origins[0],
    limits: { ...defaultLimits, ...options.limits },
    backups: options.backups ?? 'elsewhere',
    outgoing: { networks: options.outgoingNetworks ?? [] },
    templates: () => (templates ??= readTemplates(templatesFolder)),
    now,
  }
}
