import { appUnderTest, query } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { createSignInDelay } from './sign-in-delay.ts'

async function delays() {
  const world = await appUnderTest()
  const { time, database } = world
  const delay = createSignInDelay({ database, clock: () => time.now })
  /** Another process, which shares nothing but the database. */
  const other = createSignInDelay({ database, clock: () => time.now })
  const fail = async (times: number, account: string, network: string) => {
    let wait = 0
    for (let n = 0; n < times; n++) wait = await delay.attempt(account, network)
    return wait
  }
  return { world, time, delay, other, fail, [Symbol.asyncDispose]: () => world.close() }
}

test('AN-08: ten failures are free, then the delay grows', async () => {
  await using at = await delays()
  expect(await at.fail(11, 'ada', '1.1.1.1')).toBe(0)
  expect(await at.fail(1, 'ada', '1.1.1.1')).toBe(1)
  at.time.now += 1000
  expect(await at.fail(1, 'ada', '1.1.1.1')).toBe(0)
  expect(await at.fail(1, 'ada', '1.1.1.1')).toBe(2)
})

test('AN-08: an account is held up from every network, a network for every account', async () => {
  await using at = await delays()
  for (let n = 0; n < 11; n++) await at.delay.attempt('ada', `1.1.1.${n}`)
  expect(await at.delay.attempt('ada', '2.2.2.2')).toBeGreaterThan(0)
  for (let n = 0; n < 11; n++) await at.delay.attempt(`bob${n}`, '3.3.3.3')
  expect(await at.delay.attempt('cid', '3.3.3.3')).toBeGreaterThan(0)
})

test('OP-14: failures count over all processes, also those that come at once', async () => {
  await using at = await delays()
  for (let n = 0; n < 6; n++) {
    await at.delay.attempt('ada', '1.1.1.1')
    await at.other.attempt('ada', '1.1.1.1')
  }
  expect(await at.other.waiting('ada', '1.1.1.1')).toBe(1)
  const guesses = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? at.delay : at.other))
  const waits = await Promise.all(guesses.map((one) => one.attempt('bob', '2.2.2.2')))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(11)
})

test('OP-14: who signed in at one process is known to all, and neither account nor network stands in the database', async () => {
  await using at = await delays()
  await at.delay.succeeded('ada@example.com', '9.9.9.9')
  for (let n = 0; n < 15; n++) await at.delay.attempt('ada@example.com', `1.1.1.${n}`)
  expect(await at.other.attempt('ada@example.com', '1.1.2.1')).toBeGreaterThan(0)
  expect(await at.other.attempt('ada@example.com', '9.9.9.9')).toBe(0)
  const sql = 'select key from system.attempt union all select key from system.familiar'
  const kept = await query<{ key: string }>(at.world.databaseUrl, sql)
  expect(kept.length).toBeGreaterThan(0)
  for (const { key } of kept) expect(key).toMatch(/^[0-9a-f]{64}$/)
})

test('AN-08: nobody can lock out a person who signed in from her own network before', async () => {
  await using at = await delays()
  await at.delay.succeeded('ada', '9.9.9.9')
  for (let n = 0; n < 60; n++) await at.delay.attempt('ada', `1.1.1.${n}`)
  expect(await at.delay.attempt('ada', '1.1.2.1')).toBeGreaterThan(0)
  expect(await at.delay.attempt('ada', '9.9.9.9')).toBe(0)
})

test('AN-08: a success does not clear what the network did to others', async () => {
  await using at = await delays()
  for (let n = 0; n < 11; n++) {
    await at.delay.attempt(`victim${n}`, '1.1.1.1')
    await at.delay.succeeded('mallory', '1.1.1.1')
  }
  expect(await at.delay.attempt('another', '1.1.1.1')).toBeGreaterThan(0)
  expect(await at.delay.attempt('mallory', '1.1.1.1')).toBe(0)
})

test('AN-08: no delay lasts for ever', async () => {
  await using at = await delays()
  for (let n = 0; n < 40; n++) {
    await at.fail(1, 'ada', '1.1.1.1')
    at.time.now += 10_000
  }
  expect(await at.delay.attempt('ada', '1.1.1.1')).toBeLessThanOrEqual(15 * 60)
  at.time.now += 15 * 60_000
  expect(await at.delay.attempt('ada', '1.1.1.1')).toBe(0)
})
