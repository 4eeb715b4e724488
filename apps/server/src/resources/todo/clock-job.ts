import { endSnoozes, findHold, followDates, remindOfTasks, tellMornings, tellReminders } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { everySoOften } from '../../live/every-so-often.ts'
import { nobodyIn } from '../../scene/nobody.ts'
import { systemScene } from '../../scene/system-scene.ts'
import type { Services } from '../../services.ts'

/** Looks every few seconds what the clock has brought: reminders of tasks and of dates of records, the morning, and what was put off. */
export function clockJob(app: FastifyInstance, services: Services): void {
  const { database } = services
  everySoOften(app, services, {
    everyMs: 15_000,
    failed: 'what the clock brings was not looked at',
    // What nobody is told goes on.
    afterRestore: 'goesOn',
    async look(workspace, isStopping) {
      const scene = nobodyIn(workspace, services)
      const isHeld = (await findHold(database, workspace)) !== undefined
      if (!isHeld) await remindOfTasks(database, scene, isStopping)
      await endSnoozes(database, scene)
      const system = await systemScene(workspace, services)
      const { app } = system
      if (!isHeld)
        await tellMornings(database, { ...scene, app, rights: app.rights(scene.actor) }, isStopping)
      await followDates(database, system, isStopping)
      if (!isHeld) await tellReminders(database, system, isStopping)
    },
  })
}
