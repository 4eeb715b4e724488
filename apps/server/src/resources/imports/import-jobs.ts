import { failImport, type Database, type ImportJob, type JobHost } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'

/** Checks and commits run in this process, a few at a time, each on a connection of its own. */
const atOnce = 2

type Work = (database: Database, scene: MemberScene, job: ImportJob, host: JobHost) => Promise<void>

export interface ImportJobs {
  /** Begins as soon as there is room; how it ends stands in the import. */
  start(work: Work, scene: MemberScene, job: ImportJob): void
  isRunning(id: string): boolean
}

/** The jobs of one process; when the app closes they stop at the next batch, and what was written is undone. */
export function importJobs(app: FastifyInstance, { database, announcements, now }: Services): ImportJobs {
  const running = new Map<string, Promise<void>>()
  const waiting: (() => void)[] = []
  let busy = 0
  let isStopping = false
  const host: JobHost = { now, isStopping: () => isStopping }

  async function room(): Promise<void> {
    if (busy >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    busy += 1
  }

  async function run(work: Work, scene: MemberScene, job: ImportJob): Promise<void> {
    const { workspace } = scene
    const fail = (error: 'internal' | 'interrupted') =>
      failImport(database, workspace, { id: job.id, now: now(), error })
    await room()
    try {
      if (!isStopping) await work(database, scene, job, host)
      if (isStopping) await fail('interrupted')
    } catch (error) {
      app.log.error({ err: error, import: job.id }, 'an import failed')
      await fail('internal').catch(() => undefined)
    } finally {
      busy -= 1
      waiting.shift()?.()
      announcements.tell({ subject: workspace.schema, what: `import ${job.id}` })
    }
  }

  app.addHook('onClose', async () => {
    isStopping = true
    await Promise.all(running.values())
  })

  return {
    start(work, scene, job) {
      // Whoever sees a check end may begin the commit before its task is over: a task clears only itself away.
      const task: Promise<void> = run(work, scene, job).finally(() => {
        if (running.get(job.id) === task) running.delete(job.id)
      })
      running.set(job.id, task)
    },
    isRunning: (id) => running.has(id),
  }
}
