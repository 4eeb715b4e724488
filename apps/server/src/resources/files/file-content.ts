import { readChunk, type Database, type Workspace } from '@pipewright/db'
import { Readable } from 'node:stream'

async function* chunks(database: Database, workspace: Workspace, id: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const chunk = await readChunk(database, workspace, id, position)
    if (chunk === undefined) return
    yield chunk
  }
}

/** What a file holds, read piece by piece. */
export const fileContent = (database: Database, workspace: Workspace, id: string): Readable =>
  Readable.from(chunks(database, workspace, id))
