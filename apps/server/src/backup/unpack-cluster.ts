import { chown, mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunAs } from '../postgres/run-as.ts'
import { clusterPrefix, keptFiles } from './archive-entry.ts'
import type { ArchiveReader } from './read-archive.ts'

interface Target {
  readonly dataFolder: string
  /** The folder that becomes the cluster. */
  readonly cluster: string
  readonly who: RunAs
}

async function give(path: string, { uid, gid }: RunAs): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
}

const isKept = (name: string): boolean => keptFiles.some((kept) => kept === name)

/** Puts every entry in its place: the cluster belongs to whom PostgreSQL runs as, the passwords and the secret to us. */
export function unpackInto({ dataFolder, cluster, who }: Target): Pick<ArchiveReader, 'take' | 'onEnd'> {
  let close = async () => {}
  return {
    async take({ name, isFolder }) {
      const inCluster = name.startsWith(clusterPrefix)
      if (!inCluster && !isKept(name)) return async () => undefined
      const path = inCluster ? join(cluster, name.slice(clusterPrefix.length)) : join(dataFolder, name)
      const owner = inCluster ? who : {}
      if (isFolder) {
        await mkdir(path, { recursive: true, mode: 0o700 })
        close = () => give(path, owner)
        return async () => undefined
      }
      const handle = await open(path, 'w', 0o600)
      close = async () => {
        await handle.close()
        await give(path, owner)
      }
      return (piece) => handle.writeFile(piece)
    },
    async onEnd() {
      await close()
      close = async () => {}
    },
  }
}

/** Begins a restore; as long as this lies there, the folder holds no database that could be started. */
export const markRestoring = (mark: string, file: string) => writeFile(mark, `${file}\n`, { mode: 0o600 })
