import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { startTemporaryServer } from './temporary-server.ts'

export type TestServer = { readonly url: string; readonly stop: () => Promise<void> }

/** A database of one test. `await using db = await freshDatabase()` drops it at the end of the block. */
export type FreshDatabase = {
  readonly name: string
  readonly url: string
  readonly drop: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** A database that is prepared once per run and then cloned for each test, e.g. with the system migrations applied. */
export type Template = {
  /** Names what is prepared: `[a-z0-9_]+`. The same name means the same preparation. */
  readonly name: string
  readonly prepare: (url: string) => Promise<void>
}

const onDatabase = (server: string, name: string) => {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.toString()
}

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]', ''])

function ownServer(): string | undefined {
  const url = process.env.TEST_DATABASE_URL
  if (url && !loopback.has(new URL(url).hostname))
    throw new Error(
      `TEST_DATABASE_URL must name a server on this machine: tests make and drop databases there.`,
    )
  return url
}

const prefix = 'pipewright_test_'

const databasesOf = async (client: pg.Client) => {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where datname like '${prefix.replaceAll('_', '\\_')}%'`,
  )
  return rows.map((row) => row.datname)
}

const inUse = '55006'

/**
 * Ends the sessions on a database and drops it. Not `with (force)`: that also wants to end a vacuum that PostgreSQL has
 * begun there by itself, and is refused because such a session is the superuser's; a plain drop sends it away. Both give
 * sessions five seconds to go, for which a machine that runs many tests at once can need longer.
 */
async function dropFrom(client: pg.Client, name: string, tries = 6): Promise<void> {
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = $1 and usename = current_user and pid <> pg_backend_pid()`,
    [name],
  )
  try {
    await client.query(`drop database if exists "${name}"`)
  } catch (error) {
    if (tries <= 1 || !(error instanceof pg.DatabaseError && error.code === inUse)) throw error
    await dropFrom(client, name, tries - 1)
  }
}

async function dropLeftovers(server: string): Promise<void> {
  await onServer(server, async (client) => {
    for (const name of await databasesOf(client)) await dropFrom(client, name)
  })
}

/**
 * The PostgreSQL server for a run of tests: a temporary embedded one (fsync off, which is right only for data that
 * nobody keeps), or the one that TEST_DATABASE_URL names, whose role must be able to create databases.
 */
export async function testServer(): Promise<TestServer> {
  const own = ownServer()
  if (!own) return startTemporaryServer()
  await dropLeftovers(own)
  return { url: own, stop: () => dropLeftovers(own) }
}

async function ensureTemplate(
  client: pg.Client,
  server: string,
  { name, prepare }: Template,
): Promise<string> {
  const template = `${prefix}template_${name}`
  // Test files run in parallel processes; one prepares, the others wait for it.
  await client.query('select pg_advisory_lock(hashtext($1))', [template])
  try {
    if ((await databasesOf(client)).includes(template)) return template
    const half = `${prefix}half_${name}`
    await dropFrom(client, half)
    await client.query(`create database "${half}" template template0 encoding 'UTF8'`)
    await prepare(onDatabase(server, half))
    await client.query(`alter database "${half}" rename to "${template}"`)
    return template
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [template])
  }
}

const dropDatabase = (server: string, name: string): Promise<void> =>
  onServer(server, (client) => dropFrom(client, name))

const plain: Template = {
  name: 'plain',
  prepare: (url) =>
    onServer(url, async (client) => void (await client.query('create extension if not exists pg_trgm'))),
}

/** An empty database of its own for one test (or a clone of a prepared template), with pg_trgm; drop it afterwards. */
export async function freshDatabase(template: Template = plain): Promise<FreshDatabase> {
  const server = process.env.PIPEWRIGHT_TEST_SERVER ?? ownServer()
  if (!server)
    throw new Error('No test server: run under the "db" project of vitest, or set TEST_DATABASE_URL.')
  const name = `${prefix}${randomBytes(8).toString('hex')}`
  await onServer(server, async (client) => {
    const from = await ensureTemplate(client, server, template)
    await client.query(`create database "${name}" template "${from}"`)
  })
  const drop = () => dropDatabase(server, name)
  return { name, url: onDatabase(server, name), drop, [Symbol.asyncDispose]: drop }
}
