import type { Selection } from '@pipewright/contract'
import type { Narrowing } from '@pipewright/compiler'
import {
  countMeant,
  findBulkJob,
  listBulkJobs,
  moveBulkJob,
  previewBulk,
  readBulkRecords,
  startBulkJob,
  titlesOf,
  undoBulkJob,
  type BulkAction,
  type BulkJob,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { sendSheet } from '../exports/send-sheet.ts'
import { recordAnswer, warningsAnswer } from '../records/answers.ts'
import { orRefuse } from '../records/refuse-record.ts'
import { jobAnswer, refusalAnswer, resultAnswer } from './bulk-answer.ts'
import { bulkJobs, workFew } from './bulk-jobs.ts'
import { resultsSheet } from './results-sheet.ts'

const perPage = 100
/** Ten thousand ids fit. */
const bodyLimit = 2 * 1024 * 1024

const narrowing = (selection: Selection, { type }: BulkAction): Narrowing => {
  const chosen: Narrowing = 'all' in selection ? selection.all : selection
  return type === 'restore' || type === 'purge' ? { ...chosen, deleted: true } : { ...chosen, deleted: false }
}

const loader =
  ({ database }: Services) =>
  async ({ workspace, actor }: MemberScene, id: string): Promise<BulkJob> =>
    (await findBulkJob(database, workspace, { id, member: actor.memberId })) ?? refuse('not-found')

function registerBeginning(app: FastifyInstance, services: Services): void {
  const { database } = services
  const load = loader(services)

  register(
    app,
    'previewBulk',
    async ({ params, body, member, locale }) => {
      const scene = member()
      const action = body.action as BulkAction
      const selection = narrowing(body.selection, action)
      const preview = orRefuse(await previewBulk(database, scene, params.form, action, selection))
      const counted = orRefuse(await countMeant(database, scene, params.form, selection))
      return {
        count: counted.count,
        exact: counted.exact,
        rows: preview.rows.map(({ before, after, problem, warnings, along, relations }) => ({
          before: recordAnswer(before),
          after: after && recordAnswer(after),
          refusal: problem && refusalAnswer(problem, locale),
          warnings: warningsAnswer(warnings, locale),
          along,
          relations,
        })),
        follows: preview.follows.map(({ fields, ...one }) => ({ ...one, fields: [...fields] })),
      }
    },
    { bodyLimit },
  )

  register(
    app,
    'startBulk',
    async ({ params, body, member }) => {
      const scene = member()
      const action = body.action as BulkAction
      const start = { form: params.form, action, selection: narrowing(body.selection, action) }
      const { id, total } = orRefuse(await startBulkJob(database, scene, start))
      await workFew(app, services, scene, id, total)
      return jobAnswer(await load(scene, id))
    },
    { bodyLimit },
  )
}

/** Changing many records: tried on a few, then worked off in the background. */
export function registerBulk(app: FastifyInstance, services: Services): void {
  const { database, now } = services
  const load = loader(services)
  bulkJobs(app, services)
  registerBeginning(app, services)

  register(app, 'listBulkJobs', async ({ member }) => {
    const { workspace, actor } = member()
    return { jobs: (await listBulkJobs(database, workspace, actor.memberId)).map(jobAnswer) }
  })

  register(app, 'getBulkJob', async ({ params, member }) => jobAnswer(await load(member(), params.id)))

  register(app, 'listBulkResults', async ({ params, query, member, locale }) => {
    const scene = member()
    const job = await load(scene, params.id)
    const request = { state: query.which, after: Number(query.after ?? 0), most: perPage + 1 }
    const found = await readBulkRecords(database, scene.workspace, job.id, request)
    const shown = found.slice(0, perPage)
    const titles = await titlesOf(database, scene, shown)
    return {
      records: shown.map(resultAnswer(titles, locale)),
      next: found.length > perPage ? String(shown.at(-1)?.place) : null,
    }
  })

  register(app, 'exportBulkResults', async ({ params, body, member, locale, reply }) => {
    const scene = member()
    const job = await load(scene, params.id)
    return sendSheet(reply, { ...resultsSheet(database, scene, job, locale), format: body.format })
  })

  register(app, 'cancelBulk', async ({ params, member }) => {
    const scene = member()
    const { id } = await load(scene, params.id)
    const move = { from: ['running'], to: 'cancelled', now: now() } as const
    if (!(await moveBulkJob(database, scene.workspace, id, move))) refuse('bulk-state')
    return jobAnswer(await load(scene, id))
  })

  register(app, 'undoBulk', async ({ params, member }) => {
    const scene = member()
    const job = await load(scene, params.id)
    const { id } = orRefuse(await undoBulkJob(database, scene, job))
    await workFew(app, services, scene, id, job.done)
    return jobAnswer(await load(scene, id))
  })

  register(app, 'continueBulk', async ({ params, member }) => {
    const scene = member()
    const { id } = await load(scene, params.id)
    const move = { from: ['cancelled', 'failed'], to: 'running', now: now() } as const
    if (!(await moveBulkJob(database, scene.workspace, id, move))) refuse('bulk-state')
    return jobAnswer(await load(scene, id))
  })
}
