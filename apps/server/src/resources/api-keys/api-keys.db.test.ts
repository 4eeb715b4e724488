import { openToKeys, routes, type RouteName } from '@pipewright/contract'
import { appUnderTest, memberIdOf, ownerPerson, query, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace }
const accounts = { workspace, form: 'account' }

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const make = async (
    entries: { roles: string[]; networks?: string[]; expiresAt?: string | null },
    by = owner,
  ) => {
    const { key, secret } = await by.call('createApiKey', { params, body: { name: 'Shop', ...entries } })
    return { ...key, secret }
  }
  /** A program: no cookie, no origin, no token. */
  const program = (secret: string, on = world) => {
    const client = on.client()
    const headers = { authorization: `Bearer ${secret}`, origin: undefined }
    return (
      method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
      path: string,
      body?: unknown,
      address = '203.0.113.7',
    ) =>
      client.send({
        method,
        url: `/api/w/${workspace}${path}`,
        headers,
        address,
        ...(body === undefined ? {} : { body }),
      })
  }
  return { world, owner, make, program, [Symbol.asyncDispose]: world.close }
}

test('AN-05: a key is shown once, kept as a hash, and told apart by its beginning', async () => {
  await using at = await setUp()
  const { owner, make } = at
  const { secret, prefix, id } = await make({ roles: ['rep'] })
  expect(secret).toMatch(/^pw_[\w-]{43}$/)
  expect(secret.startsWith(prefix)).toBe(true)
  const listed = await owner.send({ method: 'GET', url: `/api/w/${workspace}/api-keys` })
  expect(listed.body).toContain(id)
  expect(listed.body).not.toContain(secret)
  const stored = await query(at.world.databaseUrl, 'select * from ws_acme._api_key')
  expect(JSON.stringify(stored)).not.toContain(secret)
})

test('AN-05: a program works with records by its key alone, and the ledger says so', async () => {
  await using at = await setUp()
  const { owner, make, program } = at
  const key = await make({ roles: ['admin'] })
  const send = program(key.secret)
  const made = await send('POST', '/forms/account/records', { values: { name: 'Acme' } })
  expect(made.statusCode).toBe(201)
  const { id } = made.json<{ id: string }>()
  const changed = await send('PATCH', `/forms/account/records/${id}`, {
    version: 1,
    values: { name: 'Acme Ltd' },
  })
  expect(changed.statusCode).toBe(200)
  expect((await send('POST', '/forms/account/query', {})).json()).toMatchObject({ rows: [{ id }] })
  const { events } = await owner.call('getHistory', { params: { ...accounts, id } })
  expect(events.map(({ cause }) => cause)).toEqual([
    expect.objectContaining({ type: 'api', id: key.id }),
    expect.objectContaining({ type: 'api', id: key.id }),
  ])
  const [listed] = (await owner.call('listApiKeys', { params })).keys
  expect(listed?.lastUsedAt).not.toBeNull()
  expect((await send('GET', '/openapi.json')).json()).toMatchObject({
    security: [{ apiKey: [] }],
    components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } } },
  })
})

test('AN-05: a key has the rights of its role, not those of its maker', async () => {
  await using at = await setUp()
  const { owner, make, program } = at
  const values = { name: 'Deal', cost: '777333.11', amount: '1.00' }
  const { id } = await owner.call('createRecord', {
    params: { workspace, form: 'opportunity' },
    body: { values },
    idempotencyKey: 'same',
  })
  const send = program((await make({ roles: ['rep'] })).secret)
  const read = await send('GET', `/forms/opportunity/records/${id}`)
  expect(read.statusCode).toBe(200)
  expect(read.body).not.toContain('777333.11')
  expect(
    (await send('POST', '/forms/opportunity/records', { values: { name: 'X', cost: '1' } })).statusCode,
  ).toBe(422)
  // What was answered to its maker under an idempotency key is not answered to the key.
  const client = at.world.client()
  const again = await client.send({
    method: 'POST',
    url: `/api/w/${workspace}/forms/opportunity/records`,
    body: { values },
    headers: {
      authorization: `Bearer ${(await make({ roles: ['rep'] })).secret}`,
      'idempotency-key': 'same',
    },
  })
  expect(again.body).not.toContain('777333.11')
  expect(again.statusCode).toBe(422)
})

test('AN-05: a key loses what its maker loses, at once and in every process', async () => {
  await using at = await setUp()
  const { world, owner, make, program } = at
  const second = await signedInMember(world, { workspace, roles: ['admin'], name: 'Second' })
  const keys = [
    await make({ roles: ['admin'] }, second.browser),
    await make({ roles: ['rep'] }, second.browser),
  ] as const
  await using other = await world.secondProcess()
  const count = async (secret: string, on = world) =>
    (await program(secret, on)('POST', '/forms/payment_plan/count', {})).statusCode
  for (const { secret } of keys) expect([await count(secret), await count(secret, other)]).toEqual([200, 200])

  // No administrator any more: the role of one key is not held by its maker, the other's is.
  await owner.call('updateMember', { params: { workspace, id: second.id }, body: { roles: ['rep'] } })
  expect([await count(keys[0].secret), await count(keys[1].secret)]).toEqual([404, 200])
  await expect.poll(() => count(keys[0].secret, other), { timeout: 5000 }).toBe(404)

  await owner.call('updateMember', { params: { workspace, id: second.id }, body: { active: false } })
  expect(await count(keys[1].secret)).toBe(401)
  await expect.poll(() => count(keys[1].secret, other), { timeout: 5000 }).toBe(401)
})

