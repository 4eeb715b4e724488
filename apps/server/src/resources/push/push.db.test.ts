import { createPublicKey, verify } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { appUnderTest, query, signedInMember, type AppUnderTest, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { browser, pushService } from '../../testing/push-service.ts'
import { turn } from '../../testing/turn.ts'

const workspace = 'acme'
const params = { workspace }
const options = { prepared: 'workspace', outgoingNetworks: ['127.0.0.1/32'] } as const
const minute = 60_000

async function scene(world: AppUnderTest) {
  const owner = await world.owner()
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' })
  const give = async (name: string) => {
    const lead = { workspace, form: 'lead' }
    const body = { values: { name, company: name } }
    const { id, version } = await owner.call('createRecord', { params: lead, body })
    const change = { version, values: {}, owner: rep.id }
    await owner.call('updateRecord', { params: { ...lead, id }, body: change })
    return id
  }
  const remove = async (id: string) => {
    const lead = { workspace, form: 'lead', id }
    const { version } = await owner.call('getRecord', { params: lead })
    await owner.call('deleteRecord', { params: lead, query: { version: String(version) } })
  }
  const devices = async (of: TestClient = rep.browser) =>
    (await of.call('getPush', { params })).devices.map(({ name }) => name)
  return { owner, rep, give, remove, devices }
}

test('what is assigned comes to the device of its member, encrypted, signed, once, with where it leads', async () => {
  await using service = await pushService()
  await using world = await appUnderTest(options)
  const { rep, give } = await scene(world)
  const device = browser(`${service.url}/one`)
  const { publicKey } = await rep.browser.call('addPushDevice', { params, body: device.body })
  const id = await give('Solar roof')
  await Promise.all([turn(world), turn(world)])
  expect(service.came).toHaveLength(1)
  const [first] = service.came
  expect(first?.body.includes('Solar')).toBe(false)
  expect(device.open(first?.body ?? Buffer.alloc(0))).toMatchObject({
    title: 'Acme',
    body: 'Ada Lovelace assigned “Solar roof” to you',
    url: `/w/acme/f/lead/${id}`,
  })
  expect(first?.headers).toMatchObject({ ttl: '86400', 'content-encoding': 'aes128gcm' })
  const [, jwt = '', shown] = /^vapid t=(\S+), k=(\S+)$/.exec(first?.headers.authorization ?? '') ?? []
  expect(shown).toBe(publicKey)
  const [head = '', claims = '', signature = ''] = jwt.split('.')
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ aud: service.url })
  const point = Buffer.from(publicKey, 'base64url')
  const key = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  })
  const signed = Buffer.from(`${head}.${claims}`)
  const code = Buffer.from(signature, 'base64url')
  expect(verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, code)).toBe(true)
  const [stored] = await query<{ sealed: string }>(world.databaseUrl, 'select sealed from system.push_key')
  expect(Buffer.from(stored?.sealed ?? '', 'base64').length).toBeGreaterThan(32 + 16)
})

test('nothing comes of what was read, deleted or switched off before it is sent, nor to who left', async () => {
  await using service = await pushService()
  await using world = await appUnderTest(options)
  const { rep, give, remove } = await scene(world)
  await rep.browser.call('addPushDevice', { params, body: browser(`${service.url}/one`).body })
  await give('Read at once')
  await rep.browser.call('readNotifications', { params, body: {} })
  const gone = await give('Deleted')
  await remove(gone)
  await turn(world)
  const {
    ways: _ways,
    mailRefused: _refused,
    ...own
  } = await rep.browser.call('getNotificationSettings', {
    params,
  })
  const kinds = { ...own.kinds, assigned: { ...own.kinds.assigned, push: false } }
  await rep.browser.call('setNotificationSettings', { params, body: { ...own, kinds } })
  await give('Not wanted')
  await turn(world)
  await rep.browser.call('setNotificationSettings', { params, body: own })
  await give('For nobody')
  await query(world.databaseUrl, 'update ws_acme._member set active = false where id = $1', [rep.id])
  await turn(world)
  expect(service.came).toEqual([])
})

test('in quiet hours nothing comes, and afterwards many at once come as one', async () => {
  await using service = await pushService()
  await using world = await appUnderTest({ ...options, now: '2026-11-18T21:00:00.000Z' })
  const { rep, give } = await scene(world)
  const device = browser(`${service.url}/one`)
  await rep.browser.call('addPushDevice', { params, body: device.body })
  const {
    ways: _ways,
    mailRefused: _refused,
    ...own
  } = await rep.browser.call('getNotificationSettings', {
    params,
  })
  const quiet = { from: '20:00', to: '07:00' }
  await rep.browser.call('setNotificationSettings', { params, body: { ...own, quiet } })
  for (const name of ['One', 'Two', 'Three', 'Four']) await give(name)
  await turn(world)
  expect(service.came).toEqual([])
  world.time.now += 10 * 60 * minute
  await turn(world)
  expect(service.came.map(({ body }) => device.open(body))).toMatchObject([
    { body: expect.stringContaining('and 3 more'), url: '/w/acme' },
  ])
})

