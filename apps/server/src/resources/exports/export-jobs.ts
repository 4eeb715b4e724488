import {
  abandonedExports,
  beginExport,
  countExport,
  endExport,
  exportRows,
  findMemberActor,
  forgetExports,
  holdingJob,
  keepPiece,
  leaveExport,
  notify,
  type ExportError,
  type ExportJob,
  type Scene,
  type Transacting,
  type Workspace,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import type { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { everySoOften } from '../../live/every-so-often.ts'
import { standingOf } from '../../scene/standing.ts'
import type { Services } from '../../services.ts'
import { keptMs } from './export-answer.ts'
import { exportSheet } from './export-sheet.ts'
import { sheetContent } from './send-sheet.ts'
import { TooLargeForZip } from './zip-stream.ts'

/** So many are made at the same time by one server. */
const atOnce = 2
/** What another server left is begun anew after so long at most. */
const againMs = 30_000
/** One that ended its server so often is not begun again. */
const mostTries = 3
const pieceBytes = 256 * 1024
const everything = 2_147_483_647

type NewJob = Pick<
  ExportJob,
  'id' | 'form' | 'fileName' | 'format' | 'request' | 'member' | 'locale' | 'zone'
> & { readonly now: string }

export interface ExportJobs {
  /** Begins as soon as there is room; how it goes stands in the export. */
  start(workspace: Workspace, job: NewJob): ExportJob
}

/** The export is over for somebody else, or the server stops: what was made is left to whoever goes on. */
class LeftAlone extends Error {}

/** A stream of bytes in pieces of one size. */
async function* inPieces(content: Readable): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const part of content as AsyncIterable<Buffer>) {
    held.push(part)
    size += part.length
    if (size < pieceBytes) continue
    yield Buffer.concat(held, size)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held, size)
}

function packed(content: Readable): Readable {
  const packing = createGzip({ level: 4 })
  content.on('error', (error) => packing.destroy(error))
  packing.on('close', () => content.destroy())
  return content.pipe(packing)
}

/** What the member who asked for an export may do at this moment. */
async function sceneOf(
  { database, scenes, now, newId }: Services,
  workspace: Workspace,
  { member, locale, zone }: ExportJob,
): Promise<Scene | undefined> {
  const app = await scenes.currentApp(workspace)
  const row = await findMemberActor(database, workspace, member, now())
  if (row === undefined) return undefined
  return {
    workspace,
    ...standingOf(app, row, { locale, zone, calendar: workspace.calendar }),
    now: now(),
    newId,
  }
}

interface Making {
  readonly services: Services
  readonly workspace: Workspace
  readonly isStopping: () => boolean
}

/** Ends it and tells its member. */
async function end(
  { services: { database, now }, workspace }: Making,
  scene: Scene,
  { id, form, member }: ExportJob,
  made: { readonly error: ExportError } | { readonly done: number; readonly rights: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const state = 'error' in made ? 'failed' : 'done'
    if (!(await endExport(tx, workspace, { id, now: now(), state, ...made }))) return
    await notify(tx, scene, {
      kind: 'exportReady',
      members: [member],
      actor: null,
      form,
      topic: id,
      params: { ...('error' in made ? { failed: true } : { rows: made.done }), path: '/exports' },
    })
  })
}

/** Writes the file piece by piece and counts the records that went into it. */
async function make(making: Making, session: Transacting, scene: Scene, job: ExportJob): Promise<void> {
  const { services, workspace, isStopping } = making
  const { database } = services
  const { id, form, format, request, locale } = job
  const plan = exportRows(scene, form, request)
  if (!plan.ok) return end(making, scene, job, { error: 'refused' })
  const total = await database.transaction((tx) => plan.count(tx, everything), { statementTimeoutMs: 0 })
  await countExport(database, workspace, { id, total })
  let done = 0
  const { headers, batches } = exportSheet(session, scene, plan, locale, (records) => (done += records))
  async function* counted() {
    for await (const rows of batches) {
      if (isStopping()) throw new LeftAlone('the server stops')
      yield rows
    }
  }
  const content = sheetContent({ format, headers, batches: counted() })
  let position = 0
  for await (const piece of inPieces(format === 'csv' ? packed(content) : content)) {
    if (!(await keepPiece(database, workspace, { id, position, content: piece, done })))
      throw new LeftAlone('it was stopped')
    position += 1
  }
  await end(making, scene, job, { done, rights: plan.rights })
}

async function work(making: Making, session: Transacting, id: string): Promise<void> {
  const { services, workspace } = making
  const { database, now } = services
  const job = await database.transaction((tx) => beginExport(tx, workspace, id))
  if (job === undefined) return
  const scene = await sceneOf(services, workspace, job)
  if (scene === undefined) {
    await endExport(database, workspace, { id, now: now(), state: 'failed', error: 'refused' })
    return
  }
  if (job.tries > mostTries) return end(making, scene, job, { error: 'interrupted' })
  try {
    await make(making, session, scene, job)
  } catch (error) {
    if (error instanceof LeftAlone) return leaveExport(database, workspace, id)
    if (!(error instanceof TooLargeForZip)) throw error
    await end(making, scene, job, { error: 'too-large' })
  }
}

const asBegun = ({ now, ...job }: NewJob): ExportJob => ({
  ...job,
  state: 'running',
  total: null,
  done: 0,
  bytes: 0,
  tries: 0,
  error: null,
  rights: null,
  createdAt: now,
  endedAt: null,
})

/** Makes large files; one whose server died is begun anew, with the rights of that moment. */
export function exportJobs(app: FastifyInstance, services: Services): ExportJobs {
  const { database, clock, now } = services
  const running = new Map<string, Promise<void>>()
  const waiting: (() => void)[] = []
  let busy = 0
  let isStopping = false

  async function run(workspace: Workspace, id: string): Promise<void> {
    if (busy >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    busy += 1
    try {
      if (isStopping) return
      const making = { services, workspace, isStopping: () => isStopping }
      await holdingJob(database, `export ${id}`, (session) => work(making, session, id))
    } catch (error) {
      app.log.error({ err: error, export: id }, 'an export failed')
      await endExport(database, workspace, { id, now: now(), state: 'failed', error: 'internal' }).catch(
        () => undefined,
      )
    } finally {
      busy -= 1
      waiting.shift()?.()
    }
  }

  const begin = (workspace: Workspace, id: string): void => {
    if (!running.has(id))
      running.set(
        id,
        run(workspace, id).finally(() => running.delete(id)),
      )
  }

  everySoOften(app, services, {
    everyMs: againMs,
    failed: 'exports that stopped are not begun anew yet',
    afterRestore: 'goesOn',
    async look(workspace) {
      for (const { id } of await abandonedExports(database, workspace)) begin(workspace, id)
      await forgetExports(database, workspace, new Date(clock() - keptMs).toISOString())
    },
  })
  app.addHook('onClose', async () => {
    isStopping = true
    for (const go of waiting.splice(0)) go()
    await Promise.all(running.values())
  })

  return {
    start(workspace, job) {
      begin(workspace, job.id)
      return asBegun(job)
    },
  }
}
