import {
  clusterFacts,
  connect,
  findHold,
  listBackupRuns,
  listWorkspaces,
  migrate,
  type Database,
} from '@pipewright/db'
import { query } from '@pipewright/testing/query'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync } from 'node:fs'
import { mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type RunningPostgres } from '../postgres/start-postgres.ts'
import { listBackups, namePrefix } from './backup-files.ts'
import { keepBackups } from './keep-backups.ts'
import { makeBackup, type BackupSource } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { holdRestored, markRestored } from './restored-mark.ts'

let root = ''
let server: RunningPostgres
let database: Database
let source: BackupSource
const log = () => undefined
const now = '2026-11-30T09:00:00.000Z'
const plenty = 1_000_000_000_000

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'pipewright-killed-')))
  chmodSync(root, 0o711)
  const dataFolder = join(root, 'data')
  server = await startPostgres({ dataFolder, log })
  database = connect({ url: server.url, poolSize: 2 })
  await migrate(database, { now })
  const { version: postgres, clusterId } = await clusterFacts(database)
  source = {
    backupUrl: server.backupUrl,
    dataFolder,
    postgres,
    secretGiven: false,
    prefix: namePrefix(clusterId),
  }
  // Large enough that a kill comes in the middle.
  await query(
    server.url,
    `create table kept as select n as id, repeat(md5(n::text), 20) as body from generate_series(1, 60000) n`,
  )
})

afterAll(async () => {
  await database.close()
  await server.stop()
  await rm(root, { recursive: true, force: true })
})

const settingsIn = (folder: string) => ({
  folder,
  time: { hour: 2, minute: 30 },
  retention: { daily: 7, weekly: 4 },
})
const never = { firstMs: 3_600_000, lookMs: 3_600_000, againMs: 3_600_000 }

/** Runs a module in a process of its own. */
function runApart(code: string): ChildProcess {
  const args = ['--input-type=module', '-e', code]
  return spawn(process.execPath, args, { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] })
}

