import { createHash } from 'node:crypto'
import { type AppUnderTest, appUnderTest, ownerPerson, query } from '@pipewright/testing'
import { routes, type RouteName } from '@pipewright/contract'
import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import { refuseMissingRoutes, refuseUndeclaredAuth } from './routing/register.ts'

const post = { method: 'POST', url: '/api/sign-in' } as const
const credentials = { email: ownerPerson.email, password: ownerPerson.password }

test('AN-11: a route that does not say who may call it fails the start', () => {
  const app = fastify()
  refuseUndeclaredAuth(app)
  expect(() => app.get('/forgotten', () => 'open')).toThrow('does not declare its auth')
})

test('AN-11: a route of the contract without a handler fails the start', () => {
  const app = fastify()
  app.decorate('registeredRoutes', new Set<RouteName>())
  expect(() => refuseMissingRoutes(app)).toThrow('signIn')
})

test('AN-11: every route that is not public asks for a session, however its address is written', async () => {
  await using world = await appUnderTest()
  const closed = Object.entries(routes).filter(
    ([name, { auth }]) => auth !== 'public' && world.app.registeredRoutes.has(name as RouteName),
  )
  expect(closed.length).toBeGreaterThan(40)
  for (const [, { method, path }] of closed) {
    for (const url of [
      path.replace(/:\w+/g, 'x'),
      path.replace(/:\w+/g, 'x').replace('/api/', '/%61pi/'),
      `/${path}`,
    ]) {
      const { statusCode } = await world.client().send({ method, url })
      expect([401, 404]).toContain(statusCode)
    }
  }
})

test('AN-09: a change from a page of somebody else, or from no page, is refused', async () => {
  await using world = await appUnderTest()
  const browser = await world.owner()
  const change = { method: 'PATCH', url: '/api/account', body: { name: 'Eve' } } as const
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: undefined },
    { origin: undefined, 'sec-fetch-site': 'cross-site' },
    { origin: undefined, 'sec-fetch-site': 'same-site' },
  ]) {
    expect((await browser.send({ ...change, headers })).json()).toMatchObject({
      status: 403,
      code: 'csrf-refused',
    })
    expect((await world.client().send({ ...post, body: credentials, headers })).statusCode).toBe(403)
  }
  expect((await browser.call('getSession')).account?.name).toBe(ownerPerson.name)
})

test('AN-09: a change without the token of this very session is refused', async () => {
  await using world = await appUnderTest()
  const browser = await world.owner()
  const other = world.client()
  await other.call('signIn', { body: credentials })
  const change = { method: 'PATCH', url: '/api/account', body: { name: 'Eve' } } as const
  for (const token of [undefined, '', 'x', other.csrf() ?? '']) {
    const answer = await browser.send({ ...change, headers: { 'x-csrf-token': token } })
    expect(answer.json()).toMatchObject({ status: 403, code: 'csrf-refused' })
  }
  expect((await browser.send(change)).statusCode).toBe(200)
})

test('AN-09: whoever reads the database finds neither the token of a session nor that of its changes', async () => {
  await using world = await appUnderTest()
  const browser = await world.owner()
  const rows = await query<{ all: string }>(
    world.databaseUrl,
    'select session::text as all from system.session',
  )
  expect(rows).toHaveLength(1)
  for (const token of [browser.csrf(), browser.cookies.get('pipewright')]) {
    expect(token?.length).toBeGreaterThan(40)
    for (const { all } of rows) {
      expect(all).not.toContain(token)
      expect(all).not.toContain(
        createHash('sha256')
          .update(token ?? '')
          .digest('base64url'),
      )
    }
  }
  // One session keeps one token, in every tab and after it is read again.
  const before = browser.csrf()
  await browser.call('updateAccount', { body: { locale: 'zh' } })
  expect((await browser.call('getSession')).csrf).toBe(before)
})

test('AN-09: no origin is ever let in', async () => {
  await using world = await appUnderTest()
  const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
  const answer = await world.app.inject({ method: 'OPTIONS', url: '/api/sign-in', headers })
  expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  const read = await world.client().send({ method: 'GET', url: '/api/session', headers })
  expect(read.headers['access-control-allow-origin']).toBeUndefined()
})

test('AN-10: no address makes the server send anybody elsewhere', async () => {
  await using world = await appUnderTest()
  for (const url of [
    '//evil.example',
    '/\\evil.example',
    '/sign-in?next=https:evil.example',
    '/api/session?next=//evil.example',
  ]) {
    const answer = await world.app.inject({ method: 'GET', url })
    expect([200, 400, 404]).toContain(answer.statusCode)
    expect(answer.headers['location']).toBeUndefined()
  }
})

test('AN-06: sessions are not signed, so there is no secret to guess: a made-up one opens nothing', async () => {
  await using world = await appUnderTest()
  await world.owner()
  for (const forged of ['a'.repeat(43), '', 'x', `${'a'.repeat(43)}.signature`]) {
    const answer = await world
      .client()
      .send({ method: 'GET', url: '/api/session', headers: { cookie: `pipewright=${forged}` } })
    expect(answer.json()).toMatchObject({ account: null, csrf: null })
  }
})

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'application/jsonp',
  'multipart/form-data; boundary=x',
  '',
])('IN-14: a body of type "%s" is refused before it is read', async (type) => {
  await using world = await appUnderTest()
  const answer = await world
    .client()
    .send({ ...post, body: '{"__proto__":1', headers: { 'content-type': type } })
  expect(answer.json()).toMatchObject({ status: 415, code: 'unsupported-type' })
})

