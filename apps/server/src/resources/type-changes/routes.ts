import { announceDrafts, cancelTypeChange, typeChangeProgress } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { refuseUnlessBuilder } from '../draft/policy.ts'
import { typeChangeJobs } from './type-change-jobs.ts'

/** A publish that converts very many values: builders see how far it is, and any of them may cancel it. */
export function registerTypeChanges(app: FastifyInstance, services: Services): void {
  const { database } = services
  typeChangeJobs(app, services)

  register(app, 'getTypeChange', async ({ member }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    const found = await typeChangeProgress(database, scene.workspace)
    if (found === undefined) return { running: null }
    const { at, changes, ...progress } = found
    return { running: { ...progress, since: at, changes: changes.map((one) => ({ ...one })) } }
  })

  register(app, 'cancelTypeChange', async ({ member }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    const cancelled = await cancelTypeChange(database, scene.workspace)
    await announceDrafts(database, scene.workspace)
    return { cancelled }
  })
}
