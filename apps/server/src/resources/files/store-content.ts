import {
  insertChunk,
  insertFile,
  versionAfter,
  type Connection,
  type StoredFile,
  type WorkspaceRef,
} from '@pipewright/db'
import type { Services } from '../../services.ts'

const chunkBytes = 256 * 1024

/** In whose name a file is kept until a record takes it. */
export interface UploadPlace {
  readonly workspace: WorkspaceRef
  readonly uploadedBy: string
  /** The file it stands for from now on; nothing where it is the first of its kind. */
  readonly replaces?: StoredFile | undefined
  /** Noted in the same transaction. */
  readonly also?: (tx: Connection, id: string) => Promise<void>
}

/** Content in pieces of the size in which it is kept. */
export async function* inChunks(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const part of content) {
    held.push(part)
    size += part.length
    if (size < chunkBytes) continue
    const all = Buffer.concat(held, size)
    const whole = size - (size % chunkBytes)
    for (let at = 0; at < whole; at += chunkBytes) yield all.subarray(at, at + chunkBytes)
    held = [all.subarray(whole)]
    size -= whole
  }
  if (size > 0) yield Buffer.concat(held, size)
}

/** Keeps a file until a record takes it; nothing stays where its content breaks off. */
export async function storeContent(
  { database, newId, now }: Pick<Services, 'database' | 'newId' | 'now'>,
  { workspace, uploadedBy, replaces, also }: UploadPlace,
  file: Omit<StoredFile, 'id' | 'version'>,
  chunks: AsyncIterable<Uint8Array>,
): Promise<StoredFile> {
  const stored = { id: newId(), ...file, version: versionAfter(replaces) }
  await database.transaction(async (tx) => {
    await insertFile(tx, workspace, { ...stored, uploadedBy, replaces, now: now() })
    await also?.(tx, stored.id)
    let position = 0
    for await (const content of chunks) {
      await insertChunk(tx, workspace, { file: stored.id, position, content })
      position += 1
    }
  })
  return stored
}
