import { printDefinition } from '@pipewright/metadata'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { refuseUnlessBuilder } from '../draft/policy.ts'
import { createWorkspace } from './create-workspace.ts'

/** The largest file of an app: very many forms of very many fields. */
const appLimit = 16 * 1024 * 1024

/** New workspaces, and the file that one can begin with. */
export function registerWorkspaces(app: FastifyInstance, services: Services): void {
  register(
    app,
    'createWorkspace',
    async ({ body, account, locale }) => ({ key: await createWorkspace(services, account(), body, locale) }),
    { bodyLimit: appLimit },
  )

  register(app, 'getAppFile', async ({ member, reply }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${scene.workspace.key}.app.json"`)
      .send(printDefinition(scene.app.definition))
  })
}
