import type { Locale } from '@pipewright/contract'
import { insertChunk, insertFile, type Connection, type StoredFile, type WorkspaceRef } from '@pipewright/db'
import type { FastifyRequest } from 'fastify'
import { open } from 'node:fs/promises'
import type { Services } from '../../services.ts'
import { receiveUpload, type Upload } from './receive-upload.ts'
import { typeOrRefuse } from './type-or-refuse.ts'

const chunkBytes = 256 * 1024

/** In whose name a file is kept until a record takes it. */
export interface UploadPlace {
  readonly workspace: WorkspaceRef
  readonly uploadedBy: string
  /** Pictures that browsers show, and nothing else. */
  readonly picturesOnly?: boolean
  /** Noted in the same transaction. */
  readonly also?: (tx: Connection, id: string) => Promise<void>
}

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
  { database, newId, now }: Services,
  { workspace, uploadedBy, also }: UploadPlace,
  upload: Upload,
  type: string,
): Promise<StoredFile> {
  const stored = { id: newId(), name: upload.name, bytes: upload.bytes, type }
  await database.transaction(async (tx) => {
    await insertFile(tx, workspace, { ...stored, uploadedBy, now: now() })
    await also?.(tx, stored.id)
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
        const content = buffer.subarray(0, bytesRead)
        await insertChunk(tx, workspace, { file: stored.id, position, content })
      }
    } finally {
      await file.close()
    }
  })
  return stored
}

/** Takes the file of a request, decides by content and name what it is, and keeps it until a record takes it. */
export async function storeUpload(
  services: Services,
  request: FastifyRequest,
  locale: Locale,
  place: UploadPlace,
): Promise<StoredFile> {
  await using upload = await receiveUpload(request, services.limits.fileBytes)
  const { name, bytes } = upload
  const type = typeOrRefuse({ name, bytes, head: await headOf(upload) }, locale, place)
  // Awaited here: the upload is gone as soon as this returns.
  return await store(services, place, upload, type)
}
