import { calendarKey } from '@pipewright/logic'
import type { CompiledApp } from '@pipewright/compiler'
import {
  currentRevision,
  findActor,
  findWorkspace,
  type ActorRow,
  type Database,
  type Workspace,
  type WorkspaceRef,
} from '@pipewright/db'
import type { SignedIn } from '../auth/signed-in.ts'
import type { Announcements } from '../live/announcements.ts'
import { remember } from '../live/remembered.ts'
import { createCurrentApp } from './current-app.ts'
import { createKeyScenes, type KeyScenes } from './key-scenes.ts'
import type { MemberScene } from './member-scene.ts'
import { standingOf, type Standing } from './standing.ts'

/** AZ-11: a change of rights counts within this time even where its announcement was not heard. */
const rememberedMs = 5000
const person = { type: 'person' } as const

export interface Scenes {
  /** The workspace as this account may see it; null when there is none or the account is no active member. */
  open(workspace: string, session: SignedIn): Promise<MemberScene | null>
  /** The same for programs, by their keys. */
  readonly keys: KeyScenes
  /** The published revision, compiled. */
  currentApp(workspace: WorkspaceRef): Promise<CompiledApp>
  /** Whether another revision is in force than somebody works by; it is what is worked by from then on. */
  hasMovedOn(workspace: WorkspaceRef, revision: number): Promise<boolean>
}

export interface ScenesNeeds {
  readonly database: Database
  readonly announcements: Announcements
  readonly clock: () => number
  readonly newId: () => string
}

/** Rights are compiled once per revision and remembered actor. */
function createStandings() {
  const known = new WeakMap<ActorRow, Map<string, Standing>>()
  return (app: CompiledApp, row: ActorRow, session: SignedIn & Pick<Workspace, 'calendar'>): Standing => {
    const of = known.get(row) ?? new Map<string, Standing>()
    known.set(row, of)
    const key = `${session.locale} ${session.zone} ${calendarKey(session.calendar)}`
    const found = of.get(key)
    if (found !== undefined && found.app === app) return found
    const standing = standingOf(app, row, session)
    of.set(key, standing)
    return standing
  }
}

export function createScenes({ database, announcements, clock, newId }: ScenesNeeds): Scenes {
  const workspaces = remember<Workspace | undefined>({ clock, forMs: rememberedMs, most: 1000 })
  const actors = remember<ActorRow | undefined>({ clock, forMs: rememberedMs, most: 10_000 })
  const apps = createCurrentApp(database, announcements, clock)
  const currentApp = apps.of
  const standing = createStandings()

  announcements.on(({ subject, what }) => {
    if (subject === '*' || what === 'settings') workspaces.forgetAll()
    if (subject === '*' || what === 'members') actors.forgetAll()
  })

  async function workspaceOf(key: string): Promise<Workspace | undefined> {
    const workspace = await workspaces.get(key, () => findWorkspace(database, key))
    if (workspace === undefined) workspaces.forget(key)
    return workspace
  }

  return {
    currentApp,
    async hasMovedOn(workspace, revision) {
      if ((await currentRevision(database, workspace)) === revision) return false
      apps.forget(workspace)
      return true
    },
    keys: createKeyScenes({ database, announcements, clock, newId, workspaceOf, currentApp }),
    async open(key, session) {
      const workspace = await workspaceOf(key)
      if (workspace === undefined) return null
      const [row, app] = await Promise.all([
        actors.get(`${workspace.schema} ${session.accountId}`, () =>
          findActor(database, workspace, session.accountId, new Date(clock()).toISOString()),
        ),
        currentApp(workspace),
      ])
      if (row === undefined) return null
      const now = new Date(clock()).toISOString()
      const { calendar } = workspace
      const own = standing(app, row, { ...session, calendar })
      return { workspace, memberName: row.name, ...own, cause: person, now, newId }
    },
  }
}
