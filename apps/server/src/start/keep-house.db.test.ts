import { connect, migrate } from '@pipewright/db'
import { freshDatabase } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { keepHouse } from './keep-house.ts'

const day = Date.parse('2026-11-21T08:00:00.000Z')
const hour = 3600_000

test('house is kept soon after each start when it is due, once per period whoever starts, and again when it failed', async () => {
  const fresh = await freshDatabase()
  const database = connect({ url: fresh.url, poolSize: 3 })
  const at = (ms: number) => new Date(ms).toISOString()
  await migrate(database, { now: at(day) })
  const run = (text: string, values: unknown[] = []) => database.query<{ n: number }>({ text, values })
  await run(
    `insert into system.account (id, name, email, password_hash, locale, zone, created_at) values ('00000000-0000-7000-8000-000000000001', 'A', 'a@b.c', '', 'en', 'UTC', $1)`,
    [at(day)],
  )
  const endedSession = () =>
    run(
      `insert into system.session (id_hash, account, created_at, expires_at, last_seen) values (gen_random_uuid()::text, '00000000-0000-7000-8000-000000000001', $1, $1, $1)`,
      [at(day - 48 * hour)],
    )
  const sessions = async () => (await run('select count(*)::int as n from system.session'))[0]?.n
  const times = { firstMs: 5, lookMs: 20, periodMs: 12 * hour }
  /** A server that runs for a moment. */
  const start = async (ms: number, on = database) => {
    const stop = keepHouse(on, () => ms, times)
    await new Promise((resolve) => setTimeout(resolve, 150))
    await stop()
  }
  await endedSession()
  await Promise.all([start(day), start(day)])
  expect(await sessions()).toBe(0)
  await endedSession()
  await start(day + 11 * hour)
  expect(await sessions()).toBe(1)
  // The next day, whenever it starts; a failure leaves it to the next.
  const failing = {
    ...database,
    query: ((statement) =>
      statement.text.includes('session')
        ? Promise.reject(new Error('gone'))
        : database.query(statement)) as typeof database.query,
  }
  await start(day + 24 * hour, failing)
  expect(await sessions()).toBe(1)
  await start(day + 24 * hour)
  expect(await sessions()).toBe(0)
  await database.close()
  await fresh.drop()
})
