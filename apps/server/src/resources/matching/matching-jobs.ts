import { settleMatching } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { workWhenAnnounced } from '../../live/work-when-announced.ts'
import type { Services } from '../../services.ts'

/** Goes through records by which it was not compared before, after a publish that says so and at a start. */
export function matchingJobs(app: FastifyInstance, services: Services): void {
  workWhenAnnounced(app, services, {
    what: 'matching',
    failed: 'records that look the same are not found yet',
    async work(workspace, isStopping) {
      await settleMatching(services.database, workspace, {
        isStopping,
        currentApp: () => services.scenes.currentApp(workspace),
      })
      return undefined
    },
  })
}
