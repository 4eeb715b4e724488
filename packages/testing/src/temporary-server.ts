import { startPostgres } from '@pipewright/server/postgres'
import { readdirSync } from 'node:fs'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const prefix = 'pipewright-test-'

/** PIPEWRIGHT_TEST_PG_BIN names the `bin` folder of another PostgreSQL to run the tests on. */
function otherServer(): string | undefined {
  const bin = process.env.PIPEWRIGHT_TEST_PG_BIN
  return bin ? dirname(resolve(bin)) : undefined
}

/** The process that made this folder, told by its name. */
const makerOf = (folder: string) => Number(folder.slice(prefix.length).split('-')[0])

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function remove(folder: string): Promise<void> {
  const cluster = await realpath(join(folder, 'cluster')).catch(() => undefined)
  // Below a closed folder the cluster is kept elsewhere, in a folder made for it alone.
  if (cluster && dirname(cluster) !== folder) await rm(dirname(cluster), { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
}

/** Ends and removes what a killed test run left behind. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter(
    (entry) => entry.startsWith(prefix) && !runs(makerOf(entry)),
  )) {
    const folder = join(tmpdir(), name)
    const left = await startPostgres({ dataFolder: folder, log: () => undefined, purpose: 'tests' }).catch(
      () => undefined,
    )
    await left?.stop()
    await remove(folder).catch(() => undefined)
  }
}

/** A PostgreSQL server in a temporary folder. `stop` ends it and leaves nothing behind. */
export async function startTemporaryServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  await sweep()
  const folder = await realpath(await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`)))
  await chmod(folder, 0o711)
  try {
    const { url, stop } = await startPostgres({
      dataFolder: folder,
      log: () => undefined,
      purpose: 'tests',
      binaries: otherServer(),
    })
    const end = async () => {
      await stop()
      await remove(folder)
    }
    return { url, stop: end }
  } catch (error) {
    await remove(folder)
    throw error
  }
}
