import {
  announceBulkWork,
  fewRecords,
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
import type { MemberScene } from '../../scene/member-scene.ts'
import { standingOf } from '../../scene/standing.ts'
import type { Services } from '../../services.ts'

/** After so long the jobs of other workspaces have their turn. */
const turnMs = 2_000
/** What another server left is taken up after so long at most. */
const againMs = 30_000
const hour = 3_600_000
const keptMs = 30 * 24 * hour

/** Works in the name of whoever began a job, with the rights of this very moment. */
const bulkHost = ({ database, scenes, clock, now, newId }: Services, workspace: Workspace): BulkHost => ({
  clock,
  now,
  async sceneOf({ id, action, member, locale, zone }: BulkJob) {
    const app = await scenes.currentApp(workspace)
    const row = await findMemberActor(database, workspace, member, now())
    if (row === undefined) return undefined
    const { calendar } = workspace
    const own = standingOf(app, row, { locale, zone, calendar })
    // What was handed over goes back by a job of its own, since it is done by the system.
    const undone = action.type === 'handOver' ? {} : { changeSet: id }
    return { workspace, ...own, ...undone, now: now(), newId }
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

/** Works off a small job at once, so that few records feel changed in the moment they are. */
export async function workFew(
  app: FastifyInstance,
  services: Services,
  { workspace }: Pick<MemberScene, 'workspace'>,
  only: string,
  total: number,
): Promise<void> {
  if (total > fewRecords) return
  const isLeft = await workBulkJobs(services.database, workspace, bulkHost(services, workspace), {
    only,
    isStopping: () => false,
    forMs: turnMs,
    onError: (error) => app.log.error({ err: error }, 'records of a change of many had to wait'),
  })
  if (isLeft) await announceBulkWork(services.database, workspace)
}
