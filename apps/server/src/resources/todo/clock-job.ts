import { endSnoozes, remindOfTasks, type Workspace } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { everyWorkspace } from '../../live/every-workspace.ts'
import type { Services } from '../../services.ts'

const everyMs = 15_000

/** Looks every few seconds what the clock has brought: reminders, and what was put off. */
export function clockJob(app: FastifyInstance, { database, now, newId }: Services): void {
  let isOver = false
  let last: Promise<void> = Promise.resolve()

  async function look(workspace: Workspace): Promise<void> {
    const nobody = { memberId: '', departmentId: null, departmentTree: [], team: [], roles: [], admin: false }
    const { zone, locale } = workspace
    const scene = { workspace, now: now(), newId, actor: { ...nobody, zone, locale } }
    await remindOfTasks(database, scene, () => isOver)
    await endSnoozes(database, scene)
  }

  const turn = (): void => {
    last = last
      .then(() =>
        everyWorkspace(database, async (workspace) => {
          if (!isOver) await look(workspace)
        }),
      )
      .catch((error: unknown) => app.log.error({ err: error }, 'what the clock brings was not looked at'))
  }

  const timer = setInterval(turn, everyMs).unref()
  app.addHook('onReady', async () => turn())
  app.addHook('onClose', async () => {
    isOver = true
    clearInterval(timer)
    await last
  })
}
