import { randomBytes, createHash } from 'node:crypto'
import { existsSync, lstatSync, statSync } from 'node:fs'
import { chmod, mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { areFoldersOpen } from './reachable.ts'
import type { RunAs } from './run-as.ts'
import { StartProblem } from './start-problem.ts'

/** Where root keeps a cluster whose data folder the system user cannot come to. */
const openFolder = '/var/lib/pipewright'

async function makeWithParents(folder: string): Promise<void> {
  // Not mkdir's own `recursive`, which goes round in circles where a folder refuses (Node 24 on /proc).
  if (existsSync(folder)) return
  await makeWithParents(dirname(folder))
  await mkdir(folder).then(
    () => chmod(folder, 0o711),
    (error: NodeJS.ErrnoException) => {
      // Another start made it in between.
      if (error.code !== 'EEXIST') throw error
    },
  )
}

/** Makes the folder; what it makes is open for passing through (not for reading), whatever the umask says. */
export async function makeFolder(path: string): Promise<string> {
  await makeWithParents(resolve(path))
  return realpath(path)
}

/** Who owns the cluster in this data folder, if there is one. */
export function clusterOwner(dataFolder: string): Required<RunAs> | undefined {
  const cluster = join(dataFolder, 'cluster')
  if (!existsSync(cluster)) return undefined
  const { uid, gid } = statSync(cluster)
  return { uid, gid }
}

function refuseDanglingLink(link: string): void {
  if (existsSync(link) || !lstatSync(link, { throwIfNoEntry: false })) return
  throw new StartProblem(
    'folder-missing',
    `The database folder that ${link} points to is gone. Bring it back, or delete ${link} to begin with an empty database.`,
    `${link} 指向的数据库文件夹已不存在。请恢复该文件夹，或删除 ${link} 以使用空数据库重新开始。`,
  )
}

/**
 * The folder of the cluster (PGDATA), which may not exist yet. It is `cluster` in the data folder; below a folder closed
 * to the system user (root's home, say) that is a link to a folder of its own in /var/lib/pipewright.
 */
export async function placeCluster(dataFolder: string, who: RunAs): Promise<string> {
  const cluster = join(dataFolder, 'cluster')
  refuseDanglingLink(cluster)
  if (existsSync(cluster)) return realpath(cluster)
  if (areFoldersOpen(cluster, who)) return cluster
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  return join(await makeFolder(join(openFolder, name)), 'cluster')
}

/** Leaves the link in the data folder once the cluster is made, for the next start and for people who look. */
export async function linkCluster(dataFolder: string, cluster: string): Promise<void> {
  const expected = join(dataFolder, 'cluster')
  if (cluster !== expected && !existsSync(expected)) await symlink(cluster, expected)
}

/** The password of a role of ours: random, made once, readable by the app's own user alone. */
export async function readPassword(
  dataFolder: string,
  name: 'password' | 'backup-password',
): Promise<string> {
  const file = join(dataFolder, name)
  const known = await readFile(file, 'utf8').catch(() => '')
  if (known.trim()) return known.trim()
  const password = randomBytes(24).toString('hex')
  await writeFile(file, `${password}\n`, { mode: 0o600 })
  return password
}
