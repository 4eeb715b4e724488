import type { Locale } from '@pipewright/contract'
import type { StoredFile } from '@pipewright/db'
import type { FastifyRequest } from 'fastify'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Services } from '../../services.ts'
import { receiveUpload, type Upload } from './receive-upload.ts'
import { inChunks, storeContent, type UploadPlace } from './store-content.ts'
import { typeOrRefuse } from './type-or-refuse.ts'

async function headOf({ path }: Upload): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Takes the file of a request, decides by content and name what it is, and keeps it until a record takes it. */
export async function storeUpload(
  services: Services,
  request: FastifyRequest,
  locale: Locale,
  place: UploadPlace & {
    /** Pictures that browsers show, and nothing else. */
    readonly picturesOnly?: boolean
  },
): Promise<StoredFile> {
  await using upload = await receiveUpload(request, services.limits.fileBytes)
  const { name, bytes } = upload
  const type = typeOrRefuse({ name, bytes, head: await headOf(upload) }, locale, place)
  // Awaited here: the upload is gone as soon as this returns.
  return await storeContent(services, place, { name, bytes, type }, inChunks(createReadStream(upload.path)))
}
