import type { CompiledApp } from '@pipewright/compiler'
import {
  findActor,
  findApiKey,
  touchApiKey,
  type ActorRow,
  type LivingApiKey,
  type Workspace,
} from '@pipewright/db'
import { isAllowedFrom } from '../auth/allowed-networks.ts'
import { remember } from '../live/remembered.ts'
import type { MemberScene } from './member-scene.ts'
import type { ScenesNeeds } from './scenes.ts'
import { hasAdminRole, standingOf, type Standing } from './standing.ts'

/** AN-05: a key without power is refused within this time even where its announcement was not heard. */
const rememberedMs = 5000

export interface KeyScenes {
  /** The workspace as the key with this hash may see it from this address; null when the key is worth nothing there. */
  open(workspace: string, secretHash: string, address: string): Promise<MemberScene | null>
}

export interface KeyScenesNeeds extends ScenesNeeds {
  readonly workspaceOf: (key: string) => Promise<Workspace | undefined>
  readonly currentApp: (workspace: Workspace) => Promise<CompiledApp>
}

/** A key and its maker, as they were a moment ago. */
interface Holder {
  readonly key: LivingApiKey
  readonly maker: ActorRow
}

/** The roles of the key that its maker could use now: an administrator all of them, everybody else those held. */
function rolesInForce(app: CompiledApp, { key, maker }: Holder): readonly string[] {
  return hasAdminRole(app, maker.roles) ? key.roles : key.roles.filter((role) => maker.roles.includes(role))
}

export function createKeyScenes({
  database,
  announcements,
  clock,
  newId,
  workspaceOf,
  currentApp,
}: KeyScenesNeeds): KeyScenes {
  const holders = remember<Holder | undefined>({ clock, forMs: rememberedMs, most: 10_000 })
  const standings = new WeakMap<Holder, Standing>()
  const now = () => new Date(clock()).toISOString()

  announcements.on(({ subject, what }) => {
    if (subject === '*' || what === 'members') holders.forgetAll()
  })

  async function load(workspace: Workspace, secretHash: string): Promise<Holder | undefined> {
    const key = await findApiKey(database, workspace, secretHash)
    const maker = key && (await findActor(database, workspace, key.account, now()))
    if (key === undefined || maker === undefined) return undefined
    await touchApiKey(database, workspace, { id: key.id, now: now() })
    return { key, maker }
  }

  function standing(app: CompiledApp, holder: Holder, { calendar }: Workspace): Standing {
    const known = standings.get(holder)
    if (known?.app === app && known.actor.calendar === calendar) return known
    const reader = { ...holder.key, calendar }
    const made = standingOf(app, { ...holder.maker, roles: rolesInForce(app, holder) }, reader)
    standings.set(holder, made)
    return made
  }

  return {
    async open(workspaceKey, secretHash, address) {
      const workspace = await workspaceOf(workspaceKey)
      if (workspace === undefined) return null
      const memory = `${workspace.schema} ${secretHash}`
      const holder = await holders.get(memory, () => load(workspace, secretHash))
      if (holder === undefined) {
        // Guesses do not push out what is worth remembering.
        holders.forget(memory)
        return null
      }
      const { key, maker } = holder
      if (key.expiresAt !== null && Date.parse(key.expiresAt) <= clock()) return null
      if (!isAllowedFrom(key.networks, address)) return null
      const app = await currentApp(workspace)
      const cause = { type: 'api', id: key.id } as const
      return {
        workspace,
        memberName: maker.name,
        ...standing(app, holder, workspace),
        cause,
        now: now(),
        newId,
      }
    },
  }
}
