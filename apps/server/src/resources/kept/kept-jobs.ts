import { clearExpired, findHold, type Workspace } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'
import { everyWorkspace } from '../../live/every-workspace.ts'

const hour = 3_600_000

/** Clears what was kept long enough, at the start and every hour; a killed server leaves the rest to the next start. */
export function keptJobs(app: FastifyInstance, { database, now }: Services): void {
  let isStopping = false
  let last: Promise<void> = Promise.resolve()
  const host = {
    isStopping: () => isStopping,
    onFailure: (error: unknown, { path }: { readonly path: string }) =>
      app.log.error({ err: error, path }, 'what was kept long enough is not cleared yet'),
  }
  // What was brought back from a backup is not taken away again before somebody looked at it.
  const clearUnlessHeld = async (workspace: Workspace) => {
    if ((await findHold(database, workspace)) === undefined)
      await clearExpired(database, workspace, now(), host)
  }
  const clear = (): void => {
    last = last
      .then(() => everyWorkspace(database, clearUnlessHeld))
      .catch((error: unknown) => app.log.error({ err: error }, 'what was kept long enough was not looked at'))
  }
  const timer = setInterval(clear, hour)
  timer.unref()
  app.addHook('onReady', async () => clear())
  app.addHook('onClose', async () => {
    isStopping = true
    clearInterval(timer)
    await last
  })
}
