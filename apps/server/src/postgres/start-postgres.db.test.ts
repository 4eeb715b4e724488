import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { query } from '@pipewright/testing/query'
import { readPostmaster } from './postmaster.ts'
import { startPostgres } from './start-postgres.ts'

let folder = ''
let running: { stop: () => Promise<void> }[] = []
let apps: ChildProcess[] = []

let lines: string[] = []

const begin = async () => {
  const started = await startPostgres({ dataFolder: folder, log: (line) => lines.push(line) })
  running.push(started)
  return started
}

/** An app in a process of its own, so that it can be killed. Answers with its database's address. */
async function app(): Promise<{ url: string; kill: () => Promise<void> }> {
  const source = `
    import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'start-postgres.ts'))}
    const { url } = await startPostgres({ dataFolder: ${JSON.stringify(folder)}, log: () => undefined })
    console.log(url)
    setInterval(() => undefined, 1e6)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  apps.push(child)
  const [url] = await once(createInterface(child.stdout), 'line')
  return { url: String(url), kill: () => end(child) }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'pipewright-lifecycle-')))
  chmodSync(folder, 0o711)
  lines = []
})

afterEach(async () => {
  for (const child of apps) await end(child)
  for (const { stop } of running) await stop()
  // Whatever a failed test left running on the folder is taken over and ended before the folder goes.
  if ((await readPostmaster(join(folder, 'cluster'))) !== undefined) await (await begin()).stop()
  await rm(folder, { recursive: true, force: true })
  running = []
  apps = []
})

test('an empty folder becomes a durable UTF-8 database whose role is no superuser (AZ-16)', async () => {
  const { url } = await begin()
  const [row] = await query(
    url,
    `select rolsuper, rolcreaterole, rolcreatedb, pg_has_role('pg_read_server_files', 'member') as reads_files,
      current_setting('fsync') as fsync, current_setting('server_encoding') as encoding,
      (select count(*)::int from pg_extension where extname = 'pg_trgm') as trigrams,
      cardinality(show_trgm('客户续约')) as grams, '阿' < '张' and '陈' < '李' as pinyin
      from pg_roles where rolname = current_user`,
  )
  expect(row).toEqual({
    rolsuper: false,
    rolcreaterole: false,
    rolcreatedb: false,
    reads_files: false,
    fsync: 'on',
    encoding: 'UTF8',
    trigrams: 1,
    grams: 5,
    pinyin: true,
  })
})

test('the server listens on loopback alone and lets only the app role in, with its password', async () => {
  const { url } = await begin()
  const [row] = await query(url, `select current_setting('listen_addresses') as addresses`)
  expect(row).toEqual({ addresses: '127.0.0.1' })
  const other = new URL(url)
  other.username = 'postgres'
  await expect(query(other.toString(), 'select 1')).rejects.toMatchObject({ code: '28000' })
  const wrong = new URL(url)
  wrong.password = 'guess'
  await expect(query(wrong.toString(), 'select 1')).rejects.toMatchObject({ code: '28P01' })
  expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600)
})

test('stop ends the server, and the next start finds the rows at the same address', async () => {
  const first = await begin()
  await query(first.url, 'create table kept as select 1 as id')
  await first.stop()
  await expect(query(first.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  const second = await begin()
  expect(second.url).toBe(first.url)
  expect(await query(second.url, 'select id from kept')).toEqual([{ id: 1 }])
})

test('after kill -9 of the app the next start takes over the server it left, rows included', async () => {
  const killed = await app()
  await query(killed.url, 'create table saved as select 7 as id')
  const before = await readPostmaster(join(folder, 'cluster'))
  await killed.kill()
  const { url, stop } = await begin()
  expect(lines.join()).toContain('taken over')
  expect(await query(url, 'select id from saved')).toEqual([{ id: 7 }])
  expect((await readPostmaster(join(folder, 'cluster')))?.pid).toBe(before?.pid)
  await stop()
  expect(existsSync(join(folder, 'cluster/postmaster.pid'))).toBe(false)
})

test('after kill -9 of app and server together the next start recovers', async () => {
  const killed = await app()
  await query(killed.url, 'create table saved as select 8 as id')
  const server = await readPostmaster(join(folder, 'cluster'))
  await killed.kill()
  process.kill(server?.pid ?? 0, 'SIGKILL')
  const { url } = await begin()
  expect(await query(url, 'select id from saved')).toEqual([{ id: 8 }])
})

test('a pid file that names another living process is stale', async () => {
  await (await begin()).stop()
  const bystander = spawn('sleep', ['60'])
  apps.push(bystander)
  writeFileSync(
    join(folder, 'cluster/postmaster.pid'),
    `${bystander.pid}\n${folder}/cluster\n1\n5432\n\n\n\nready\n`,
  )
  const { url } = await begin()
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(bystander.exitCode).toBe(null)
})

test('a half-made cluster is made anew', async () => {
  mkdirSync(join(folder, 'cluster.half/base'), { recursive: true })
  const { url } = await begin()
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a second app on the same folder is refused in both languages, and the first goes on', async () => {
  const first = await app()
  await expect(begin()).rejects.toMatchObject({
    code: 'folder-in-use',
    message: expect.stringMatching(/Another Pipewright[\s\S]*另一个 Pipewright/),
  })
  expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('when its port was taken meanwhile the server moves to another', async () => {
  const first = await begin()
  await first.stop()
  const port = readFileSync(join(folder, 'port'), 'utf8').trim()
  const squatter = createServer().listen(Number(port), '127.0.0.1')
  await once(squatter, 'listening')
  try {
    const { url } = await begin()
    expect(new URL(url).port).not.toBe(port)
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  } finally {
    squatter.close()
  }
})

test('a data folder that cannot be made is explained in both languages', async () => {
  await expect(
    startPostgres({ dataFolder: '/proc/pipewright/data', log: () => undefined }),
  ).rejects.toMatchObject({
    code: 'folder-not-writable',
    message: expect.stringMatching(/cannot be written[\s\S]*无法写入/),
  })
})
