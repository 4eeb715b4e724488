import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { plainEnvironment } from './create-cluster.ts'
import { answers, findRunning, type Postmaster, readPostmaster, stopPostmaster } from './postmaster.ts'
import type { RunAs } from './run-as.ts'
import { databaseRefused, diskFull, StartProblem } from './start-problem.ts'
import { stopAtExit } from './stop-at-exit.ts'

export type Launch = {
  readonly binaries: string
  readonly cluster: string
  readonly dataFolder: string
  readonly who: RunAs
  readonly settings: Readonly<Record<string, string>>
}

/** Given at every start, so that a newer Pipewright brings its settings to an older folder. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  cluster_name: 'pipewright',
  timezone: 'UTC',
  // A publish touches every table of a workspace, partitions included, in one transaction.
  max_locks_per_transaction: '256',
  // The log is for operators: warnings, but neither statements nor the rows in a message's detail.
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

const patienceMs = 60_000
const logLimit = 10_000_000

const freePort = () =>
  new Promise<number>((done, fail) => {
    const probe = createServer().on('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The port stays the same from start to start, so that a BI tool keeps its connection settings. */
async function usualPort(dataFolder: string): Promise<number> {
  const known = Number(await readFile(join(dataFolder, 'port'), 'utf8').catch(() => '0'))
  return known || freePort()
}

function openLog(file: string): { handle: number; from: number } {
  const handle = openSync(file, 'a', 0o600)
  if (statSync(file).size > logLimit) truncateSync(file)
  return { handle, from: statSync(file).size }
}

function spawnPostmaster(launch: Launch, port: number, log: number): ChildProcess {
  const flags = Object.entries({ ...settings, ...launch.settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  // A process group of its own: Ctrl-C reaches the app, which ends its requests before it stops the database.
  return spawn(join(launch.binaries, 'bin/postgres'), ['-D', launch.cluster, '-p', String(port), ...flags], {
    ...launch.who,
    cwd: '/',
    detached: true,
    env: plainEnvironment(),
    stdio: ['ignore', log, log],
  })
}

async function untilReady(
  child: ChildProcess,
  cluster: string,
  deadline: number,
): Promise<Postmaster | undefined> {
  while (child.exitCode === null && child.signalCode === null) {
    const said = await readPostmaster(cluster)
    if (said && said.pid === child.pid && said.status === 'ready') return said
    if (Date.now() > deadline) return undefined
    await pause(10)
  }
  return undefined
}

/** Another server, or the dying backends of one, still hold the folder: in a moment they are gone. */
const passing = /lock file "postmaster\.pid" already exists|pre-existing shared memory block/
const portGone = /could not bind|could not create any TCP\/IP sockets/
const fullDisk = /No space left on device|Disk quota exceeded/
const otherVersion = /database files are incompatible with server/

function refusal(launch: Launch, said: string): StartProblem {
  if (fullDisk.test(said)) return diskFull(launch.cluster)
  if (otherVersion.test(said)) {
    return new StartProblem(
      'database-version',
      `The data in ${launch.cluster} was written by another version of PostgreSQL. Start the Pipewright it belongs to, back up, and restore here.`,
      `${launch.cluster} 中的数据由其他版本的 PostgreSQL 写入。请用原来的 Pipewright 启动并备份，再在此恢复。`,
    )
  }
  const lastWords = said.trim().split('\n').slice(-6).join('\n')
  return databaseRefused(`PostgreSQL did not start (${join(launch.dataFolder, 'server.log')}).\n${lastWords}`)
}

type Attempt = { readonly ready?: Postmaster; readonly said: string }

async function attempt(launch: Launch, port: number, deadline: number): Promise<Attempt> {
  const file = join(launch.dataFolder, 'server.log')
  const { handle, from } = openLog(file)
  let forget: () => void = () => undefined
  try {
    const child = spawnPostmaster(launch, port, handle)
    if (child.pid !== undefined) forget = stopAtExit(child.pid)
    let spawnError = ''
    child.on('error', (error) => (spawnError = error.message))
    child.unref()
    const ready = child.pid === undefined ? undefined : await untilReady(child, launch.cluster, deadline)
    if (ready) return { ready, said: '' }
    if (child.pid !== undefined && child.exitCode === null) await stopPostmaster(child.pid)
    return { said: readFileSync(file).subarray(from).toString() + spawnError }
  } finally {
    forget()
    closeSync(handle)
  }
}

async function takeOver(cluster: string, deadline: number): Promise<Postmaster | undefined> {
  for (;;) {
    const running = await findRunning(cluster)
    if (!running) return undefined
    if (running.status === 'ready') {
      if (await answers(running.port)) return running
      await stopPostmaster(running.pid)
    } else if (Date.now() > deadline) {
      throw databaseRefused(
        `the server left on ${cluster} (process ${running.pid}) is ${running.status} and does not end`,
      )
    } else await pause(20)
  }
}

/** The server on this folder: the one a killed app left running, or a new one. */
export async function launchPostmaster(launch: Launch): Promise<Postmaster & { takenOver: boolean }> {
  const deadline = Date.now() + patienceMs
  let port = await usualPort(launch.dataFolder)
  for (;;) {
    const left = await takeOver(launch.cluster, deadline)
    if (left) return { ...left, takenOver: true }
    const { ready, said } = await attempt(launch, port, deadline)
    if (ready) {
      await writeFile(join(launch.dataFolder, 'port'), `${port}\n`)
      return { ...ready, takenOver: false }
    }
    if (Date.now() > deadline) throw refusal(launch, said)
    if (portGone.test(said)) port = await freePort()
    else if (passing.test(said)) await pause(50)
    else throw refusal(launch, said)
  }
}
