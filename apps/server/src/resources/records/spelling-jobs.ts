import { settleSpelling } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { workWhenAnnounced } from '../../live/work-when-announced.ts'
import type { Services } from '../../services.ts'

/** Goes once through records that were stored before the search knew how Chinese is read, at a start. */
export function spellingJobs(app: FastifyInstance, services: Services): void {
  workWhenAnnounced(app, services, {
    what: 'spelling',
    failed: 'older records are not found by pinyin yet',
    async work(workspace, isStopping) {
      await settleSpelling(services.database, workspace, {
        isStopping,
        currentApp: () => services.scenes.currentApp(workspace),
      })
      return undefined
    },
  })
}
