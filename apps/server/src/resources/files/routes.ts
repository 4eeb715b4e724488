import {
  deleteUnattachedFiles,
  insertChunk,
  insertFile,
  readableFiles,
  readChunk,
  type StoredFile,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { everyWorkspace } from './every-workspace.ts'
import { fileReasons } from './file-reasons.ts'
import { fileType } from './file-type.ts'
import { receiveUpload, type Upload } from './receive-upload.ts'
import { fileHeaders } from './send-file.ts'

const chunkBytes = 256 * 1024
const hour = 3_600_000
const keptUnattachedMs = 24 * hour

async function headOf({ path }: Upload): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function store(
  { database }: Services,
  scene: MemberScene,
  upload: Upload,
  type: string,
): Promise<StoredFile> {
  const { workspace, actor, now } = scene
  const stored = { id: scene.newId(), name: upload.name, bytes: upload.bytes, type }
  await database.transaction(async (tx) => {
    await insertFile(tx, workspace, { ...stored, uploadedBy: actor.memberId, now })
    const file = await open(upload.path, 'r')
    try {
      for (let position = 0; ; position += 1) {
        const { bytesRead, buffer } = await file.read(
          Buffer.alloc(chunkBytes),
          0,
          chunkBytes,
          position * chunkBytes,
        )
        if (bytesRead === 0) return
        await insertChunk(tx, workspace, {
          file: stored.id,
          position,
          content: buffer.subarray(0, bytesRead),
        })
      }
    } finally {
      await file.close()
    }
  })
  return stored
}

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
      const scene = member()
      await using upload = await receiveUpload(request, limits.fileBytes)
      const unreadable = (reason: keyof typeof fileReasons) =>
        refuse('file-unreadable', { params: { reason: fileReasons[reason][locale] } })
      if (upload.bytes === 0) return unreadable('empty')
      const found = fileType(upload.name, await headOf(upload))
      if (found === 'unknown') return refuse('unsupported-type')
      if (found === 'mismatch') return unreadable('mismatch')
      // Awaited here: the upload is gone as soon as this returns.
      return await store(services, scene, upload, found.type)
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
