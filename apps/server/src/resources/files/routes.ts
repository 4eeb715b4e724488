import { deleteUnattachedFiles, keepAsPicture, readableFiles, readChunk } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { Readable } from 'node:stream'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { refuseUnlessBuilder } from '../draft/policy.ts'
import { everyWorkspace } from './every-workspace.ts'
import { fileHeaders } from './send-file.ts'
import { storeUpload } from './store-upload.ts'

const hour = 3_600_000
const keptUnattachedMs = 24 * hour

async function* contentOf(
  { database }: Services,
  { workspace }: MemberScene,
  id: string,
): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const chunk = await readChunk(database, workspace, id, position)
    if (chunk === undefined) return
    yield chunk
  }
}

/** Uploads that no record took go after a day. */
function cleanUp(app: FastifyInstance, { database, clock }: Services): void {
  const timer = setInterval(() => {
    const before = new Date(clock() - keptUnattachedMs).toISOString()
    everyWorkspace(database, (workspace) => deleteUnattachedFiles(database, workspace, before)).catch(
      (error: unknown) => app.log.error({ err: error }, 'unattached files were not deleted'),
    )
  }, hour)
  timer.unref()
  app.addHook('onClose', () => clearInterval(timer))
}

/** Files of records: uploaded first, attached by saving the record, guarded by its rights from then on. */
export function registerFiles(app: FastifyInstance, services: Services): void {
  const { database, limits } = services
  cleanUp(app, services)

  register(
    app,
    'uploadFile',
    async ({ member, request, locale }) => {
      const { workspace, actor } = member()
      return storeUpload(services, request, locale, { workspace, uploadedBy: actor.memberId })
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

  register(app, 'getFile', async ({ params, member, reply }) => {
    const scene = member()
    const [file] = await readableFiles(database, scene, [params.id])
    if (file === undefined) return refuse('not-found')
    void fileHeaders(reply, file).header('content-length', file.bytes)
    return reply.send(Readable.from(contentOf(services, scene, file.id)))
  })
}