test('AN-05: a revoked, expired, foreign or made-up key is worth nothing, and all are told the same', async () => {
  await using at = await setUp()
  const { world, owner, make, program } = at
  await using other = await world.secondProcess()
  const revoked = await make({ roles: ['rep'] })
  const expiring = await make({ roles: ['rep'], expiresAt: new Date(world.time.now + 60_000).toISOString() })
  const bound = await make({ roles: ['rep'], networks: ['198.51.100.0/24'] })
  const app = async (secret: string, address?: string, on = world) =>
    program(secret, on)('GET', '/app', undefined, address)
  for (const { secret } of [revoked, expiring]) expect((await app(secret)).statusCode).toBe(200)
  expect((await app(bound.secret, '198.51.100.4')).statusCode).toBe(200)
  expect((await app(revoked.secret, undefined, other)).statusCode).toBe(200)

  await owner.call('revokeApiKey', { params: { workspace, id: revoked.id } })
  world.time.now += 61_000
  const refusals = [
    await app(revoked.secret),
    await app(expiring.secret),
    await app(bound.secret, '203.0.113.9'),
    await app(`pw_${'x'.repeat(43)}`),
    await world.client().send({
      method: 'GET',
      url: '/api/w/nowhere/app',
      headers: { authorization: `Bearer ${bound.secret}` },
    }),
  ]
  for (const answer of refusals) expect(answer.json()).toMatchObject({ status: 401, code: 'key-refused' })
  await expect
    .poll(async () => (await app(revoked.secret, undefined, other)).statusCode, { timeout: 5000 })
    .toBe(401)
  const again = owner.call('revokeApiKey', { params: { workspace, id: revoked.id } })
  expect((await owner.problem(again)).code).toBe('not-found')
})

test('AN-05: a key calls nothing but the routes that are open to keys', async () => {
  await using at = await setUp()
  const send = at.program((await at.make({ roles: ['admin'] })).secret)
  const closed = Object.entries(routes).filter(
    ([name, { auth }]) => auth !== 'public' && !openToKeys.has(name as RouteName),
  )
  expect(closed.length).toBeGreaterThan(20)
  const client = at.world.client()
  const { secret } = await at.make({ roles: ['admin'] })
  for (const [, { method, path }] of closed) {
    const url = path.replace(':workspace', workspace).replace(/:\w+/g, 'x')
    const answer = await client.send({ method, url, headers: { authorization: `Bearer ${secret}` } })
    expect(answer.json()).toMatchObject({ status: 403, code: 'not-allowed' })
  }
  expect((await send('GET', '/api-keys')).statusCode).toBe(403)
})

test('AN-05: keys are made by those who manage members, with roles they could use, for a time to come', async () => {
  await using at = await setUp()
  const { world, owner, make } = at
  const rep = (await signedInMember(world, { workspace, roles: ['rep'] })).browser
  expect((await rep.problem(make({ roles: ['rep'] }, rep))).code).toBe('not-allowed')
  expect((await rep.problem(rep.call('listApiKeys', { params }))).code).toBe('not-allowed')
  const body = { name: ' ', roles: ['no_such_role'], networks: ['office'], expiresAt: '2020-01-01T00:00:00Z' }
  const problem = await owner.problem(owner.call('createApiKey', { params, body }))
  expect(problem.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['/name', 'required'],
    ['/roles/0', 'not-an-option'],
    ['/networks/0', 'bad-network'],
    ['/expiresAt', 'in-the-past'],
  ])
  expect(await memberIdOf(world, workspace, ownerPerson.email)).toBe(
    (await make({ roles: ['rep'] })).createdBy,
  )
})

test('AN-05: failures hold up their network, but not a key that worked from there before', async () => {
  await using at = await setUp()
  const good = at.program((await at.make({ roles: ['rep'] })).secret)
  expect((await good('GET', '/app')).statusCode).toBe(200)
  const statuses: number[] = []
  for (let guess = 0; guess < 12; guess += 1)
    statuses.push((await at.program(`pw_${'x'.repeat(42)}${guess.toString(36)}`)('GET', '/app')).statusCode)
  expect(statuses.slice(0, 11)).toEqual(statuses.slice(0, 11).map(() => 401))
  expect(statuses[11]).toBe(429)
  expect((await good('GET', '/app')).statusCode).toBe(200)
  expect((await at.program(`pw_${'y'.repeat(43)}`)('GET', '/app', undefined, '192.0.2.1')).statusCode).toBe(
    401,
  )
})
