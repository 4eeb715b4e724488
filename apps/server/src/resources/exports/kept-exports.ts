import {
  dropExport,
  exportRows,
  findExport,
  listExports,
  readPiece,
  type Database,
  type ExportJob,
  type Workspace,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from '../records/refuse-record.ts'
import { exportAnswer, keptMs } from './export-answer.ts'
import { sheetHeaders } from './send-sheet.ts'

async function* pieces(database: Database, workspace: Workspace, id: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const piece = await readPiece(database, workspace, id, position)
    if (piece === undefined) return
    yield piece
  }
}

/** The file as it was made; CSV lies packed. */
function contentOf(database: Database, workspace: Workspace, { id, format }: ExportJob): Readable {
  const kept = Readable.from(pieces(database, workspace, id), { objectMode: false })
  if (format === 'xlsx') return kept
  const plain = createGunzip()
  kept.on('error', (error) => plain.destroy(error))
  plain.on('close', () => kept.destroy())
  return kept.pipe(plain)
}

/** Files that were made in the background: who asked for one sees how far it is and fetches it, with the rights it was made with. */
export function registerKeptExports(app: FastifyInstance, { database, clock }: Services): void {
  const load = async ({ workspace, actor }: MemberScene, id: string): Promise<ExportJob> =>
    (await findExport(database, workspace, { id, member: actor.memberId })) ?? refuse('not-found')

  register(app, 'listExports', async ({ member, locale }) => {
    const { workspace, actor } = member()
    const jobs = await listExports(database, workspace, actor.memberId)
    return { exports: jobs.map((job) => exportAnswer(job, locale)) }
  })

  register(app, 'cancelExport', async ({ params, member }) => {
    const scene = member()
    const { id } = await load(scene, params.id)
    await dropExport(database, scene.workspace, { id, now: scene.now })
    return {}
  })

  register(app, 'getExportFile', async ({ params, member, reply }) => {
    const scene = member()
    const job = await load(scene, params.id)
    const isGone = job.endedAt === null || Date.parse(job.endedAt) + keptMs < clock()
    if (job.state !== 'done' || isGone) return refuse('not-found')
    const { rights } = orRefuse(exportRows(scene, job.form, job.request))
    if (rights !== job.rights) return refuse('export-outdated')
    const { format } = job
    return sheetHeaders(reply, { name: job.fileName.slice(0, -format.length - 1), format }).send(
      contentOf(database, scene.workspace, job),
    )
  })
}
