import { findHold, purgeOld, readKeeping, type Workspace } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { everyWorkspace } from '../../live/every-workspace.ts'
import type { Services } from '../../services.ts'

const hour = 3_600_000
const day = 24 * hour

/** Deletes for good what one workspace does not keep any longer, in the name of whoever said how long it is kept. */
export async function purgeWhatIsOld(
  { database, scenes, clock, now, newId }: Services,
  workspace: Workspace,
  isStopping: () => boolean,
): Promise<number> {
  // What was brought back is not taken away again before somebody looked at it.
  if ((await findHold(database, workspace)) !== undefined) return 0
  const { days, member } = await readKeeping(database, workspace)
  if (days === null || member === null) return 0
  const app = await scenes.currentApp(workspace)
  const { locale, zone } = workspace
  const none = { departmentId: null, departmentTree: [], team: [], roles: [] }
  const actor = { memberId: member, ...none, admin: true, locale, zone }
  const scene = { workspace, app, rights: app.rights(actor), actor, now: now(), newId }
  const before = new Date(clock() - days * day).toISOString()
  return purgeOld(database, scene, { before, isStopping })
}

/** Looks every hour, so that a day's deletions go a few at a time. */
export function purgeJobs(app: FastifyInstance, services: Services): void {
  let stopping = false
  const timer = setInterval(() => {
    everyWorkspace(services.database, async (workspace) => {
      await purgeWhatIsOld(services, workspace, () => stopping)
    }).catch((error: unknown) => app.log.error({ err: error }, 'the recycle bin was not emptied'))
  }, hour)
  timer.unref()
  app.addHook('onClose', () => {
    stopping = true
    clearInterval(timer)
  })
}
