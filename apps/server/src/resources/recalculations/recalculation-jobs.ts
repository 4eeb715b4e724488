import { settleRecalculations, type Scene, type Workspace } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'
import { everyWorkspace } from '../files/every-workspace.ts'

/** Calculates records that wait for it as soon as they are noted; what a server that died left is taken up at a start. */
export function recalculationJobs(app: FastifyInstance, services: Services): void {
  const { database, scenes, announcements, now, newId } = services
  let isStopping = false
  let last: Promise<void> = Promise.resolve()

  const settle = (workspace: Workspace): Promise<void> =>
    settleRecalculations(database, workspace, {
      isStopping: () => isStopping,
      async sceneOf(member): Promise<Scene> {
        const compiled = await scenes.currentApp(workspace)
        const { locale, zone } = workspace
        // The system calculates, in the name of whoever made the change, and also of one who has left since.
        const nobody = { departmentId: null, departmentTree: [], team: [], roles: [], admin: false }
        const actor = { ...nobody, memberId: member, zone, locale }
        return { workspace, app: compiled, actor, rights: compiled.rights(actor), now: now(), newId }
      },
    })

  const start = (wanted: string): void => {
    last = last
      .then(() =>
        everyWorkspace(database, async (workspace) => {
          const isMeant = wanted === '*' || workspace.schema === wanted
          if (isMeant && !isStopping) await settle(workspace)
        }),
      )
      .catch((error: unknown) => app.log.error({ err: error }, 'records do not follow a change yet'))
  }

  const stop = announcements.on(({ subject, what }) => {
    if (what === 'recalculations') start(subject)
  })
  app.addHook('onReady', async () => start('*'))
  app.addHook('onClose', async () => {
    isStopping = true
    stop()
    await last
  })
}
