import {
  decideTask,
  findRun,
  getRecord,
  listRuns,
  submitRecord,
  withdrawRun,
  type ApprovalOutcome,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { onceByKey } from '../records/write-once.ts'
import { refuseRecord } from '../records/refuse-record.ts'
import { runAnswer } from './run-answer.ts'

/** Approvals: submit, decide, withdraw, and what waits for whom. */
export function registerApprovals(app: FastifyInstance, services: Services): void {
  const { database, announcements } = services
  const answer = async (scene: MemberScene, outcome: ApprovalOutcome) => {
    if (!outcome.ok) {
      const { code, ...extras } = outcome.problem
      return refuse(code, extras)
    }
    announcements.tell({ subject: scene.workspace.schema, what: 'tasks' })
    const run = (await findRun(database, scene, outcome.run.id)) ?? refuse('not-found')
    return runAnswer(run, scene)
  }

  register(app, 'submitRecord', async ({ params, body, member }) => {
    const scene = member()
    const { form, id: record, workflow } = params
    const outcome = await submitRecord(database, scene, {
      form,
      record,
      workflow,
      version: body.version,
      comment: body.comment ?? '',
    })
    return answer(scene, outcome)
  })

  register(app, 'decideTask', async ({ params, body, member, request }) => {
    const scene = member()
    const { decision, comment = '', version } = body
    const wish = { task: params.id, decision, comment, version }
    return answer(
      scene,
      await onceByKey<ApprovalOutcome>(services, { scene, request }, (tx) => decideTask(tx, scene, wish)),
    )
  })

  register(app, 'withdrawRun', async ({ params, body, member }) => {
    const scene = member()
    return answer(scene, await withdrawRun(database, scene, { run: params.id, comment: body.comment ?? '' }))
  })

  register(app, 'listRuns', async ({ params, member }) => {
    const scene = member()
    const found = await getRecord(database, scene, params.form, params.id)
    if (!found.ok) return refuseRecord(found.problem)
    const runs = await listRuns(database, scene, params.form, params.id)
    return { runs: runs.map((run) => runAnswer(run, scene)) }
  })
}
