import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { StartProblem } from '../postgres/start-problem.ts'
import { readAbout, type AboutBackup } from './about-backup.ts'
import { aboutName, checksumsName, isSafeName, piecesOf, type ArchiveEntry } from './archive-entry.ts'
import { damaged, noBackup } from './backup-problems.ts'

export interface TakenEntry {
  readonly name: string
  readonly isFolder: boolean
}

export interface ArchiveReader {
  /** Asked as soon as it is known what the archive is; refuses by throwing. */
  readonly accept: (about: AboutBackup) => void
  /** Takes the content of an entry in pieces; without it, all is read and nothing kept. */
  readonly take?: (entry: TakenEntry) => Promise<(piece: Uint8Array) => Promise<void>>
  readonly onEnd?: (entry: TakenEntry) => Promise<void>
}

export interface ReadArchive {
  readonly about: AboutBackup
  /** Of all entries together. */
  readonly bytes: number
}

interface Progress {
  about: AboutBackup | undefined
  readonly seen: ArchiveEntry[]
  isWhole: boolean
}

const ignore = async () => undefined

function compare(text: Buffer, seen: readonly ArchiveEntry[]): boolean {
  return text.equals(Buffer.from(JSON.stringify(seen)))
}

function begin(progress: Progress, text: Buffer, file: string, { accept }: ArchiveReader): void {
  progress.about = readAbout(text.toString())
  if (progress.about === undefined) throw damaged(file, `no ${aboutName}`)
  accept(progress.about)
}

/** One entry: hashed while it is taken; of the first and the last the text is looked at. */
async function readEntry(
  file: string,
  progress: Progress,
  taken: TakenEntry,
  content: AsyncIterable<Uint8Array>,
  reader: ArchiveReader,
): Promise<void> {
  const { name } = taken
  if (!isSafeName(name) || progress.isWhole) throw damaged(file, name)
  if (progress.about === undefined && name !== aboutName) throw damaged(file, `no ${aboutName}`)
  const isOurs = name === aboutName || name === checksumsName
  const keep: Uint8Array[] = []
  const write = isOurs
    ? async (piece: Uint8Array) => void keep.push(piece)
    : await (reader.take?.(taken) ?? ignore)
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of content) {
    hash.update(piece)
    bytes += piece.length
    await write(piece)
  }
  if (name === checksumsName) {
    if (!compare(Buffer.concat(keep), progress.seen)) throw damaged(file, checksumsName)
    progress.isWhole = true
    return
  }
  progress.seen.push({ name, bytes, sha256: hash.digest('hex') })
  if (name === aboutName) begin(progress, Buffer.concat(keep), file, reader)
  else if (!isOurs) await reader.onEnd?.(taken)
}

/** What the system says of a file, the archive's own or one that is written meanwhile, is no damage of the archive. */
function explain(file: string, error: unknown): unknown {
  if (error instanceof StartProblem) return error
  if (!(error instanceof Error)) return damaged(file, String(error))
  if (!('syscall' in error)) return damaged(file, error.message, error)
  return 'path' in error && error.path === file ? noBackup(file, error) : error
}

/** Reads a whole archive and holds each entry to its checksum. What is wrong is said in words. */
export async function readArchive(file: string, reader: ArchiveReader): Promise<ReadArchive> {
  const progress: Progress = { about: undefined, seen: [], isWhole: false }
  const entries = extract()
  const reading = pipeline(createReadStream(file), createGunzip(), entries)
  reading.catch(() => undefined)
  try {
    for await (const entry of entries) {
      const { name, type } = entry.header
      if (type !== 'file' && type !== 'directory') throw damaged(file, name)
      const taken = { name: name.replace(/\/$/, ''), isFolder: type === 'directory' }
      await readEntry(file, progress, taken, piecesOf(entry), reader)
    }
    await reading
  } catch (error) {
    entries.destroy(null)
    const first = await reading.then(
      () => error,
      (reason: unknown) => (reason instanceof Error && 'syscall' in reason ? reason : error),
    )
    throw explain(file, first)
  }
  if (progress.about === undefined || !progress.isWhole) throw damaged(file, 'cut off')
  return { about: progress.about, bytes: progress.seen.reduce((sum, { bytes }) => sum + bytes, 0) }
}
