import {
  completeTask,
  createTask,
  deleteTask,
  findMyTask,
  getRecord,
  listRecordTasks,
  snooze,
  updateTask,
  writeTransaction,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { refuseRecord } from '../records/refuse-record.ts'
import { writeOnce } from '../records/write-once.ts'
import { clockJob } from './clock-job.ts'
import { todoAnswer, toDoTask } from './todo-answer.ts'

type Written = Awaited<ReturnType<typeof createTask>>

/** What waits for a member: approvals, tasks and follow-ups in one list. */
export function registerTodo(app: FastifyInstance, services: Services): void {
  const { database } = services
  clockJob(app, services)

  async function written(scene: MemberScene, outcome: Written) {
    if (!outcome.ok) return refuseRecord(outcome.problem)
    return toDoTask((await findMyTask(database, scene, outcome.id)) ?? refuse('not-found'))
  }

  register(app, 'listTodo', ({ member }) => todoAnswer(database, member()))

  register(app, 'snoozeTodo', async ({ params, body, member }) => {
    const scene = member()
    const { until } = body
    if (until !== null && Number.isNaN(Date.parse(until))) return refuse('bad-request')
    await database.transaction((tx) => snooze(tx, scene, params.id, until))
    return { until }
  })

  register(app, 'createTask', async ({ body, member, request }) => {
    const scene = member()
    return written(
      scene,
      await writeOnce(services, { scene, request }, (tx) =>
        createTask(tx, scene, { ...body, relative: body.relative ?? null }),
      ),
    )
  })

  register(app, 'getTask', async ({ params, member }) =>
    toDoTask((await findMyTask(database, member(), params.id)) ?? refuse('not-found')),
  )

  register(app, 'updateTask', async ({ params, body, member }) => {
    const scene = member()
    return written(scene, await writeTransaction(database, (tx) => updateTask(tx, scene, params.id, body)))
  })

  register(app, 'completeTask', async ({ params, body, member }) => {
    const scene = member()
    const { done } = body
    const outcome = await writeTransaction(database, (tx) => completeTask(tx, scene, params.id, done))
    return outcome.ok ? { done } : refuseRecord(outcome.problem)
  })

  register(app, 'deleteTask', async ({ params, query, member, reply }) => {
    const scene = member()
    const { version } = query
    if (version !== undefined && !/^\d{1,9}$/.test(version)) return refuse('bad-request')
    const seen = version === undefined ? undefined : Number(version)
    const outcome = await writeTransaction(database, (tx) => deleteTask(tx, scene, params.id, seen))
    return outcome.ok ? reply.code(204).send() : refuseRecord(outcome.problem)
  })

  register(app, 'listRecordTasks', async ({ params, query, member }) => {
    const scene = member()
    const found = await getRecord(database, scene, params.form, params.id)
    if (!found.ok) return refuseRecord(found.problem)
    const site = { form: params.form, record: params.id }
    const { tasks, more } = await listRecordTasks(database, scene, site, query.related !== undefined)
    return { tasks: tasks.map(toDoTask), more }
  })
}
