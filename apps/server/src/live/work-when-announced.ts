import type { Workspace } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'
import { everyWorkspace } from './every-workspace.ts'

export interface AnnouncedWork {
  /** What is announced when there is work in a workspace. */
  readonly what: 'recalculations' | 'type-change' | 'bulk-work' | 'spelling' | 'matching' | 'record-mails'
  /** What the log says when the work fails; it is looked at again when it is next announced. */
  readonly failed: string
  /** Every so often work of all workspaces is looked at, in milliseconds: what another server left. */
  readonly againMs?: number
  /** Does what is there; answers in how many milliseconds to come back, if it should. */
  work(workspace: Workspace, isStopping: () => boolean): Promise<number | undefined>
}

/** Does the work of workspaces one after the other as soon as it is announced, and at a start what was left. */
export function workWhenAnnounced(app: FastifyInstance, services: Services, announced: AnnouncedWork): void {
  const { database, announcements } = services
  const { what, failed, againMs, work } = announced
  let isOver = false
  let last: Promise<void> = Promise.resolve()
  const soon = new Map<string, NodeJS.Timeout>()

  async function begin(workspace: Workspace): Promise<void> {
    const again = await work(workspace, () => isOver)
    if (again === undefined || isOver) return
    const { schema } = workspace
    clearTimeout(soon.get(schema))
    soon.set(
      schema,
      setTimeout(() => start(schema), again),
    )
  }

  const start = (wanted: string): void => {
    last = last
      .then(() =>
        everyWorkspace(database, async (workspace) => {
          const isMeant = wanted === '*' || workspace.schema === wanted
          if (isMeant && !isOver) await begin(workspace)
        }),
      )
      .catch((error: unknown) => app.log.error({ err: error }, failed))
  }

  const stop = announcements.on((told) => {
    if (told.what === what) start(told.subject)
  })
  const timer = againMs === undefined ? undefined : setInterval(() => start('*'), againMs).unref()
  app.addHook('onReady', async () => start('*'))
  app.addHook('onClose', async () => {
    isOver = true
    stop()
    clearInterval(timer)
    for (const waiting of soon.values()) clearTimeout(waiting)
    await last
  })
}
