import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Upload } from '../../files/receive-upload.ts'
import { Unreadable } from '../table/unreadable.ts'
import { openZip, type OpenZip, type ZippedFile } from './open-zip.ts'

/** What every office file has in it: a workbook is a zip as well. */
const ofOffice = '[Content_Types].xml'
const table = /\.(?:csv|tsv|xlsx)$/i
const named = 5

/** The zip that an upload is; undefined where it is anything else, a workbook too. */
export async function zipOfFiles({ path, name, bytes }: Upload): Promise<OpenZip | undefined> {
  try {
    const zip = await openZip(path, bytes)
    if (!zip.files.some((file) => file.path === ofOffice)) return zip
    await zip[Symbol.asyncDispose]()
  } catch (error) {
    if (!(error instanceof Unreadable) || (/\.zip$/i.test(name) && error.reason !== 'notZip')) throw error
  }
  return undefined
}

const depthOf = ({ path }: ZippedFile): number => path.split('/').length

/** The one table that lies above all others in a zip. */
export function tableIn({ files }: OpenZip): ZippedFile {
  const tables = files.filter(({ path }) => table.test(path))
  const top = Math.min(...tables.map(depthOf))
  const [first, ...others] = tables.filter((file) => depthOf(file) === top)
  if (first === undefined) throw new Unreadable('noTable')
  if (others.length === 0) return first
  const names = [first, ...others].slice(0, named).map(({ path }) => path)
  throw new Unreadable('manyTables', { names: names.join(', ') })
}

/** A file of a zip on disk under a name of our own; gone when it is disposed of. */
export async function unpackAside(
  file: ZippedFile,
  mostBytes: number,
): Promise<AsyncDisposable & { readonly path: string }> {
  if (file.isLocked || file.bytes > mostBytes)
    throw new Unreadable(file.isLocked ? 'damaged' : 'tooLargeInside', {
      limit: `${Math.floor(mostBytes / 1024 / 1024)} MB`,
    })
  const folder = await mkdtemp(join(tmpdir(), 'pipewright-upload-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'content')
  try {
    await pipeline(await file.open(), createWriteStream(path, { mode: 0o600 }))
    return { path, [Symbol.asyncDispose]: remove }
  } catch {
    await remove()
    throw new Unreadable('damaged')
  }
}
