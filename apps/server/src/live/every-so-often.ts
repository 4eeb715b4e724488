import { findHold, type Workspace } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'
import { everyWorkspace } from './every-workspace.ts'

export interface Turns {
  readonly everyMs: number
  /** What the log says when a turn fails; the next one looks again. */
  readonly failed: string
  /**
   * What becomes of it in a workspace that was brought back from a backup, until an administrator releases it: whatever
   * tells people outside the app waits, and so does what cannot be taken back.
   */
  readonly afterRestore: 'waits' | 'goesOn'
  look(workspace: Workspace, isStopping: () => boolean): Promise<void>
}

/** Looks at every workspace at the start and then every so often, one turn after the other; a workspace that fails stops no other. */
export function everySoOften(app: FastifyInstance, { database }: Services, turns: Turns): void {
  const { everyMs, failed, afterRestore, look } = turns
  let isOver = false
  let isBusy = false
  let last: Promise<void> = Promise.resolve()
  const log = (error: unknown) => app.log.error({ err: error }, failed)

  const lookUnlessHeld = async (workspace: Workspace): Promise<void> => {
    if (afterRestore === 'waits' && (await findHold(database, workspace)) !== undefined) return
    await look(workspace, () => isOver)
  }

  const turn = (): void => {
    if (isBusy) return
    isBusy = true
    last = everyWorkspace(database, async (workspace) => {
      if (!isOver) await lookUnlessHeld(workspace).catch(log)
    })
      .catch(log)
      .finally(() => {
        isBusy = false
        app.turnsUnderWay.delete(last)
      })
    app.turnsUnderWay.add(last)
  }

  const timer = setInterval(turn, everyMs).unref()
  app.addHook('onReady', async () => turn())
  app.addHook('onClose', async () => {
    isOver = true
    clearInterval(timer)
    await last
  })
}

declare module 'fastify' {
  interface FastifyInstance {
    /** What is being looked at just now; who waits for it knows that everything that was due is done. */
    turnsUnderWay: Set<Promise<void>>
  }
}
