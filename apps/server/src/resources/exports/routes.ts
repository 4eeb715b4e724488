import { exportRows, insertExport } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from '../records/refuse-record.ts'
import { exportAnswer } from './export-answer.ts'
import { exportJobs } from './export-jobs.ts'
import { exportName, exportSheet } from './export-sheet.ts'
import { registerKeptExports } from './kept-exports.ts'
import { sendSheet } from './send-sheet.ts'

/** Ten thousand ids fit. */
const bodyLimit = 2 * 1024 * 1024
/** Exports of a member that may be under way at the same time. */
const most = 5

/** Lists as files: the same rows, columns and rights as on the screen, all of them, from one moment. */
export function registerExports(app: FastifyInstance, services: Services): void {
  const { database, limits } = services
  const jobs = exportJobs(app, services)

  register(
    app,
    'exportRecords',
    ({ params, body, member, locale, reply }) => {
      const scene = member()
      const { format, ...request } = body
      const plan = orRefuse(exportRows(scene, params.form, request))
      const name = exportName(scene, params.form, locale)
      return sendSheet(reply, { name, format, ...exportSheet(database, scene, plan, locale) })
    },
    { bodyLimit },
  )

  register(
    app,
    'startExport',
    async ({ params, body, member, locale }) => {
      const scene = member()
      const { format, ...request } = body
      const plan = orRefuse(exportRows(scene, params.form, request))
      if ((await plan.count(database, limits.exportedAtOnce + 1)) <= limits.exportedAtOnce)
        return { export: null }
      const { workspace, actor, now } = scene
      const job = {
        id: scene.newId(),
        form: params.form,
        fileName: `${exportName(scene, params.form, locale)}.${format}`,
        format,
        request,
        member: actor.memberId,
        locale,
        zone: actor.zone,
        now,
      }
      if (!(await insertExport(database, workspace, job, most)))
        return refuse('too-many-exports', { params: { max: most } })
      return { export: exportAnswer(jobs.start(workspace, job), locale) }
    },
    { bodyLimit },
  )

  registerKeptExports(app, services)
}
