import { readFile } from 'node:fs/promises'
import type { Child } from './world/child.ts'
import type { World } from './world/open-world.ts'

const msPerTick = 10

/** CPU that a process has used, in milliseconds; NaN where the system does not tell. */
async function ofProcess(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * msPerTick
}

export interface CpuTime {
  readonly server: number
  readonly database: number
}

/** CPU of a server and of its sessions in the database: unlike answers per second, others' work hardly moves it. */
export async function cpuTime({ sql }: World, { pid }: Child, application: string): Promise<CpuTime> {
  const { rows } = await sql.query<{ pid: number }>(
    'select pid from pg_stat_activity where application_name = $1',
    [application],
  )
  const sessions = await Promise.all(rows.map((row) => ofProcess(row.pid)))
  return { server: await ofProcess(pid), database: sessions.reduce((all, each) => all + each, 0) }
}
