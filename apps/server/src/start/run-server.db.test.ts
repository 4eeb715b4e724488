import { appUnderTest, freshDatabase, query } from '@pipewright/testing'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { explainStartFailure } from '../postgres/start-problem.ts'
import { readConfig } from './config.ts'
import { runServer } from './run-server.ts'

const silent = () => undefined

const configFor = (url: string, port = '0') => readConfig({ DATABASE_URL: url, PORT: port, LOGS: 'off' })

test('an empty database gets its tables and a one-time link that works; a second start makes a new link', async () => {
  await using database = await freshDatabase()
  const first = await runServer(configFor(database.url), silent)
  const [setup, before] = [new URL(first.setupUrl ?? ''), first.url]
  expect(setup.pathname).toBe('/setup')
  await first.stop()
  await expect(fetch(`${before}/healthz`)).rejects.toThrow('fetch failed')
  const second = await runServer(configFor(database.url), silent)
  const token = new URL(second.setupUrl ?? '').searchParams.get('token')
  expect(token).not.toBe(setup.searchParams.get('token'))
  const person = {
    name: 'Ada',
    email: 'ada@example.com',
    password: 'correct horse',
    locale: 'en',
    zone: 'UTC',
  }
  const made = await fetch(`${second.url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: second.url },
    body: JSON.stringify({ token, ...person }),
  })
  expect(made.status).toBe(200)
  await second.stop()
  const third = await runServer(configFor(database.url), silent)
  expect(third.setupUrl).toBeNull()
  await third.stop()
})

test('two that start together on an empty database both come up', async () => {
  await using database = await freshDatabase()
  const servers = await Promise.all([1, 2].map(() => runServer(configFor(database.url), silent)))
  for (const { url } of servers) expect((await fetch(`${url}/readyz`)).status).toBe(200)
  await Promise.all(servers.map(({ stop }) => stop()))
})

test('a taken port is said in words, and nothing stays behind', async () => {
  await using database = await freshDatabase()
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const failure = await runServer(configFor(database.url, String(port)), silent).catch(
    (error: unknown) => error,
  )
  expect(explainStartFailure(failure)?.message).toMatch(
    new RegExp(`Port ${port} is taken[\\s\\S]*端口 ${port} 已被`),
  )
  other.close()
  const open = await query(
    database.url,
    `select 1 from pg_stat_activity where application_name = 'pipewright' and datname = current_database()`,
  )
  expect(open).toEqual([])
})

test('OP-08: a database that would lose letters is refused in words', async () => {
  await using database = await freshDatabase()
  const name = `${database.name}_ascii`
  await query(
    database.url,
    `create database "${name}" template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'`,
  )
  const url = new URL(database.url)
  url.pathname = `/${name}`
  const failure = await runServer(configFor(url.toString()), silent).catch((error: unknown) => error)
  await query(database.url, `drop database "${name}" with (force)`)
  expect(explainStartFailure(failure)?.message).toMatch(/SQL_ASCII[\s\S]*数据库编码/)
})

test('a server that is not there is said in words', async () => {
  const failure = await runServer(configFor('postgres://nobody@127.0.0.1:1/none'), silent).catch(
    (error: unknown) => error,
  )
  expect(explainStartFailure(failure)?.code).toBe('database-refused')
})

test('OP-03: what other tools brought back is held when the command says so, before anything goes out', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const folder = await mkdtemp(join(tmpdir(), 'pipewright-restored-'))
  const settings = { DATABASE_URL: world.databaseUrl, PORT: '0', LOGS: 'off', DATA_FOLDER: folder }
  const held = () => query(world.databaseUrl, 'select workspace, backup_at from system.hold')
  const startOnce = async (...words: string[]) =>
    (await runServer(readConfig(settings, words), silent)).stop()
  await startOnce()
  expect(await held()).toEqual([])
  await startOnce('--restored')
  expect(await held()).toEqual([{ workspace: 'acme', backup_at: null }])
  await startOnce()
  expect(await held()).toHaveLength(1)
  await rm(folder, { recursive: true, force: true })
})
