import { announceSettings, changeCalendar } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { refuseUnlessManager } from '../members/check-entries.ts'

/** How the workspace counts weeks and fiscal years: said by those who manage it. */
export function registerCalendar(app: FastifyInstance, { database }: Services): void {
  register(app, 'changeCalendar', async ({ body, member }) => {
    const scene = member()
    refuseUnlessManager(scene)
    await database.transaction(async (tx) => {
      await changeCalendar(tx, scene.workspace, body)
      await announceSettings(tx, scene.workspace)
    })
    return body
  })
}
