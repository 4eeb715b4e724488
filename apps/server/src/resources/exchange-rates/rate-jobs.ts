import {
  findMemberActor,
  openRateWork,
  settleRates,
  type RateWork,
  type Scene,
  type Workspace,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { standingOf } from '../../scene/standing.ts'
import type { Services } from '../../services.ts'
import { everyWorkspace } from '../files/every-workspace.ts'

/** In the name of whoever changed the rates; the day of her zone is not needed, as amounts keep theirs. */
async function sceneOf(services: Services, workspace: Workspace, work: RateWork): Promise<Scene | undefined> {
  const { database, scenes, now, newId } = services
  const row = await findMemberActor(database, workspace, work.member)
  if (row === undefined) return undefined
  const app = await scenes.currentApp(workspace)
  const { locale, zone } = workspace
  return { workspace, ...standingOf(app, row, { locale, zone }), now: now(), newId }
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
      if (scene !== undefined) await settleRates(database, scene, work, host)
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