async function killNow(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const module = (name: string) => JSON.stringify(join(import.meta.dirname, name))

/** A server that stands still in the middle of a backup, as it is after some of it was written. */
function backupThatStops(folder: string): ChildProcess {
  const options = { source, settings: settingsIn(folder), times: never }
  return runApart(`
    import { connect } from '@pipewright/db'
    import { makeRemembered } from ${module('make-remembered.ts')}
    const database = connect({ url: ${JSON.stringify(server.url)}, poolSize: 1 })
    const onProgress = ({ done }) => {
      if (done < 8_000_000) return
      console.log('half')
      setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 200)
    }
    const options = { ...${JSON.stringify(options)}, database, clock: Date.now, say: () => undefined }
    const one = { at: new Date().toISOString(), signal: new AbortController().signal, onProgress }
    await makeRemembered(options, one)`)
}

test('a server that is killed in the middle of a backup leaves none; the next start clears up, and the next backup is whole', async () => {
  const folder = join(root, 'killed-backups')
  const child = backupThatStops(folder)
  if (child.stdout !== null) for await (const _ of createInterface(child.stdout)) break
  await pause(400)
  await killNow(child)
  expect((await readdir(folder)).map((name) => name.split('.').at(-1))).toEqual(['part'])
  expect(await listBackups(folder, source.prefix)).toEqual([])
  const slots = () => query(server.url, 'select from pg_replication_slots')
  await expect.poll(slots, { timeout: 20_000 }).toEqual([])
  expect(await listBackupRuns(database)).toMatchObject([{ outcome: null }])

  const options = { source, database, clock: Date.now, say: () => undefined, times: never }
  const kept = keepBackups({ ...options, settings: settingsIn(folder) })
  expect(await kept.standing()).toMatchObject({
    backups: [],
    underWay: undefined,
    trouble: undefined,
    cutOff: expect.any(String) as string,
  })
  expect(await listBackupRuns(database)).toMatchObject([{ outcome: 'stopped' }])
  expect(await readdir(folder)).toEqual([])
  await pause(1000)
  kept.begin()
  await expect.poll(async () => (await kept.standing()).underWay, { timeout: 60_000 }).toBeUndefined()
  expect(await kept.standing()).toMatchObject({ backups: [{ checked: 'checked' }] })
  await kept.stop()
}, 120_000)

test('a restore that is killed in the middle says so at the next start, which touches nothing, and can be done again', async () => {
  const { file } = await makeBackup(source, { folder: join(root, 'backups'), at: now })
  const dataFolder = join(root, 'killed-restore')
  const child = runApart(`
    import { restoreBackup } from ${module('restore-backup.ts')}
    await restoreBackup(${JSON.stringify({ file, dataFolder, now })})`)
  const half = join(dataFolder, 'cluster.half', 'base')
  while (!existsSync(half)) await pause(2)
  await killNow(child)
  expect(existsSync(join(dataFolder, 'restoring'))).toBe(true)
  expect(existsSync(join(dataFolder, 'cluster'))).toBe(false)
  const failure: unknown = await startPostgres({ dataFolder, log }).catch((error: unknown) => error)
  expect(String(failure)).toMatch(/did not finish[\s\S]*--restore[\s\S]*没有完成/)
  expect(existsSync(half)).toBe(true)
  // What is left over takes the room that the restore needs.
  const freeBytes = async () => (existsSync(half) ? 1_000_000 : plenty)
  await restoreBackup({ file, dataFolder, now, freeBytes })
  const restored = await startPostgres({ dataFolder, log })
  const rows = `select count(*)::int as n, md5(string_agg(id || body, ',' order by id)) as hash from kept`
  expect(await query(restored.url, rows)).toEqual(await query(server.url, rows))
  await restored.stop()
  expect(existsSync(join(dataFolder, 'restored'))).toBe(true)
  expect((await readdir(dataFolder)).filter((name) => /half|restoring/.test(name))).toEqual([])
}, 120_000)

test('without room no backup is begun, one that takes the last room is ended, and neither leaves anything', async () => {
  const folder = join(root, 'no-room')
  const make = (...free: number[]) =>
    makeBackup(source, { folder, at: now, freeBytes: async () => free.shift() ?? 0 })
  await expect(make(1_000_000)).rejects.toMatchObject({ name: 'NoRoomError' })
  await expect(make(plenty, 1_000_000)).rejects.toMatchObject({ name: 'NoRoomError' })
  expect(await readdir(folder)).toEqual([])
})

test('without room nothing is restored, and nothing is touched', async () => {
  const { file } = await makeBackup(source, { folder: join(root, 'backups'), at: '2026-11-30T10:00:00.000Z' })
  const dataFolder = join(root, 'no-room-restore')
  const restored = restoreBackup({ file, dataFolder, now, freeBytes: async () => 1_000_000 })
  await expect(restored).rejects.toThrow(/needs 0\.\d GB[\s\S]*Nothing was changed[\s\S]*仅剩/)
  expect(existsSync(dataFolder)).toBe(false)
})

/** Somebody is signed in, by the database that was brought back. */
const signIn = () =>
  query(
    server.url,
    `with ada as (insert into system.account (id, email, name, password_hash, locale, zone, created_at)
      values (gen_random_uuid(), gen_random_uuid() || '@example.com', 'Ada', '', 'en', 'UTC', now()) returning id)
     insert into system.session (id_hash, account, created_at, last_seen, expires_at)
      select gen_random_uuid()::text, id, now(), now(), now() + interval '1 day' from ada`,
  )
const sessions = async () =>
  (await query<{ count: string }>(server.url, 'select count(*)::text as count from system.session'))[0]?.count

test('OP-03: the start after a restore holds every workspace and ends all sessions, once, before it takes the mark of it away', async () => {
  const dataFolder = join(root, 'mark')
  const hold = { backupAt: '2026-11-29T02:30:00.000Z', restoredAt: now }
  await query(
    server.url,
    `insert into system.workspace (key, name, schema, created_at) values ('a', 'A', 'ws_a', now())`,
  )
  const [workspace] = await listWorkspaces(database)
  if (workspace === undefined) throw new Error('There is one.')
  await signIn()
  expect(await holdRestored(database, dataFolder, now)).toBe(false)
  expect(await sessions()).toBe('1')
  await markRestored(dataFolder, hold)
  const broken = connect({ url: 'postgres://nobody@127.0.0.1:1/none', poolSize: 1 })
  await expect(holdRestored(broken, dataFolder, now)).rejects.toThrow(/./)
  await broken.close()
  expect(await holdRestored(database, dataFolder, now)).toBe(true)
  expect(await findHold(database, workspace)).toEqual(hold)
  expect(await sessions()).toBe('0')
  await signIn()
  expect(await holdRestored(database, dataFolder, now)).toBe(false)
  expect(await sessions()).toBe('1')
  const later = '2026-12-01T09:00:00.000Z'
  await writeFile(join(dataFolder, 'restored'), '{')
  expect(await holdRestored(database, dataFolder, later)).toBe(true)
  expect(await findHold(database, workspace)).toEqual({ backupAt: null, restoredAt: later })
})
