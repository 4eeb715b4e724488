import { readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive, isServerOf } from './process-life.ts'

export type Postmaster = { readonly pid: number; readonly port: number; readonly status: string }

const pidFile = (cluster: string) => join(cluster, 'postmaster.pid')

/** What `postmaster.pid` says: process on line 1, port on line 4, state ("starting", "ready", "stopping") on line 8. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(pidFile(cluster), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Math.abs(Number(lines[0]))
  if (!pid) return undefined
  return { pid, port: Number(lines[3] ?? 0), status: lines[7]?.trim() ?? 'starting' }
}

/** The server left running on this folder, if there is one. A pid file of any other process is taken away. */
export async function findRunning(cluster: string): Promise<Postmaster | undefined> {
  const said = await readPostmaster(cluster)
  if (!said || !isAlive(said.pid)) return undefined
  if (isServerOf(said.pid, cluster)) return said
  // The id went to another program (a restarted container begins counting anew); PostgreSQL itself would refuse.
  await rm(pidFile(cluster), { force: true })
  return undefined
}

const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])

/** Does a PostgreSQL server answer on this port of our own machine? Asks for SSL, to which it says one letter. */
export function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host: '127.0.0.1', port })
    const finish = (answer: boolean) => {
      socket.destroy()
      done(answer)
    }
    socket.setTimeout(3_000, () => finish(false))
    socket.on('connect', () => socket.write(sslRequest))
    socket.on('data', (letter) => finish(letter.length === 1 && 'SN'.includes(letter.toString('latin1'))))
    socket.on('error', () => finish(false))
    socket.on('close', () => finish(false))
  })
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended by itself.
  }
}

async function isGone(pid: number, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false
    await pause(10)
  }
  return true
}

/** Asks the server to end sessions and stop; one that does not within 20 s is stopped hard (it recovers at the next start). */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await isGone(pid, 20_000)) return
  signal(pid, 'SIGQUIT')
  await isGone(pid, 5_000)
}
