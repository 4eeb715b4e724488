import { printDefinition } from '@pipewright/metadata'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { refuseUnlessBuilder } from '../draft/policy.ts'
import { picturesLimit, readPictures } from './app-pictures.ts'
import { createWorkspace } from './create-workspace.ts'

/** The largest file of an app: very many forms of very many fields, and pictures, which are longer as text. */
const appLimit = 16 * 1024 * 1024 + Math.ceil((picturesLimit * 4) / 3)

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
    const { definition } = scene.app
    const pictures = await readPictures(services.database, scene.workspace, definition)
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${scene.workspace.key}.app.json"`)
      .send(printDefinition(definition, pictures.length > 0 ? { pictures } : {}))
  })
}
