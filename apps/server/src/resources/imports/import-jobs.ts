import {
  abandonedImports,
  checkImport,
  commitImport,
  failImport,
  findMemberActor,
  type Database,
  type ImportJob,
  type JobHost,
  type Scene,
  type Workspace,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { standingOf } from '../../scene/standing.ts'
import type { Services } from '../../services.ts'

/** Checks and commits run in this process, a few at a time, each on a connection of its own. */
const atOnce = 2

type Work = (database: Database, scene: Scene, job: ImportJob, host: JobHost) => Promise<void>

export interface ImportJobs {
  /** Begins as soon as there is room; how it ends stands in the import. */
  start(work: Work, workspace: Workspace, scene: Scene, job: ImportJob): void
  /** Takes up what nobody works at, in the name of whoever began it. */
  goOn(workspace: Workspace): Promise<void>
}

/** What the member who began an import may do at this moment. */
async function sceneOf(
  { database, scenes, now, newId }: Services,
  workspace: Workspace,
  { form, createdBy, locale, zone }: ImportJob,
): Promise<Scene | undefined> {
  const app = await scenes.currentApp(workspace)
  const row = await findMemberActor(database, workspace, createdBy, now())
  if (row === undefined) return undefined
  const own = standingOf(app, row, { locale, zone, calendar: workspace.calendar })
  return own.rights.forms[form]?.import === true ? { workspace, ...own, now: now(), newId } : undefined
}

/** The jobs of one process; when the app closes they stop at the next batch and go on after the next start. */
export function importJobs(app: FastifyInstance, services: Services): ImportJobs {
  const { database, announcements, now } = services
  const running = new Map<string, Promise<void>>()
  const waiting: (() => void)[] = []
  let busy = 0
  let isStopping = false

  async function room(): Promise<void> {
    if (busy >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    busy += 1
  }

  async function run(work: Work, workspace: Workspace, scene: Scene, job: ImportJob): Promise<void> {
    const host: JobHost = {
      now,
      isStopping: () => isStopping,
      sceneOf: (found) => sceneOf(services, workspace, found),
    }
    const own = { id: job.id, now: now() }
    await room()
    try {
      if (!isStopping) await work(database, scene, job, host)
    } catch (error) {
      app.log.error({ err: error, import: job.id }, 'an import failed')
      await failImport(database, workspace, { ...own, error: 'internal' }).catch(() => undefined)
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

  const start: ImportJobs['start'] = (work, workspace, scene, job) => {
    // Whoever sees a check end may begin the commit before its task is over: a task clears only itself away.
    const task: Promise<void> = run(work, workspace, scene, job).finally(() => {
      if (running.get(job.id) === task) running.delete(job.id)
    })
    running.set(job.id, task)
  }

  return {
    start,
    async goOn(workspace) {
      for (const job of await abandonedImports(database, workspace)) {
        if (running.has(job.id)) continue
        const scene = await sceneOf(services, workspace, job)
        if (scene === undefined)
          await failImport(database, workspace, { id: job.id, now: now(), error: 'refused' })
        else start(job.state === 'checking' ? checkImport : commitImport, workspace, scene, job)
      }
    },
  }
}
