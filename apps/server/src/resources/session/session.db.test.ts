import { appUnderTest, ownerPerson, query, type TestClient } from '@pipewright/testing'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { newSetupToken } from './set-up.ts'

const credentials = { email: ownerPerson.email, password: ownerPerson.password }
const dayMs = 24 * 3600_000

const setupToken = async ({ database, time }: Awaited<ReturnType<typeof appUnderTest>>) =>
  (await newSetupToken({ database, clock: () => time.now, random: (bytes) => randomBytes(bytes) })) ?? ''

test('AN-07: the one-time link makes the first account, once', async () => {
  await using world = await appUnderTest()
  const token = await setupToken(world)
  const browser = world.client()
  expect(await browser.call('getSession')).toMatchObject({ account: null, setup: true })
  const session = await browser.call('setUp', { body: { token, ...ownerPerson } })
  expect(session).toMatchObject({
    account: { email: 'ada@example.com', zone: 'Europe/London' },
    setup: false,
  })
  expect(await browser.call('getSession')).toEqual(session)
  const again = world.client()
  expect((await again.problem(again.call('setUp', { body: { token, ...ownerPerson } }))).code).toBe(
    'setup-closed',
  )
  expect(await newSetupToken({ ...world, clock: () => 0, random: (bytes) => randomBytes(bytes) })).toBeNull()
})

test('AN-07: of two who use the link at once, the second is told that the account exists', async () => {
  await using world = await appUnderTest()
  const token = await setupToken(world)
  const attempt = (email: string) =>
    world.client().send({ method: 'POST', url: '/api/setup', body: { token, ...ownerPerson, email } })
  const answers = await Promise.all(['a@example.com', 'b@example.com', 'c@example.com'].map(attempt))
  expect(answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([
    200, 409, 409,
  ])
  expect(await query(world.databaseUrl, 'select 1 from system.account')).toHaveLength(1)
})

test('AN-07: a wrong, replaced or old link makes no account', async () => {
  await using world = await appUnderTest()
  const replaced = await setupToken(world)
  const token = await setupToken(world)
  const browser = world.client()
  const code = async (link: string) =>
    (await browser.problem(browser.call('setUp', { body: { token: link, ...ownerPerson } }))).code
  expect(await code('x'.repeat(43))).toBe('link-invalid')
  expect(await code(replaced)).toBe('link-invalid')
  world.time.now += 8 * dayMs
  expect(await code(token)).toBe('link-invalid')
})

test('everything wrong with a new account is said at once, at its place', async () => {
  await using world = await appUnderTest()
  const browser = world.client()
  const body = {
    token: 't',
    name: ' ',
    email: 'ada',
    password: 'x'.repeat(129),
    locale: 'en',
    zone: 'Mars',
  } as const
  const problem = await browser.problem(browser.call('setUp', { body }))
  expect(problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/name required',
    '/email bad-email',
    '/zone not-an-option',
    '/password too-long',
  ])
})

test('AN-02: sign-in answers a known and an unknown account alike', async () => {
  await using world = await appUnderTest()
  await world.owner()
  const attempt = async (email: string, password: string) => {
    const answer = await world
      .client()
      .send({ method: 'POST', url: '/api/sign-in', body: { email, password } })
    return { status: answer.statusCode, ...answer.json<object>(), requestId: '' }
  }
  const known = await attempt(credentials.email, 'wrong password')
  expect(known).toMatchObject({ status: 401, code: 'wrong-credentials' })
  expect(await attempt('nobody@example.com', 'wrong password')).toEqual(known)
  expect(await attempt(credentials.email, 'short')).toEqual(known)
})

test('AN-02: an unknown account costs the time of a known one', async () => {
  await using world = await appUnderTest()
  await world.owner()
  const timeOf = async (email: string, attempt: number) => {
    const body = { email, password: 'wrong password' }
    const before = performance.now()
    await world.client().send({ method: 'POST', url: '/api/sign-in', body, address: `10.0.0.${attempt}` })
    return performance.now() - before
  }
  const known: number[] = []
  const unknown: number[] = []
  for (let attempt = 0; attempt < 7; attempt++) {
    known.push(await timeOf(credentials.email, attempt))
    unknown.push(await timeOf(`nobody${attempt}@example.com`, attempt))
  }
  // Without the work for nobody's password this is below a fifth; the fastest attempts say least about the machine.
  expect(Math.min(...unknown) / Math.min(...known)).toBeGreaterThan(0.5)
})

