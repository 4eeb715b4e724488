import type { BinFilter, BinSelection } from '@pipewright/contract'
import {
  countBin,
  findBulkJob,
  measureLoss,
  previewRestore,
  readBin,
  readKeeping,
  startBinJob,
  writeKeeping,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { jobAnswer, refusalAnswer } from '../bulk/bulk-answer.ts'
import { workFew } from '../bulk/bulk-jobs.ts'
import { warningsAnswer } from '../records/answers.ts'
import { orRefuse } from '../records/refuse-record.ts'
import { purgeJobs } from './purge-jobs.ts'

/** Ten thousand ids fit. */
const bodyLimit = 2 * 1024 * 1024

/** An instant that is none would be a mistake of the statement. */
function checked<T extends BinFilter>(filter: T): T {
  for (const at of [filter.since, filter.until])
    if (at !== undefined && !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at)) refuse('bad-request')
  for (const at of [filter.since, filter.until])
    if (at !== undefined && Number.isNaN(Date.parse(at))) refuse('bad-request')
  return filter
}

const narrowingOf = (selection: BinSelection) => ('all' in selection ? checked(selection.all) : selection)

function registerWork(app: FastifyInstance, services: Services): void {
  const { database } = services
  const begin = async (
    scene: MemberScene,
    action: 'restore' | 'purge',
    selection: BinSelection,
    expected?: number,
  ) => {
    const work = { action, narrowing: narrowingOf(selection), expected }
    const { id, total } = orRefuse(await startBinJob(database, scene, work))
    await workFew(app, services, scene, id, total)
    const job = await findBulkJob(database, scene.workspace, { id, member: scene.actor.memberId })
    return jobAnswer(job ?? refuse('not-found'))
  }

  register(app, 'restoreMany', ({ body, member }) => begin(member(), 'restore', body.selection), {
    bodyLimit,
  })

  register(app, 'purgeMany', ({ body, member }) => begin(member(), 'purge', body.selection, body.expected), {
    bodyLimit,
  })
}

/** The recycle bin of all forms, each read with the rights of its form. */
export function registerBin(app: FastifyInstance, services: Services): void {
  const { database } = services
  purgeJobs(app, services)
  registerWork(app, services)

  register(app, 'listBin', async ({ body, member }) => {
    const scene = member()
    const { rows, next } = await readBin(database, scene, checked(body.filter), body.after)
    const { days } = await readKeeping(database, scene.workspace)
    const answered = rows.map(({ form, id, title, at, member: by, root, along }) => ({
      form,
      id,
      title,
      at,
      member: by,
      root,
      along,
    }))
    return { rows: answered, next, keepDays: days }
  })

  register(
    app,
    'previewRestore',
    async ({ body, member, locale }) => {
      const scene = member()
      const narrowing = narrowingOf(body.selection)
      const counted = await countBin(database, scene, narrowing)
      const tried = await previewRestore(database, scene, narrowing)
      const rows = tried.map(({ form, before, problem, warnings, along, relations }) => ({
        form,
        id: before.id,
        title: before.title,
        refusal: problem && refusalAnswer(problem, locale),
        warnings: warningsAnswer(warnings, locale),
        along,
        relations,
      }))
      return { ...counted, rows }
    },
    { bodyLimit },
  )

  register(
    app,
    'measureLoss',
    async ({ body, member }) => ({
      ...(await measureLoss(database, member(), narrowingOf(body.selection))),
    }),
    { bodyLimit },
  )

  register(app, 'setBinKeeping', async ({ body, member }) => {
    const { rights, workspace, actor } = member()
    if (!rights.admin) refuse('not-allowed')
    const { days } = body
    await writeKeeping(database, workspace, { days, member: actor.memberId })
    return { days }
  })
}
