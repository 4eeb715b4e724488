import {
  findMemberActor,
  forgetBulkJobs,
  workBulkJobs,
  type BulkHost,
  type BulkJob,
  type Workspace,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { everyWorkspace } from '../../live/every-workspace.ts'
import { workWhenAnnounced } from '../../live/work-when-announced.ts'
import { standingOf } from '../../scene/standing.ts'
import type { Services } from '../../services.ts'

/** After so long the jobs of other workspaces have their turn. */
const turnMs = 2_000
/** What another server left is taken up after so long at most. */
const againMs = 30_000
const hour = 3_600_000
const keptMs = 30 * 24 * hour

/** Works in the name of whoever began a job, with the rights of this very moment. */
export const bulkHost = (
  { database, scenes, clock, now, newId }: Services,
  workspace: Workspace,
): BulkHost => ({
  clock,
  now,
  async sceneOf({ member, locale, zone }: BulkJob) {
    const app = await scenes.currentApp(workspace)
    const row = await findMemberActor(database, workspace, member)
    if (row === undefined) return undefined
    const { calendar } = workspace
    return { workspace, ...standingOf(app, row, { locale, zone, calendar }), now: now(), newId }
  },
})

/** Changes many records as soon as somebody asks for it; what a server that died left is taken up at a start. */
export function bulkJobs(app: FastifyInstance, services: Services): void {
  const { database, clock } = services
  workWhenAnnounced(app, services, {
    what: 'bulk-work',
    failed: 'many records are not changed yet',
    againMs,
    async work(workspace, isStopping) {
      const isLeft = await workBulkJobs(database, workspace, bulkHost(services, workspace), {
        isStopping,
        forMs: turnMs,
        onError: (error) => app.log.error({ err: error }, 'records of a change of many had to wait'),
      })
      return isLeft ? 0 : undefined
    },
  })
  const timer = setInterval(() => {
    const before = new Date(clock() - keptMs).toISOString()
    everyWorkspace(database, (workspace) => forgetBulkJobs(database, workspace, before)).catch(
      (error: unknown) => app.log.error({ err: error }, 'old changes of many records were not put away'),
    )
  }, hour)
  timer.unref()
  app.addHook('onClose', () => clearInterval(timer))
}
