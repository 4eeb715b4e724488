import type { FastifyRequest } from 'fastify'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { refuse } from '../../problems/refusal.ts'
import { cleanName } from './clean-name.ts'

export interface Upload {
  /** A file of our own; gone when the upload is disposed of. */
  readonly path: string
  readonly name: string
  readonly bytes: number
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

const megabytes = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.floor(bytes / 1024)} kB`

export const refuseTooLarge = (limit: number): never =>
  refuse('too-large', { params: { limit: megabytes(limit) } })

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE'

/**
 * Takes the one file of a multipart request to disk. It is refused while it streams as soon as it is too large, and a
 * request that breaks off leaves nothing. Use it with `await using`.
 */
export async function receiveUpload(request: FastifyRequest, limit: number): Promise<Upload> {
  const part = await request.file({ limits: { fileSize: limit, files: 1 } })
  if (part === undefined) return refuse('bad-request')
  const folder = await mkdtemp(join(tmpdir(), 'pipewright-upload-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'content')
  const target = createWriteStream(path, { mode: 0o600 })
  try {
    part.file.once('limit', () => target.destroy(new Error('too large')))
    await pipeline(part.file, target)
    if (part.file.truncated) throw new Error('too large')
    return { path, name: cleanName(part.filename), bytes: target.bytesWritten, [Symbol.asyncDispose]: remove }
  } catch (error) {
    await remove()
    if (part.file.truncated || isTooLarge(error)) refuseTooLarge(limit)
    throw error
  }
}
