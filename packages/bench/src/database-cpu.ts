import { readdir, readFile } from 'node:fs/promises'
import type { Connection } from '@pipewright/db'

const msPerTick = 10

async function statOf(pid: string): Promise<readonly string[]> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** CPU of the whole database server, in milliseconds, sessions that ended too; NaN where the system does not tell. */
export async function databaseCpu(connection: Connection): Promise<number> {
  const [row] = await connection.query<{ pid: number }>({
    text: 'select pg_backend_pid() as pid',
    values: [],
  })
  const server = (await statOf(String(row?.pid)))[1]
  if (server === undefined) return Number.NaN
  const all = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(statOf))
  const living = all.filter(([, parent]) => parent === server)
  const ended = (await statOf(server)).slice(13, 15)
  const ticks = [...ended, ...living.flatMap((stat) => stat.slice(11, 13))].map(Number)
  return ticks.reduce((sum, each) => sum + each, 0) * msPerTick
}