test.each([
  '{"email":"a","password":"b","__proto__":{}}',
  '{"constructor":{"prototype":{}}}',
  '{"a":[{"prototype":1}]}',
  '{"email"',
  'null',
  '[]',
])('IN-15: the body %s is refused and told nothing', async (body) => {
  await using world = await appUnderTest()
  const answer = await world.client().send({ ...post, body })
  expect([400, 422]).toContain(answer.statusCode)
  expect(answer.json()).not.toHaveProperty('detail')
})

test('AZ-09: unknown keys are refused with their place, together with everything else', async () => {
  await using world = await appUnderTest()
  const answer = await world.client().send({ ...post, body: { email: 5, admin: true, 'a/b': 1 } })
  expect(answer.statusCode).toBe(422)
  const { errors } = answer.json<{ errors: { pointer: string; code: string }[] }>()
  expect(errors.map(({ pointer, code }) => `${pointer} ${code}`).toSorted()).toEqual([
    '/admin unknown-field',
    '/a~1b unknown-field',
    '/email wrong-type',
    '/password required',
  ])
})

test('a problem is told in the language of the reader, with a request id', async () => {
  await using world = await appUnderTest()
  const read = async (language: string) =>
    (
      await world
        .client()
        .send({ method: 'GET', url: '/api/nowhere', headers: { 'accept-language': language } })
    ).json()
  expect(await read('zh-CN,zh;q=0.9')).toMatchObject({
    code: 'not-found',
    title: '内容不存在，或您无权查看。',
  })
  const problem = await read('en-GB')
  expect(problem).toMatchObject({ title: 'This does not exist, or you may not see it.', status: 404 })
  expect(Object.keys(problem).toSorted()).toEqual(['code', 'requestId', 'status', 'title', 'type'])
})

test('a body that is too large is refused with the limit', async () => {
  await using world = await appUnderTest()
  const answer = await world.client().send({ ...post, body: { email: 'x'.repeat(2_000_000), password: '' } })
  expect(answer.json()).toMatchObject({ status: 413, code: 'too-large' })
  expect(answer.json<{ title: string }>().title).toContain('1 MB')
})

test('IN-13: what fails unforeseen is logged and says nothing', async () => {
  const lines: string[] = []
  await using world = await appUnderTest({ log: (line) => lines.push(line) })
  const browser = await world.owner()
  await world.database.query({ text: 'alter table system.session rename to hidden_session', values: [] })
  world.time.now += 10_000
  const answer = await browser.send({ method: 'GET', url: '/api/session' })
  expect(answer.json()).toMatchObject({ status: 500, code: 'internal' })
  expect(answer.body).not.toMatch(/session|select|relation|stack|\.ts/)
  const { requestId } = answer.json<{ requestId: string }>()
  expect(
    lines.some(
      (line) =>
        line.includes(requestId) && line.includes('hidden_session') === false && line.includes('42P01'),
    ),
  ).toBe(true)
})

test('OP-11: no password, cookie, token or body ever reaches the log', async () => {
  const lines: string[] = []
  await using world = await appUnderTest({ log: (line) => lines.push(line) })
  const browser = await world.owner()
  await browser.call('signIn', { body: credentials })
  await world.client().send({ method: 'GET', url: '/api/invitations/a.secretsecretsecretsecret' })
  const log = lines.join('')
  expect(log).toContain('"route":"/api/invitations/:token"')
  for (const secret of [
    credentials.password,
    browser.csrf() ?? '',
    browser.cookies.get('pipewright') ?? '',
    'secretsecret',
    credentials.email,
  ])
    expect(log).not.toContain(secret)
})

test('OP-07: alive, and ready while the database answers', async () => {
  await using world = await appUnderTest()
  expect((await world.app.inject('/healthz')).json()).toEqual({ status: 'alive' })
  expect((await world.app.inject('/readyz')).json()).toEqual({ status: 'ready' })
})

test('OP-16: pictures come from our own host alone, and from that of a map where one was set up', async () => {
  const policyOf = (world: AppUnderTest) =>
    world.app.inject('/').then(({ headers }) => String(headers['content-security-policy']))
  const mapTiles = {
    address: 'https://tiles.example:8443/{z}/{x}/{y}.png?key=k',
    credit: '© somebody',
    datum: 'gcj02' as const,
  }
  await using plain = await appUnderTest({ prepared: 'workspace' })
  await using mapped = await appUnderTest({ prepared: 'workspace', mapTiles })
  expect(await policyOf(plain)).toMatch(/img-src 'self' data: blob:;/)
  expect(await policyOf(mapped)).toMatch(/img-src 'self' data: blob: https:\/\/tiles\.example:8443;/)
  const appOf = async (world: AppUnderTest) =>
    (await world.owner()).call('getApp', { params: { workspace: 'acme' } })
  expect((await appOf(plain)).mapTiles).toBeUndefined()
  expect((await appOf(mapped)).mapTiles).toEqual(mapTiles)
})

test('OP-16: scripts run from our own files alone, and nobody frames us', async () => {
  await using world = await appUnderTest()
  const { headers } = await world.app.inject('/api/session')
  expect(headers['content-security-policy']).toMatch(/script-src 'self';/)
  expect(headers['content-security-policy']).toMatch(/media-src 'self' blob:;/)
  expect(headers['content-security-policy']).toMatch(/object-src 'none'/)
  expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/)
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  // Codes are scanned and places found by our own pages; nobody listens, and no page inside ours looks.
  expect(headers['permissions-policy']).toBe('camera=(self), microphone=(), geolocation=(self)')
})
