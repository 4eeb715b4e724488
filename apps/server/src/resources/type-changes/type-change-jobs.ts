import { announceDrafts, settleTypeChange, type Workspace } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'
import { everyWorkspace } from '../files/every-workspace.ts'

/** What another server left, and tables that were too busy, are looked at again. */
const againMs = 30_000
const busyMs = 2000

/**
 * Carries out changes of type that take long as soon as one begins; what a server that died left is taken up at a start, and
 * by the others within half a minute.
 */
export function typeChangeJobs(app: FastifyInstance, { database, announcements, now }: Services): void {
  let isStopping = false
  let last: Promise<void> = Promise.resolve()
  let soon: NodeJS.Timeout | undefined

  async function settle(workspace: Workspace): Promise<void> {
    const settled = await settleTypeChange(database, workspace, { isStopping: () => isStopping, now })
    if (settled === 'done') await announceDrafts(database, workspace)
    if (settled !== 'busy' || isStopping) return
    clearTimeout(soon)
    soon = setTimeout(() => start(workspace.schema), busyMs)
  }

  const start = (wanted: string): void => {
    last = last
      .then(() =>
        everyWorkspace(database, async (workspace) => {
          const isMeant = wanted === '*' || workspace.schema === wanted
          if (isMeant && !isStopping) await settle(workspace)
        }),
      )
      .catch((error: unknown) => app.log.error({ err: error }, 'a change of type does not go on yet'))
  }

  const stop = announcements.on(({ subject, what }) => {
    if (what === 'type-change') start(subject)
  })
  const timer = setInterval(() => start('*'), againMs)
  timer.unref()
  app.addHook('onReady', async () => start('*'))
  app.addHook('onClose', async () => {
    isStopping = true
    stop()
    clearInterval(timer)
    clearTimeout(soon)
    await last
  })
}
