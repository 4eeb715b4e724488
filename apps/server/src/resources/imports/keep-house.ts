import { dropStagedRows, failAbandoned } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'
import { everyWorkspace } from '../../live/every-workspace.ts'

const hour = 3_600_000
const keptMs = 7 * 24 * hour

/** At start, imports of a server that died say so; later on the staged rows of old ones go. */
export function keepHouse(app: FastifyInstance, { database, clock, now }: Services): void {
  app.addHook('onReady', () =>
    everyWorkspace(database, (workspace) => failAbandoned(database, workspace, now())),
  )
  const timer = setInterval(() => {
    const before = new Date(clock() - keptMs).toISOString()
    everyWorkspace(database, (workspace) => dropStagedRows(database, workspace, before)).catch(
      (error: unknown) => app.log.error({ err: error }, 'staged rows were not dropped'),
    )
  }, hour)
  timer.unref()
  app.addHook('onClose', () => clearInterval(timer))
}