test('AN-03: the session is stored hashed, kept from scripts, and new at each sign-in', async () => {
  await using world = await appUnderTest()
  const browser = await world.owner()
  const before = browser.cookies.get('pipewright') ?? ''
  expect(Buffer.from(before, 'base64url')).toHaveLength(32)
  const answer = await browser.send({ method: 'POST', url: '/api/sign-in', body: credentials })
  const header = String(answer.headers['set-cookie'])
  expect(header).toMatch(/HttpOnly/)
  expect(header).toMatch(/SameSite=Lax/)
  expect(header).toMatch(/Path=\//)
  const after = browser.cookies.get('pipewright') ?? ''
  expect(after).not.toBe(before)
  const stored = JSON.stringify(await query(world.databaseUrl, 'select * from system.session'))
  expect(stored).not.toContain(after)
  const old = await world
    .client()
    .send({ method: 'GET', url: '/api/session', headers: { cookie: `pipewright=${before}` } })
  expect(old.json()).toMatchObject({ account: null })
})

test('AN-03: on HTTPS the cookie is bound to this host and to HTTPS', async () => {
  await using world = await appUnderTest({ cookieSecure: true, origins: ['https://crm.example'] })
  const browser = world.client()
  const token = await setupToken(world)
  const headers = { origin: 'https://crm.example' }
  const answer = await browser.send({
    method: 'POST',
    url: '/api/setup',
    body: { token, ...ownerPerson },
    headers,
  })
  expect(String(answer.headers['set-cookie'])).toMatch(
    /^__Host-pipewright=.*; Path=\/; HttpOnly; Secure; SameSite=Lax/,
  )
  expect(answer.headers['strict-transport-security']).toBeDefined()
})

test('AN-04: a new password ends every other session, in every process', async () => {
  await using world = await appUnderTest()
  await using other = await world.secondProcess()
  const browser = await world.owner()
  const elsewhere = other.client()
  await elsewhere.call('signIn', { body: credentials })
  const next: string = 'another long password'
  const wrong = await browser.problem(
    browser.call('changePassword', { body: { current: 'not it at all', next } }),
  )
  expect(wrong.errors).toMatchObject([{ pointer: '/current', code: 'wrong-password' }])
  await browser.call('changePassword', { body: { current: credentials.password, next } })
  expect((await browser.call('getSession')).account).not.toBeNull()
  await expect.poll(async () => (await elsewhere.call('getSession')).account, { timeout: 5000 }).toBeNull()
  expect((await elsewhere.problem(elsewhere.call('signIn', { body: credentials }))).code).toBe(
    'wrong-credentials',
  )
  await elsewhere.call('signIn', { body: { ...credentials, password: next } })
})

test('AN-08: whoever finds a browser open cannot guess the password there', async () => {
  await using world = await appUnderTest()
  const browser = await world.owner()
  const attempt = (current: string) =>
    browser.problem(browser.call('changePassword', { body: { current, next: 'another long password' } }))
  for (let count = 0; count < 11; count++)
    expect((await attempt('not it at all')).errors).toMatchObject([{ code: 'wrong-password' }])
  const right = { current: credentials.password, next: 'another long password' }
  expect((await attempt(right.current)).code).toBe('too-many-attempts')
  world.time.now += 1000
  expect((await browser.call('changePassword', { body: right })).account).not.toBeNull()
})

test('a new password is held to the rules of the first one, and a stranger changes none', async () => {
  await using world = await appUnderTest()
  const browser = await world.owner()
  const { password: current } = credentials
  const change = (next: string) =>
    browser.problem(browser.call('changePassword', { body: { current, next } }))
  expect((await change('x'.repeat(129))).errors).toMatchObject([{ pointer: '/next', code: 'too-long' }])
  // Eight characters as they are typed, four as they are kept.
  expect((await change('e\u0301'.repeat(4))).errors).toMatchObject([{ pointer: '/next', code: 'too-short' }])
  const stranger = world.client()
  const body = { current, next: 'another long password' }
  expect((await stranger.problem(stranger.call('changePassword', { body }))).code).toBe('not-signed-in')
  await world.client().call('signIn', { body: credentials })
})

test('AN-04: signing out ends the session for good', async () => {
  await using world = await appUnderTest()
  const browser = await world.owner()
  const cookie = `pipewright=${browser.cookies.get('pipewright')}`
  await browser.call('signOut')
  expect(browser.cookies.size).toBe(0)
  const answer = await browser.send({ method: 'GET', url: '/api/w/any/members', headers: { cookie } })
  expect(answer.json()).toMatchObject({ status: 401, code: 'not-signed-in' })
})

test('a session ends after thirty days without use, and lives on with use', async () => {
  await using world = await appUnderTest()
  const browser = await world.owner()
  for (let day = 0; day < 40; day += 10) {
    world.time.now += 10 * dayMs
    expect((await browser.call('getSession')).account).not.toBeNull()
  }
  world.time.now += 31 * dayMs
  expect((await browser.call('getSession')).account).toBeNull()
})

test('AN-08: after ten failures the next attempt has to wait, and is told how long', async () => {
  await using world = await appUnderTest()
  await world.owner()
  const attempt = (browser: TestClient) =>
    browser.send({
      method: 'POST',
      url: '/api/sign-in',
      body: { ...credentials, password: 'wrong password' },
      address: '10.9.9.9',
    })
  for (let count = 0; count < 11; count++) expect((await attempt(world.client())).statusCode).toBe(401)
  const answer = await attempt(world.client())
  expect(answer.statusCode).toBe(429)
  expect(answer.headers['retry-after']).toBe('1')
  world.time.now += 1000
  expect((await attempt(world.client())).statusCode).toBe(401)
})

test('the own name, language and zone change at once', async () => {
  await using world = await appUnderTest()
  const browser = await world.owner()
  const changed = await browser.call('updateAccount', {
    body: { name: ' 阿达 ', locale: 'zh', zone: 'Asia/Shanghai' },
  })
  expect(changed.account).toMatchObject({ name: '阿达', locale: 'zh', zone: 'Asia/Shanghai' })
  expect(await browser.call('getSession')).toEqual(changed)
})
