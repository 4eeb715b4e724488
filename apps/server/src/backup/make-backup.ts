import { withBaseBackup, type BaseBackup } from '@pipewright/db'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { aboutUs, type AboutBackup } from './about-backup.ts'
import { keptFiles } from './archive-entry.ts'
import { fileNameAt, halfEnding, listBackups, removeHalfOnes, type KeptBackup } from './backup-files.ts'
import { freeBytesOf, type FreeBytes } from './free-bytes.ts'
import { readArchive } from './read-archive.ts'
import { writeArchive } from './write-archive.ts'

export interface BackupSource {
  /** Role that may copy the cluster. */
  readonly backupUrl: string
  readonly dataFolder: string
  /** "18.4" */
  readonly postgres: string
  /** The secret in use was given as SECRET; what lies in the data folder is another one, from before. */
  readonly secretGiven: boolean
  /** What names of archives of this database begin with. */
  readonly prefix: string
}

export interface BackupOptions {
  readonly folder: string
  /** ISO instant. */
  readonly at: string
  /** Ends it before it is whole, and leaves nothing. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: BackupProgress) => void
  /** Asks the disk by itself. */
  readonly freeBytes?: FreeBytes
}

/** How far a backup is that is being made: it is written, and then read again. */
export interface BackupProgress {
  readonly phase: 'writing' | 'checking'
  /** Bytes of the cluster that came so far. */
  readonly done: number
  /** About how many that will be; null as long as nobody knows. */
  readonly expected: number | null
}

/** The disk of the backups has not room enough for one more. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError'
}

/** What is left to others on the disk of the backups, which often is the database's own. */
const leftToOthers = 256 * 1024 * 1024
const lookEvery = 64 * 1024 * 1024

/** Before the first piece: is there room for one like the last, or, without one, for all of the cluster? */
function refuseWithoutRoom(free: number, last: KeptBackup | undefined, expected: number): void {
  const wanted = last === undefined ? expected : Math.min(expected, last.bytes * 1.5)
  if (free < wanted + leftToOthers) throw new NoRoomError('The disk has no room for a backup.')
}

/** The disk is looked at again and again while a backup is written, so that it never takes the database's last room. */
function watchRoom(free: () => Promise<number>): (bytes: number) => Promise<void> {
  let since = 0
  return async (bytes) => {
    since += bytes
    if (since < lookEvery) return
    since = 0
    if ((await free()) < leftToOthers) throw new NoRoomError('The disk is nearly full.')
  }
}

async function readKeptFiles({ dataFolder, secretGiven }: BackupSource): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const name of keptFiles) {
    if (name === 'secret' && secretGiven) continue
    const file = join(dataFolder, name)
    if (existsSync(file)) files.set(name, await readFile(file))
  }
  return files
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeHalf(
  half: string,
  { tar, expectedBytes }: BaseBackup,
  source: BackupSource,
  { folder, at, signal, onProgress, freeBytes = freeBytesOf }: BackupOptions,
): Promise<void> {
  const [last] = await listBackups(folder, source.prefix)
  const free = () => freeBytes(folder)
  refuseWithoutRoom(await free(), last, expectedBytes)
  const files = await readKeptFiles(source)
  const about: AboutBackup = {
    ...aboutUs(),
    postgres: source.postgres,
    at,
    secret: files.has('secret') ? 'inside' : 'given',
  }
  const look = watchRoom(free)
  let written = 0
  const onBytes = (bytes: number) => {
    signal?.throwIfAborted()
    written += bytes
    onProgress?.({ phase: 'writing', done: written, expected: expectedBytes })
    return look(bytes)
  }
  await writeArchive(half, { about, files, cluster: tar, onBytes })
}

/**
 * Makes one backup while everybody works on: written under a name that nobody takes for whole, read again and held to
 * its checksums, and only then given its name.
 */
export async function makeBackup(source: BackupSource, options: BackupOptions): Promise<KeptBackup> {
  const { folder, at, signal } = options
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, fileNameAt(source.prefix, at))
  const half = `${file}${halfEnding}`
  return withBaseBackup(source.backupUrl, async (copy) => {
    // Whoever holds the copy is the only one, so what else looks half is left over.
    await removeHalfOnes(folder, source.prefix)
    try {
      await writeHalf(half, copy, source, options)
      options.onProgress?.({ phase: 'checking', done: copy.expectedBytes, expected: copy.expectedBytes })
      await readArchive(half, { accept: () => signal?.throwIfAborted() })
      signal?.throwIfAborted()
      await rename(half, file)
      await syncFolder(folder)
      return { file, at, bytes: (await stat(file)).size }
    } catch (error) {
      await rm(half, { force: true })
      throw error
    }
  })
}
