import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive, startedAt } from './process-life.ts'
import { StartProblem } from './start-problem.ts'

type Holder = { readonly pid: number; readonly started: string }

const nameOf = ({ pid, started }: Holder) => `${pid} ${started}\n`

function parseHolder(text: string): Holder {
  const [pid = '', ...started] = text.trim().split(' ')
  return { pid: Number(pid), started: started.join(' ') }
}

/** A process id is given out again sooner or later; only together with its start time does it name a process. */
const isHeld = ({ pid, started }: Holder) => pid > 0 && isAlive(pid) && startedAt(pid) === started

const inUse = (folder: string, pid: number) =>
  new StartProblem(
    'folder-in-use',
    `Another Pipewright (process ${pid}) already runs on ${folder}. Stop it first, or let both use one database server through DATABASE_URL.`,
    `另一个 Pipewright（进程 ${pid}）正在使用 ${folder}。请先停止它，或通过 DATABASE_URL 让两者共用一个数据库服务器。`,
  )

async function removeStale(lock: string, stale: string): Promise<void> {
  const aside = `${lock}.${process.pid}`
  await rename(lock, aside).catch(() => undefined)
  const moved = await readFile(aside, 'utf8').catch(() => stale)
  // Another start may have replaced the stale lock in between: then what was moved is a living one, and goes back.
  if (moved !== stale) await link(aside, lock).catch(() => undefined)
  await rm(aside, { force: true })
}

/**
 * One app per data folder, because the app that ends also stops the database. The lock names a process, so a killed
 * app leaves nothing that a person must clean up. Returns the release.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const lock = join(folder, 'app.lock')
  const mine = nameOf({ pid: process.pid, started: startedAt(process.pid) })
  const draft = `${lock}.new.${process.pid}`
  await writeFile(draft, mine, { mode: 0o600 })
  try {
    for (;;) {
      // A link appears whole or not at all, so nobody reads a lock half written.
      const taken = await link(draft, lock).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'EEXIST') return false
          throw error
        },
      )
      if (taken) return () => rm(lock, { force: true })
      const text = await readFile(lock, 'utf8').catch(() => '')
      if (isHeld(parseHolder(text))) throw inUse(folder, parseHolder(text).pid)
      await removeStale(lock, text)
    }
  } finally {
    await rm(draft, { force: true })
  }
}
