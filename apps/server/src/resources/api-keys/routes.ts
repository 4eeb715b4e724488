import { listApiKeys, revokeApiKey } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuseUnlessProven } from '../../auth/proven.ts'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { refuseUnlessManager } from '../members/check-entries.ts'
import { createApiKey } from './create-api-key.ts'

/** Keys for programs: for those who manage members. */
export function registerApiKeys(app: FastifyInstance, services: Services): void {
  const { database, announcements } = services

  register(app, 'listApiKeys', async ({ member }) => {
    const scene = member()
    refuseUnlessManager(scene)
    const keys = await listApiKeys(database, scene.workspace)
    return { keys: keys.map((key) => ({ ...key, roles: [...key.roles], networks: [...key.networks] })) }
  })

  register(app, 'createApiKey', async ({ body, member, account }) => {
    const scene = member()
    refuseUnlessManager(scene)
    refuseUnlessProven(account(), scene.now)
    return createApiKey(services, scene, body)
  })

  register(app, 'revokeApiKey', async ({ params, member }) => {
    const scene = member()
    refuseUnlessManager(scene)
    const { workspace, now } = scene
    if (!(await revokeApiKey(database, workspace, { id: params.id, now }))) refuse('not-found')
    announcements.tell({ subject: workspace.schema, what: 'members' })
  })
}
