import {
  deleteUnattachedFiles,
  deleteUnusedPictures,
  fileVersions,
  keepAsPicture,
  readableFiles,
  type Scene,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { refuseUnlessBuilder } from '../draft/policy.ts'
import { everyWorkspace } from '../../live/every-workspace.ts'
import { fileContent } from './file-content.ts'
import { fileHeaders } from './send-file.ts'
import { storeUpload } from './store-upload.ts'

const hour = 3_600_000
const keptUnattachedMs = 24 * hour
const keptPicturesMs = 30 * 24 * hour

/** Uploads that no record took go after a day, pictures that no layout shows any more after 30. */
function cleanUp(app: FastifyInstance, { database, clock }: Services): void {
  const ago = (ms: number) => new Date(clock() - ms).toISOString()
  const timer = setInterval(() => {
    everyWorkspace(database, async (workspace) => {
      await deleteUnattachedFiles(database, workspace, ago(keptUnattachedMs))
      await deleteUnusedPictures(database, workspace, ago(keptPicturesMs))
    }).catch((error: unknown) => app.log.error({ err: error }, 'files that nothing uses were not deleted'))
  }, hour)
  timer.unref()
  app.addHook('onClose', () => clearInterval(timer))
}

/** What a new version stands for: a file that its sender may see. */
async function replacedFile({ database }: Services, scene: Scene, id: string | undefined) {
  if (id === undefined) return undefined
  const [file] = await readableFiles(database, scene, [id])
  return file ?? refuse('not-found')
}

/** Files of records: uploaded first, attached by saving the record, guarded by its rights from then on. */
export function registerFiles(app: FastifyInstance, services: Services): void {
  const { database, limits } = services
  cleanUp(app, services)

  register(
    app,
    'uploadFile',
    async ({ member, query, request, locale }) => {
      const scene = member()
      const { workspace, actor } = scene
      const replaces = await replacedFile(services, scene, query.replaces)
      return storeUpload(services, request, locale, { workspace, uploadedBy: actor.memberId, replaces })
    },
    { bodyLimit: limits.fileBytes },
  )

  register(
    app,
    'uploadPicture',
    async ({ member, request, locale }) => {
      const scene = member()
      refuseUnlessBuilder(scene)
      const { workspace, actor } = scene
      return storeUpload(services, request, locale, {
        workspace,
        uploadedBy: actor.memberId,
        picturesOnly: true,
        also: (tx, id) => keepAsPicture(tx, workspace, id),
      })
    },
    { bodyLimit: limits.fileBytes },
  )

  register(app, 'listFiles', async ({ body, member }) => ({
    files: await readableFiles(database, member(), body.ids),
  }))

  register(app, 'listFileVersions', async ({ params, member }) => {
    const versions = await fileVersions(database, member(), params.id)
    return versions.length === 0 ? refuse('not-found') : { versions }
  })

  register(app, 'getFile', async ({ params, member, reply }) => {
    const scene = member()
    const [file] = await readableFiles(database, scene, [params.id])
    if (file === undefined) return refuse('not-found')
    void fileHeaders(reply, file).header('content-length', file.bytes)
    return reply.send(fileContent(database, scene.workspace, file.id))
  })
}
