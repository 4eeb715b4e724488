import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync } from 'node:fs'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { readPostmaster } from './postgres/postmaster.ts'

const main = join(import.meta.dirname, 'main.ts')

test('Ctrl-C while it starts ends the database it started', async () => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'pipewright-interrupted-')))
  chmodSync(folder, 0o711)
  try {
    const env = { ...process.env, DATA_FOLDER: folder, PORT: '0', LOGS: 'off', DATABASE_URL: '' }
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'pipe'] })
    const lines: string[] = []
    for await (const line of createInterface(child.stderr)) {
      lines.push(line)
      // Said before the tables are made and the port is opened.
      if (line.includes('PostgreSQL is running')) child.kill('SIGINT')
    }
    if (child.exitCode === null) await once(child, 'exit')
    expect(lines.join('\n')).toContain('PostgreSQL is running')
    expect(child.exitCode).toBe(0)
    expect(await readPostmaster(join(folder, 'cluster'))).toBeUndefined()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
