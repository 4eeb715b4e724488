import { endSnoozes, followDates, remindOfTasks, tellMornings, tellReminders } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { everySoOften } from '../../live/every-so-often.ts'
import { nobodyIn } from '../../scene/nobody.ts'
import type { Services } from '../../services.ts'

/** Looks every few seconds what the clock has brought: reminders of tasks and of dates of records, the morning, and what was put off. */
export function clockJob(app: FastifyInstance, services: Services): void {
  const { database, scenes } = services
  everySoOften(app, services, {
    everyMs: 15_000,
    failed: 'what the clock brings was not looked at',
    async look(workspace, isStopping) {
      const scene = nobodyIn(workspace, services)
      await remindOfTasks(database, scene, isStopping)
      await endSnoozes(database, scene)
      const app = await scenes.currentApp(workspace)
      await tellMornings(database, { ...scene, app, rights: app.rights(scene.actor) }, isStopping)
      const actor = { ...scene.actor, admin: true, calendar: workspace.calendar }
      const system = { ...scene, app, actor, rights: app.rights(actor) }
      await followDates(database, system, isStopping)
      await tellReminders(database, system, isStopping)
    },
  })
}