test('a service that fails is tried again later, and a device that is gone is removed', async () => {
  await using service = await pushService({ '/busy': 503, '/gone': 410 })
  await using world = await appUnderTest(options)
  const { rep, give, devices } = await scene(world)
  await rep.browser.call('addPushDevice', { params, body: browser(`${service.url}/busy`).body })
  await rep.browser.call('addPushDevice', { params, body: browser(`${service.url}/gone`).body })
  await give('Solar roof')
  await turn(world)
  await turn(world)
  expect(service.came.map(({ path }) => path).toSorted()).toEqual(['/busy', '/gone'])
  expect(await devices()).toHaveLength(1)
  service.answers['/busy'] = 201
  world.time.now += minute
  await turn(world)
  await turn(world)
  expect(service.came.map(({ path }) => path).filter((path) => path === '/busy')).toHaveLength(2)
})

test('a service that wants to be left alone for ever is, and the others are told', async () => {
  await using service = await pushService({ '/never': 429 })
  await using world = await appUnderTest(options)
  const { rep, give } = await scene(world)
  await rep.browser.call('addPushDevice', { params, body: browser(`${service.url}/never`).body })
  await rep.browser.call('addPushDevice', { params, body: browser(`${service.url}/one`).body })
  await give('Solar roof')
  await turn(world)
  await turn(world)
  world.time.now += 2 * minute
  await turn(world)
  expect(service.came.map(({ path }) => path).toSorted()).toEqual(['/never', '/one'])
})

test('nothing is sent for an account that was disabled after something was put by', async () => {
  await using service = await pushService({ '/busy': 503 })
  await using world = await appUnderTest(options)
  const { rep, give } = await scene(world)
  await rep.browser.call('addPushDevice', { params, body: browser(`${service.url}/busy`).body })
  await give('Solar roof')
  await turn(world)
  const account = 'select account from ws_acme._member where id = $1'
  await query(world.databaseUrl, `update system.account set disabled = true where id = (${account})`, [
    rep.id,
  ])
  world.time.now += 2 * minute
  await turn(world)
  expect(service.came).toHaveLength(1)
})

test('a device is its member’s alone, and goes to who registers it last', async () => {
  await using service = await pushService()
  await using world = await appUnderTest(options)
  const { owner, rep, give, devices } = await scene(world)
  const device = browser(`${service.url}/one`)
  const { devices: mine } = await rep.browser.call('addPushDevice', { params, body: device.body })
  const id = mine[0]?.id ?? ''
  expect(await devices(owner)).toEqual([])
  for (const name of ['removePushDevice', 'testPushDevice'] as const)
    expect(await owner.problem(owner.call(name, { params: { workspace, id } }))).toMatchObject({
      status: 404,
    })
  expect(await rep.browser.call('testPushDevice', { params: { workspace, id } })).toEqual({ result: 'sent' })
  await give('Solar roof')
  await owner.call('addPushDevice', { params, body: device.body })
  expect([await devices(), await devices(owner)]).toEqual([[], ['Chrome · Android']])
  await turn(world)
  expect(service.came).toHaveLength(1)
})

test('tests of a device in a row are held up', async () => {
  await using service = await pushService()
  await using world = await appUnderTest(options)
  const { rep } = await scene(world)
  const { devices } = await rep.browser.call('addPushDevice', {
    params,
    body: browser(`${service.url}/one`).body,
  })
  const tried = { params: { workspace, id: devices[0]?.id ?? '' } }
  for (let times = 0; times < 11; times += 1) await rep.browser.call('testPushDevice', tried)
  const refused = await rep.browser.problem(rep.browser.call('testPushDevice', tried))
  expect(refused).toMatchObject({ status: 429, code: 'too-many-attempts' })
  expect(service.came).toHaveLength(11)
})

test.each([
  ['http://push.example/one', 'bad-url'],
  ['file:///etc/passwd', 'bad-url'],
  ['nowhere at all', 'bad-url'],
])('an endpoint such as %s is refused', async (endpoint, code) => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { rep } = await scene(world)
  const added = rep.browser.call('addPushDevice', { params, body: browser(endpoint).body })
  expect(await rep.browser.problem(added)).toMatchObject({ errors: [{ pointer: '/endpoint', code }] })
})

test('nothing is sent to a server inside', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { rep } = await scene(world)
  const { devices } = await rep.browser.call('addPushDevice', {
    params,
    body: browser('https://127.0.0.1:8443/one').body,
  })
  const id = devices[0]?.id ?? ''
  expect(await rep.browser.call('testPushDevice', { params: { workspace, id } })).toEqual({
    result: 'failed',
  })
})

test('a push service that does not answer holds up neither the other one nor takes more than its share', async () => {
  await using fast = await pushService()
  const waiting = new Set<() => void>()
  let answers = false
  const silent = createServer((_request, response) => {
    const answer = () => response.writeHead(201).end()
    if (answers) answer()
    else waiting.add(answer)
  })
  await new Promise<void>((resolve) => {
    silent.listen(0, '127.0.0.1', resolve)
  })
  const { port } = silent.address() as AddressInfo
  await using world = await appUnderTest(options)
  const { rep, give } = await scene(world)
  for (let place = 0; place < 12; place += 1) {
    const { body } = browser(`http://127.0.0.1:${port}/${place}`)
    await rep.browser.call('addPushDevice', { params, body })
  }
  await rep.browser.call('addPushDevice', { params, body: browser(`${fast.url}/one`).body })
  await give('Solar roof')
  await using other = await world.secondProcess()
  other.time.now = world.time.now
  await other.app.ready()
  await expect.poll(() => fast.came.length, { timeout: 20_000 }).toBe(1)
  // Four at once from each of the two processes.
  expect(waiting.size).toBeLessThanOrEqual(8)
  answers = true
  for (const answer of waiting) answer()
  await other.app.close()
  silent.closeAllConnections()
  silent.close()
})
