import { connect, migrate, type Database } from '@pipewright/db'
import { buildApp, newSetupToken, type AppOptions } from '@pipewright/server'
import type { FastifyInstance } from 'fastify'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { uuidv7 } from 'uuidv7'
import { createTestClient, type TestClient } from './app-client.ts'
import { freshDatabase, type Template } from './database.ts'

const templatesFolder = fileURLToPath(new URL('../../../templates', import.meta.url))

export interface AppUnderTest {
  readonly app: FastifyInstance
  readonly database: Database
  /** To look at the database from outside, with `query`. */
  readonly databaseUrl: string
  /** The clock that the app sees: stands still until the test moves it. */
  readonly time: { now: number }
  /** A browser that nobody has signed in with yet. */
  client(): TestClient
  /** The browser of the first account, made by the one-time link if need be; the same one at each call. */
  owner(): Promise<TestClient>
  /** A second process on the same database. */
  secondProcess(): Promise<AppUnderTest>
  close(): Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export const ownerPerson = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  password: 'correct horse battery',
  locale: 'en',
  zone: 'Europe/London',
} as const

const migrated: Template = {
  name: 'migrated',
  prepare: async (url: string) => {
    const database = connect({ url, poolSize: 2 })
    try {
      await migrate(database, { now: new Date().toISOString() })
    } finally {
      await database.close()
    }
  },
}

/** What tests may build differently. */
export interface AppUnderTestOptions extends Partial<Omit<AppOptions, 'database' | 'clock'>> {
  readonly now?: string
  /**
   * Begins with the owner and her workspace `acme` of the lead-to-payment template, empty or with its English sample;
   * cloned, so that it costs a test no more than an empty database.
   */
  readonly prepared?: 'workspace' | 'sample'
}

const noDrop = async () => undefined

/** A database in which the owner has made her workspace. */
const withWorkspace = (prepared: 'workspace' | 'sample'): Template => ({
  name: `app_${prepared}`,
  async prepare(url) {
    await migrated.prepare(url)
    const world = await appOn(url, {}, noDrop)
    try {
      const owner = await world.owner()
      const body = { name: 'Acme', template: 'lead-to-payment', locale: 'en', zone: 'Europe/London' } as const
      await owner.call('createWorkspace', { body: { ...body, sample: prepared === 'sample' } })
    } finally {
      await world.close()
    }
  },
})

async function appOn(
  databaseUrl: string,
  options: AppUnderTestOptions,
  drop: () => Promise<void>,
): Promise<AppUnderTest> {
  const { now, prepared: _prepared, ...rest } = options
  const time = { now: Date.parse(now ?? '2026-11-21T08:00:00.000Z') }
  const database = connect({ url: databaseUrl, poolSize: 10 })
  const needs = { database, clock: () => time.now, random: (bytes: number) => randomBytes(bytes) }
  const app = await buildApp({
    ...needs,
    newId: uuidv7,
    secret: 'of these tests',
    origins: [],
    cookieSecure: false,
    templatesFolder,
    log: null,
    checkAnswers: true,
    ...rest,
  })
  const client = () => createTestClient(app)
  let owner: Promise<TestClient> | undefined
  async function makeOwner(): Promise<TestClient> {
    const token = await newSetupToken(needs)
    const browser = client()
    const { email, password } = ownerPerson
    if (token === null) await browser.call('signIn', { body: { email, password } })
    else await browser.call('setUp', { body: { token, ...ownerPerson } })
    return browser
  }
  async function close(): Promise<void> {
    await app.close()
    await database.close()
    await drop()
  }
  return {
    app,
    database,
    databaseUrl,
    time,
    client,
    owner: () => (owner ??= makeOwner()),
    secondProcess: () => appOn(databaseUrl, options, noDrop),
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** The same app as in production on a database of its own, with a clock that stands still. `await using` ends both. */
export async function appUnderTest(options: AppUnderTestOptions = {}): Promise<AppUnderTest> {
  const { url, drop } = await freshDatabase(
    options.prepared === undefined ? migrated : withWorkspace(options.prepared),
  )
  return appOn(url, options, drop)
}
