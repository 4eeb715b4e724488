import { findBinaries } from './binaries.ts'
import { lockFolder } from './app-lock.ts'
import { refuseHalfRestored } from './half-restored.ts'
import { admitBackups, createCluster } from './create-cluster.ts'
import { clusterOwner, linkCluster, makeFolder, placeCluster, readPassword } from './data-folder.ts'
import { type Launch, launchPostmaster } from './launch-postmaster.ts'
import { stopPostmaster } from './postmaster.ts'
import { chooseRunAs } from './run-as.ts'
import { explainStartFailure } from './start-problem.ts'
import { stopAtExit } from './stop-at-exit.ts'

export type PostgresOptions = {
  /** Everything the embedded server keeps: the cluster, its password, its log, its port. Made if absent. */
  readonly dataFolder: string
  /** Told in one line what happened: made, started, taken over. */
  readonly log: (line: string) => void
  /** `tests`: no fsync, and the role may create databases. Never for data that anybody wants to keep. */
  readonly purpose?: 'keep' | 'tests'
  /** The folder around `bin` of another PostgreSQL than the embedded one, 15 or later. */
  readonly binaries?: string | undefined
}

export type RunningPostgres = {
  /** Role `pipewright` (no superuser) on database `pipewright`, which it owns and which has pg_trgm. Loopback only. */
  readonly url: string
  /** Role `pipewright_backup`, which may copy the cluster and nothing else. */
  readonly backupUrl: string
  /** Ends the server, also one that was taken over, and frees the data folder. */
  readonly stop: () => Promise<void>
}

const forTests = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }

async function launchIn(
  dataFolder: string,
  { log, purpose = 'keep', binaries: given }: PostgresOptions,
): Promise<RunningPostgres> {
  const who = chooseRunAs(clusterOwner(dataFolder))
  const [binaries, cluster, password, backupPassword] = await Promise.all([
    given ?? findBinaries(who),
    placeCluster(dataFolder, who),
    readPassword(dataFolder, 'password'),
    readPassword(dataFolder, 'backup-password'),
  ])
  const createsDatabases = purpose === 'tests'
  const wanted = { binaries, cluster, password, backupPassword, who, createsDatabases }
  await createCluster(wanted)
  await admitBackups(wanted)
  await linkCluster(dataFolder, cluster)
  const launch: Launch = { binaries, cluster, dataFolder, who, settings: purpose === 'tests' ? forTests : {} }
  const { pid, port, takenOver } = await launchPostmaster(launch)
  log(
    `PostgreSQL ${takenOver ? 'was still running and is taken over' : 'is running'} on 127.0.0.1:${port}, data in ${cluster}`,
  )
  const forget = stopAtExit(pid)
  return {
    url: `postgres://pipewright:${password}@127.0.0.1:${port}/pipewright`,
    backupUrl: `postgres://pipewright_backup:${backupPassword}@127.0.0.1:${port}/pipewright`,
    stop: async () => {
      await stopPostmaster(pid)
      forget()
    },
  }
}

/**
 * Starts the embedded PostgreSQL on a data folder, or takes over the server that a killed app left running there. Works
 * for an ordinary user and for root (who hands it to the system user `postgres`). A second app on the same folder is
 * refused. Every failure a person can mend is a `StartProblem` with words for that person.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  try {
    const dataFolder = await makeFolder(options.dataFolder)
    const unlock = await lockFolder(dataFolder)
    try {
      refuseHalfRestored(dataFolder)
      const { stop, ...addresses } = await launchIn(dataFolder, options)
      const end = async () => {
        await stop()
        await unlock()
      }
      return { ...addresses, stop: end }
    } catch (error) {
      await unlock()
      throw error
    }
  } catch (error) {
    throw explainStartFailure(error, options.dataFolder) ?? error
  }
}
