import { dropStagedRows } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'
import type { ImportJobs } from './import-jobs.ts'
import { everyWorkspace } from '../../live/every-workspace.ts'

/** What another server left is taken up after so long at most. */
const againMs = 30_000
const hour = 3_600_000
const keptMs = 7 * 24 * hour

/** Checks and imports of a server that died go on; the staged rows of old ones go. */
export function keepHouse(app: FastifyInstance, { database, clock }: Services, jobs: ImportJobs): void {
  const takeUp = () => everyWorkspace(database, jobs.goOn)
  app.addHook('onReady', takeUp)
  const again = setInterval(() => {
    takeUp().catch((error: unknown) => app.log.error({ err: error }, 'imports that stopped do not go on yet'))
  }, againMs)
  again.unref()
  const timer = setInterval(() => {
    const before = new Date(clock() - keptMs).toISOString()
    everyWorkspace(database, (workspace) => dropStagedRows(database, workspace, before)).catch(
      (error: unknown) => app.log.error({ err: error }, 'staged rows were not dropped'),
    )
  }, hour)
  timer.unref()
  app.addHook('onClose', () => {
    clearInterval(timer)
    clearInterval(again)
  })
}
