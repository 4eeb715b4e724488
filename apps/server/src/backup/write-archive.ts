import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { extract, pack, type Header, type Pack } from 'tar-stream'
import type { AboutBackup } from './about-backup.ts'
import { aboutName, checksumsName, clusterPrefix, piecesOf, type ArchiveEntry } from './archive-entry.ts'

export interface ArchiveContent {
  readonly about: AboutBackup
  /** Small files beside the cluster, by name. */
  readonly files: ReadonlyMap<string, Buffer>
  /** The cluster, as a tar archive. */
  readonly cluster: Readable
  /** Told after each piece how much it was; what it throws ends the writing. */
  readonly onBytes: (bytes: number) => Promise<void> | void
}

type NewEntry = Pick<Header, 'name' | 'type' | 'size'>

/** Adds one entry piece by piece; nothing is held but the piece under way. */
async function addEntry(
  archive: Pack,
  { name, type, size }: NewEntry,
  content: AsyncIterable<Uint8Array>,
  onBytes: ArchiveContent['onBytes'],
): Promise<ArchiveEntry> {
  const hash = createHash('sha256')
  let bytes = 0
  const written = Promise.withResolvers<void>()
  // Waited for below, unless the content fails before.
  written.promise.catch(() => undefined)
  const header = { name, type, size, mode: type === 'directory' ? 0o700 : 0o600 }
  const sink = archive.entry(header, (error) => (error ? written.reject(error) : written.resolve()))
  sink.on('error', written.reject)
  for await (const piece of content) {
    hash.update(piece)
    bytes += piece.length
    if (!sink.write(piece)) await new Promise((done) => sink.once('drain', () => done(undefined)))
    await onBytes(piece.length)
  }
  sink.end(null)
  await written.promise
  return { name, bytes, sha256: hash.digest('hex') }
}

async function* only(content: Buffer): AsyncGenerator<Buffer> {
  if (content.length > 0) yield content
}

async function addAll(archive: Pack, content: ArchiveContent): Promise<void> {
  const { about, files, cluster, onBytes } = content
  const entries: ArchiveEntry[] = []
  const addFile = (name: string, text: Buffer) =>
    addEntry(archive, { name, type: 'file', size: text.length }, only(text), onBytes)
  entries.push(await addFile(aboutName, Buffer.from(`${JSON.stringify(about, null, 2)}\n`)))
  for (const [name, text] of files) entries.push(await addFile(name, text))
  const unpacked = extract()
  const reading = pipeline(cluster, unpacked)
  reading.catch(() => undefined)
  for await (const entry of unpacked) {
    const { name, type, size } = entry.header
    if (type !== 'file' && type !== 'directory') throw new Error(`The cluster holds a ${type}: ${name}`)
    const plain = `${clusterPrefix}${name.replace(/^\.\//, '').replace(/\/$/, '')}`
    entries.push(await addEntry(archive, { name: plain, type, size }, piecesOf(entry), onBytes))
  }
  await reading
  await addFile(checksumsName, Buffer.from(JSON.stringify(entries)))
  archive.finalize()
}

/** Writes an archive that only its owner may read, and that lies on the disk when this ends. Memory is bounded. */
export async function writeArchive(file: string, content: ArchiveContent): Promise<void> {
  const archive = pack()
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })
  const writing = pipeline(archive, createGzip({ level: 3 }), out)
  try {
    // Where the disk fails nobody takes what is added any more; whichever fails first ends both.
    await Promise.all([addAll(archive, content), writing])
  } catch (error) {
    archive.destroy(null)
    await writing.catch(() => undefined)
    throw error
  }
}
