import { openRateWork, settleRates, type RateWork, type Scene, type Workspace } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'
import { everyWorkspace } from '../../live/every-workspace.ts'

/**
 * The system calculates, in the name of whoever changed the rates, and also of one who has left or may do less since. The day of
 * her zone is not needed, as amounts keep theirs.
 */
async function sceneOf(
  { scenes, now, newId }: Services,
  workspace: Workspace,
  work: RateWork,
): Promise<Scene> {
  const app = await scenes.currentApp(workspace)
  const { locale, zone } = workspace
  const nobody = { departmentId: null, departmentTree: [], team: [], roles: [], admin: true }
  const actor = { ...nobody, memberId: work.member, zone, locale }
  return { workspace, app, actor, rights: app.rights(actor), now: now(), newId }
}

export interface RateJobs {
  /** Goes to work on what is open in a workspace, one process and one workspace at a time. */
  start(workspace: Workspace): void
}

/** Brings amounts up to date after rates changed; what a server that died left open is taken up at the next start. */
export function rateJobs(app: FastifyInstance, services: Services): RateJobs {
  const { database } = services
  let isStopping = false
  let last: Promise<void> = Promise.resolve()

  async function settle(workspace: Workspace): Promise<void> {
    for (const work of await openRateWork(database, workspace)) {
      const scene = await sceneOf(services, workspace, work)
      const host = { cause: { type: 'person' as const }, isStopping: () => isStopping }
      await settleRates(database, scene, work, host)
    }
  }

  const start = (workspace: Workspace): void => {
    last = last
      .then(() => (isStopping ? undefined : settle(workspace)))
      .catch((error: unknown) => app.log.error({ err: error }, 'amounts do not follow their rates yet'))
  }
  app.addHook('onReady', () => everyWorkspace(database, async (workspace) => start(workspace)))
  app.addHook('onClose', async () => {
    isStopping = true
    await last
  })
  return { start }
}
