import { announceDrafts, settleTypeChange } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { workWhenAnnounced } from '../../live/work-when-announced.ts'
import type { Services } from '../../services.ts'

/** What another server left, and tables that were too busy, are looked at again. */
const againMs = 30_000
const busyMs = 2000

/**
 * Carries out changes of type that take long as soon as one begins; what a server that died left is taken up at a start, and
 * by the others within half a minute.
 */
export function typeChangeJobs(app: FastifyInstance, services: Services): void {
  const { database, now } = services
  workWhenAnnounced(app, services, {
    what: 'type-change',
    failed: 'a change of type does not go on yet',
    againMs,
    async work(workspace, isStopping) {
      const settled = await settleTypeChange(database, workspace, { isStopping, now })
      if (settled === 'done') await announceDrafts(database, workspace)
      return settled === 'busy' ? busyMs : undefined
    },
  })
}
