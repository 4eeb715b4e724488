import type { AppPicture, Locale } from '@pipewright/contract'
import {
  findPicture,
  insertChunk,
  insertFile,
  keepAsPicture,
  readChunk,
  type Connection,
  type WorkspaceRef,
} from '@pipewright/db'
import { pictureFiles } from '@pipewright/metadata'
import type { AppDefinition } from '@pipewright/schemas'
import { refuse, refuseField } from '../../problems/refusal.ts'
import { cleanName } from '../files/clean-name.ts'
import { typeOrRefuse } from '../files/type-or-refuse.ts'

const chunkBytes = 256 * 1024

/** All pictures of one app; what is uploaded for a layout is a fraction of it. */
export const picturesLimit = 16 * 1024 * 1024

const limit = `${picturesLimit / 1024 / 1024} MB`

async function contentOf(on: Connection, workspace: WorkspaceRef, id: string): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for (let position = 0; ; position += 1) {
    const part = await readChunk(on, workspace, id, position)
    if (part === undefined) return Buffer.concat(parts)
    parts.push(part)
  }
}

/** The pictures that the layouts of an app show, in the order of their ids, so that the same app is the same file. */
export async function readPictures(
  on: Connection,
  workspace: WorkspaceRef,
  definition: AppDefinition,
): Promise<AppPicture[]> {
  const pictures: AppPicture[] = []
  let bytes = 0
  for (const id of [...pictureFiles(definition)].toSorted()) {
    const file = await findPicture(on, workspace, id)
    if (file === undefined) continue
    bytes += file.bytes
    if (bytes > picturesLimit) refuse('pictures-too-large', { params: { limit } })
    const content = await contentOf(on, workspace, id)
    pictures.push({ id, name: file.name, content: content.toString('base64') })
  }
  return pictures
}

export interface CheckedPicture {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly content: Buffer
}

/** The pictures of an app's file as they would be uploaded: of a kind that browsers show, and not too large. */
export function checkPictures(
  pictures: readonly AppPicture[],
  definition: AppDefinition,
  { fileBytes, locale }: { readonly fileBytes: number; readonly locale: Locale },
): CheckedPicture[] {
  const shown = pictureFiles(definition)
  const seen = new Set<string>()
  let bytes = 0
  return pictures.map(({ id, name: given, content: text }, position) => {
    // A file holds what its app shows, once; anything else would be kept where nobody sees it.
    if (!shown.has(id) || seen.has(id)) refuseField(`/app/pictures/${position}/id`, 'no-such-file')
    seen.add(id)
    const content = Buffer.from(text, 'base64')
    if (content.toString('base64') !== text)
      refuseField(`/app/pictures/${position}/content`, 'bad-characters')
    bytes += content.length
    if (content.length > fileBytes || bytes > picturesLimit)
      refuse('pictures-too-large', { params: { limit } })
    const name = cleanName(given)
    const head = content.subarray(0, 4096)
    const type = typeOrRefuse({ name, head, bytes: content.length }, locale, { picturesOnly: true })
    return { id, name, type, content }
  })
}

/** Keeps pictures in a new workspace under the ids by which its layouts name them. */
export async function keepPictures(
  tx: Connection,
  workspace: WorkspaceRef,
  pictures: readonly CheckedPicture[],
  by: { readonly uploadedBy: string; readonly now: string },
): Promise<void> {
  for (const { id, name, type, content } of pictures) {
    await insertFile(tx, workspace, { id, name, type, bytes: content.length, ...by })
    await keepAsPicture(tx, workspace, id)
    for (let position = 0; position * chunkBytes < content.length; position += 1) {
      const start = position * chunkBytes
      const part = content.subarray(start, start + chunkBytes)
      await insertChunk(tx, workspace, { file: id, position, content: part })
    }
  }
}
