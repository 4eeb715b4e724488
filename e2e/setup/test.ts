import { execFileSync } from 'node:child_process'
import { test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { freshDatabase } from '@pipewright/testing/database'
import { query } from '@pipewright/testing/query'
import type { ApiClient } from './api-client.ts'
import { startServer } from './server-process.ts'
import { watchUnderWay } from './under-way.ts'
import { watchPages } from './watch-page.ts'
import { signIn, worldTemplate, type Locale, type Person } from './world.ts'

/** What a project of the configuration chooses. */
export interface JourneyOptions {
  journeyLocale: Locale
}

/** The server of a worker, its database and people. */
export interface World {
  readonly url: string
  readonly workspace: string
  /** Rows of a statement on the tables of the workspace, read from outside. */
  sql<T extends Record<string, unknown>>(statement: string, values?: unknown[]): Promise<T[]>
  api(person: Person): Promise<ApiClient>
  /** Signs in anew when somebody is next needed: whoever gets other roles is signed out. */
  signedOut(person: Person): void
  /** What the server holds in memory, in MB. */
  memory(): number
}

interface Journey {
  /** The words that a person sees, in the language of the project. */
  t(en: string, zh: string): string
  /** A browser page of a signed-in person. */
  as(person: Person): Promise<Page>
  /** A browser that nobody has signed in with. */
  stranger(): Promise<Page>
  /** Address of a page of the workspace: "/f/lead". */
  at(path: string): string
}

/** The server, database and people of one worker: no two workers see one another's records. */
async function openWorld(locale: Locale) {
  const database = await freshDatabase(worldTemplate(locale))
  const server = await startServer({
    DATABASE_URL: database.url,
    LOGS: 'off',
    OUTGOING_NETWORKS: '127.0.0.1/32',
  })
  const clients = new Map<Person, Promise<ApiClient>>()
  const world: World = {
    url: server.url,
    workspace: 'northwind',
    sql: (statement, values) => query(withPath(database.url), statement, values),
    api(person) {
      const known = clients.get(person) ?? signIn(server.url, person, locale)
      clients.set(person, known)
      return known
    },
    signedOut(person) {
      clients.delete(person)
    },
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(server.child.pid)])) / 1000,
  }
  const close = async () => {
    await server.stop()
    await database.drop()
  }
  return { world, close }
}

/** Tables of the workspace can then be named without their schema, as a person would in psql. */
function withPath(url: string): string {
  const address = new URL(url)
  address.searchParams.set('options', '-c search_path=ws_northwind')
  return address.href
}

export const test = base.extend<{ journey: Journey }, JourneyOptions & { world: World }>({
  journeyLocale: ['en', { option: true, scope: 'worker' }],

  world: [
    async ({ journeyLocale }, provide) => {
      const { world, close } = await openWorld(journeyLocale)
      await provide(world)
      await close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  journey: async ({ browser, world, journeyLocale }, provide, info) => {
    const underWay = watchUnderWay()
    const opened: BrowserContext[] = []
    const wrong: string[] = []
    const open = async (options: BrowserContextOptions = {}) => {
      const context = await browser.newContext(options)
      opened.push(context)
      watchPages(context, (line) => wrong.push(line))
      underWay.watch(context)
      return context.newPage()
    }
    await provide({
      t: (en, zh) => (journeyLocale === 'zh' ? zh : en),
      as: async (person) => open({ storageState: (await world.api(person)).storageState() }),
      stranger: () => open(),
      at: (path) => `${world.url}/w/${world.workspace}${path}`,
    })
    if (info.status !== info.expectedStatus) await underWay.attach(info)
    for (const context of opened) await context.close()
    base.expect(wrong, 'nothing went wrong unseen').toEqual([])
  },
})

export { expect } from '@playwright/test'
