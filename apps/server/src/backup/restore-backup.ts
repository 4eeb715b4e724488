import { existsSync } from 'node:fs'
import { readdir, realpath, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { lockFolder } from '../postgres/app-lock.ts'
import { embeddedMajor } from '../postgres/binaries.ts'
import { makeEmpty } from '../postgres/create-cluster.ts'
import { linkCluster, makeFolder, placeCluster } from '../postgres/data-folder.ts'
import { restoringMark } from '../postgres/half-restored.ts'
import { chooseRunAs } from '../postgres/run-as.ts'
import { aboutUs, type AboutBackup } from './about-backup.ts'
import { noRoomToRestore, notEmpty, refuseForeign } from './backup-problems.ts'
import { freeBytesOf, type FreeBytes } from './free-bytes.ts'
import { readArchive } from './read-archive.ts'
import { markRestored } from './restored-mark.ts'
import { markRestoring, unpackInto } from './unpack-cluster.ts'

export interface RestoreOptions {
  readonly file: string
  /** Empty, or not there yet. */
  readonly dataFolder: string
  /** ISO instant. */
  readonly now: string
  /** Asks the disk by itself. */
  readonly freeBytes?: FreeBytes
}

const accept = (about: AboutBackup) => refuseForeign(about, { ...aboutUs(), postgresMajor: embeddedMajor() })

/** Locks of starts, and what a restore that was killed began. */
async function refuseUnlessEmpty(folder: string): Promise<void> {
  if (!existsSync(folder) || existsSync(restoringMark(folder))) return
  const names = await readdir(folder)
  if (names.some((name) => !name.startsWith('app.lock'))) throw notEmpty(folder)
}

async function removeHalf(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder))
    if (!name.startsWith('app.lock') && name !== 'restoring')
      await rm(join(dataFolder, name), { recursive: true, force: true })
}

async function unpack(
  { file, now }: RestoreOptions,
  dataFolder: string,
  refuseWithoutRoom: () => Promise<void>,
): Promise<AboutBackup> {
  const mark = restoringMark(dataFolder)
  const goesOn = existsSync(mark)
  if (goesOn) await removeHalf(dataFolder)
  const who = chooseRunAs(undefined)
  const cluster = await placeCluster(dataFolder, who)
  // Refused before the mark is left: a folder that nothing was done to can be started.
  if (!goesOn && existsSync(cluster)) throw notEmpty(cluster)
  const half = `${cluster}.half`
  if (goesOn) {
    for (const left of [cluster, half]) await rm(left, { recursive: true, force: true })
    await refuseWithoutRoom()
  }
  await markRestoring(mark, file)
  await makeEmpty(half, who)
  const { about } = await readArchive(file, { accept, ...unpackInto({ dataFolder, cluster: half, who }) })
  await rename(half, cluster)
  await linkCluster(dataFolder, cluster)
  await markRestored(dataFolder, { backupAt: about.at, restoredAt: now })
  await rm(mark)
  return about
}

/**
 * Brings a backup back into an empty data folder, from which the server then starts as from any other. The whole
 * archive is checked first: what is damaged, newer or of another PostgreSQL is refused before anything is touched. A
 * killed restore is begun anew by the next one, and no server starts on what it left. The start after it sends nothing
 * before an administrator says so.
 */
export async function restoreBackup(options: RestoreOptions): Promise<AboutBackup> {
  const { file, dataFolder, freeBytes = freeBytesOf } = options
  await refuseUnlessEmpty(dataFolder)
  const { bytes } = await readArchive(file, { accept })
  const refuseWithoutRoom = async () => {
    const [needed, free] = [bytes * 1.1, await freeBytes(dataFolder)]
    if (free < needed) throw noRoomToRestore(dataFolder, needed, free)
  }
  // What a killed restore left takes room until it is begun anew.
  if (!existsSync(restoringMark(dataFolder))) await refuseWithoutRoom()
  const folder = await realpath(await makeFolder(dataFolder))
  const unlock = await lockFolder(folder)
  try {
    await refuseUnlessEmpty(folder)
    return await unpack(options, folder, refuseWithoutRoom)
  } finally {
    await unlock()
  }
}
