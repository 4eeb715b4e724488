import { createHash } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** One archive that is whole: it got its name after it had been written and read again. */
export interface KeptBackup {
  readonly file: string
  /** ISO instant at which it was begun. */
  readonly at: string
  readonly bytes: number
}

/** Archives of different databases may lie in one folder; each knows its own by the identifier of its cluster. */
export const namePrefix = (clusterId: string): string =>
  `pipewright-${createHash('sha256').update(clusterId).digest('hex').slice(0, 8)}-`

const ending = '.tar.gz'
export const halfEnding = '.part'

/** "2026-11-29T02:30:00.000Z" → "20261129T023000Z" */
export const fileNameAt = (prefix: string, at: string): string =>
  `${prefix}${at.replaceAll(/[-:]|\.\d+/g, '')}${ending}`

function instantIn(name: string, prefix: string): string | undefined {
  const stamp = name.slice(prefix.length, -ending.length)
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp) ?? []
  return year === undefined ? undefined : `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
}

const unlessMissing = (error: NodeJS.ErrnoException): string[] => {
  if (error.code === 'ENOENT') return []
  throw error
}

/** The backups of one database in a folder, newest first. */
export async function listBackups(folder: string, prefix: string): Promise<KeptBackup[]> {
  const names = await readdir(folder).catch(unlessMissing)
  const kept: KeptBackup[] = []
  for (const name of names) {
    if (!name.startsWith(prefix) || !name.endsWith(ending)) continue
    const at = instantIn(name, prefix)
    if (at === undefined) continue
    const file = join(folder, name)
    kept.push({ file, at, bytes: (await stat(file)).size })
  }
  return kept.toSorted((one, other) => other.at.localeCompare(one.at))
}

/** Takes away what killed backups left; the caller knows that none is under way. */
export async function removeHalfOnes(folder: string, prefix: string): Promise<void> {
  const names = await readdir(folder).catch(unlessMissing)
  for (const name of names)
    if (name.startsWith(prefix) && name.endsWith(halfEnding)) await rm(join(folder, name), { force: true })
}
