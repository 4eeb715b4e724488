import { settleRecalculations, type Scene } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { workWhenAnnounced } from '../../live/work-when-announced.ts'
import type { Services } from '../../services.ts'

/** Calculates records that wait for it as soon as they are noted; what a server that died left is taken up at a start. */
export function recalculationJobs(app: FastifyInstance, services: Services): void {
  const { database, scenes, now, newId } = services
  workWhenAnnounced(app, services, {
    what: 'recalculations',
    failed: 'records do not follow a change yet',
    async work(workspace, isStopping) {
      await settleRecalculations(database, workspace, {
        isStopping,
        async sceneOf(member): Promise<Scene> {
          const compiled = await scenes.currentApp(workspace)
          const { locale, zone, calendar } = workspace
          // The system calculates, in the name of whoever made the change, and also of one who has left since.
          const nobody = { departmentId: null, departmentTree: [], team: [], roles: [], admin: false }
          const actor = { ...nobody, memberId: member, zone, locale, calendar }
          return { workspace, app: compiled, actor, rights: compiled.rights(actor), now: now(), newId }
        },
      })
      return undefined
    },
  })
}
