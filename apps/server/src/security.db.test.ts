import { appUnderTest, query, type TestClient } from '@pipewright/testing'
import type { Expression } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const base = '/api/w/acme'
const forms = `${base}/forms`

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const post = async (path: string, body: unknown, method: 'POST' | 'PATCH' = 'POST') => {
    const answer = await owner.send({ method, url: path, body })
    return {
      status: answer.statusCode,
      ...answer.json<{ code?: string; errors?: { pointer: string; code: string }[] }>(),
    }
  }
  return { world, owner, post, [Symbol.asyncDispose]: world.close }
}

const account = (browser: TestClient, name: string) =>
  browser.call('createRecord', { params: { workspace: 'acme', form: 'account' }, body: { values: { name } } })

const systemFields = [
  'id',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'owner',
  'department',
  'version',
  'deleted_at',
  'locked_by',
  'stage_since',
]

test('AZ-08: no system field or number can be set as a value, whichever way a record is written', async () => {
  await using at = await setUp()
  const { id } = await account(at.owner, 'Acme')
  for (const key of systemFields) {
    const values = { name: 'X', [key]: null }
    const answers = [
      await at.post(`${forms}/account/records`, { values }),
      await at.post(`${forms}/account/records/${id}`, { values, version: 1 }, 'PATCH'),
    ]
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 422, code: 'invalid' })
      expect(answer.errors).toContainEqual(
        expect.objectContaining({ pointer: `/values/${key}`, code: 'not-writable' }),
      )
    }
    const bulk = await at.owner.call('bulkRecords', {
      params: { workspace: 'acme', form: 'account' },
      body: { records: [{ id, version: 1 }], action: { type: 'update', values } },
    })
    expect(bulk.refused).toMatchObject([{ id, code: 'invalid' }])
  }
  const number = await at.post(`${forms}/quote/records`, { values: { number: 'Q-1' } })
  expect(number.errors).toContainEqual(
    expect.objectContaining({ pointer: '/values/number', code: 'not-writable' }),
  )
})

test('AZ-06: a refused write leaves no row, number, ledger line or request key', async () => {
  await using at = await setUp()
  const everything = async () =>
    query(
      at.world.databaseUrl,
      `select (select count(*)::int from ws_acme.quote) as quotes, (select count(*)::int from ws_acme.quote_items) as rows,
        (select coalesce(sum(value), 0)::int from ws_acme._counter) as numbers,
        (select count(*)::int from ws_acme._record_event) as events, (select count(*)::int from ws_acme._idempotency) as keys`,
    )
  const before = await everything()
  const answer = await at.owner.send({
    method: 'POST',
    url: `${forms}/quote/records`,
    body: { values: { items: [{ quantity: 'many' }] } },
    headers: { 'idempotency-key': 'once' },
  })
  expect(answer.statusCode).toBe(422)
  expect(await everything()).toEqual(before)
})

const hostile = [
  'name"; drop table account; --',
  'name--',
  'Name',
  "a'b",
  '_member',
  'pg_catalog',
  'name\u0000',
  '客户',
]

test('IN-01: a name that no document has is looked up in vain and never becomes SQL', async () => {
  await using at = await setUp()
  await account(at.owner, 'Acme')
  for (const name of hostile) {
    const answers = [
      await at.post(`${forms}/${encodeURIComponent(name)}/query`, {}),
      await at.post(`${forms}/account/query`, { columns: [name] }),
      await at.post(`${forms}/account/query`, { sort: [{ field: name, direction: 'asc' }] }),
      await at.post(`${forms}/account/query`, { filter: { eq: [{ var: name }, 'x'] } }),
      await at.post(`${forms}/account/board`, { field: name }),
      await at.post(`${forms}/account/records`, { values: { [name]: 'x' } }),
      await at.post(`${base}/reports/run`, { report: name }),
    ]
    for (const { status } of answers) expect([404, 422]).toContain(status)
  }
  expect(
    (await at.owner.call('countRecords', { params: { workspace: 'acme', form: 'account' }, body: {} })).count,
  ).toBe(1)
})

test('IN-02: directions, figures, languages and time zones come from closed lists', async () => {
  await using at = await setUp()
  const report = (measure: object, dimension: object) => ({
    definition: {
      key: 'r',
      label: { en: 'R' },
      form: 'account',
      chart: 'table',
      dimensions: [{ field: 'created_at', ...dimension }],
      measures: [{ key: 'm', label: { en: 'M' }, ...measure }],
    },
  })
  const answers = [
    await at.post(`${forms}/account/query`, { sort: [{ field: 'name', direction: 'asc nulls first' }] }),
    await at.post(`${base}/reports/run`, report({ function: 'pg_sleep' }, {})),
    await at.post(`${base}/reports/run`, report({ function: 'count' }, { unit: "day'" })),
    await at.post('/api/account', { zone: 'Mars/Olympus' }, 'PATCH'),
    await at.post('/api/account', { zone: "UTC'; select 1" }, 'PATCH'),
    await at.post('/api/account', { locale: 'xx' }, 'PATCH'),
  ]
  for (const answer of answers) expect(answer).toMatchObject({ status: 422 })
})

const deep = (levels: number): Expression =>
  levels === 0 ? { eq: [{ var: 'name' }, 'x'] } : { '!': [deep(levels - 1)] }
const wide = (conditions: number): Expression => ({
  or: Array.from({ length: conditions }, () => ({ eq: [{ var: 'name' }, 'x'] })),
})
const long = (values: number): Expression => ({
  in: [{ var: 'name' }, Array.from({ length: values }, (_, n) => `${n}`)],
})

test('IN-04: filters, lists, pages, sorts and paths end at their limits', async () => {
  await using at = await setUp()
  const filters = [deep(12), wide(300), long(1001)]
  for (const filter of filters) {
    for (const path of ['query', 'count'])
      expect((await at.post(`${forms}/account/${path}`, { filter })).status).toBe(422)
    expect((await at.post(`${forms}/opportunity/board`, { field: 'stage', filter })).status).toBe(422)
    expect((await at.post(`${base}/reports/run`, { report: 'funnel', filter })).status).toBe(422)
  }
  const bottomless = `{"filter":${'{"!":['.repeat(20_000)}true${']}'.repeat(20_000)}}`
  expect((await at.post(`${forms}/account/query`, bottomless)).status).toBe(400)
  const sort = (keys: number) => Array.from({ length: keys }, () => ({ field: 'name', direction: 'asc' }))
  const bodies = [
    { limit: 501 },
    { limit: 0 },
    { sort: sort(6) },
    { columns: ['a.b.c.d.e'] },
    { search: 'x'.repeat(201) },
  ]
  for (const body of bodies) expect((await at.post(`${forms}/account/query`, body)).status).toBe(422)
  for (const body of [{ filter: deep(5) }, { filter: wide(50) }, { filter: long(1000) }, { limit: 500 }])
    expect((await at.post(`${forms}/account/query`, body)).status).toBe(200)
})

test('IN-10: text is stored in one form, and what cannot be stored is refused', async () => {
  await using at = await setUp()
  const decomposed = 'Mu\u0308ller'
  expect((await account(at.owner, decomposed)).values['name']).toBe('M\u00fcller')
  for (const name of ['a\u0000b', 'a\ud800b'])
    expect(await at.post(`${forms}/account/records`, { values: { name } })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/values/name', code: 'bad-characters' }],
    })
  const product = (code: string) =>
    at.post(`${forms}/product/records`, { values: { name: 'P', code, list_price: '1' } })
  expect((await product('Se\u0301rie-1')).status).toBe(201)
  expect(await product('S\u00c9RIE-1')).toMatchObject({ status: 409, code: 'duplicate' })
})

test('IN-08, IN-11, IN-12: amounts, days, instants and addresses are exact, or refused', async () => {
  await using at = await setUp()
  const wrong = async (form: string, values: object) =>
    (await at.post(`${forms}/${form}/records`, { values })).errors ?? []
  const amounts = ['1.005', '1e3', '1234567890123456789', 'NaN', '１２']
  for (const amount of amounts)
    expect(await wrong('opportunity', { name: 'X', amount })).toMatchObject([{ pointer: '/values/amount' }])
  for (const close_date of ['2026-02-30', '21.11.2026', '2026-11-21T00:00:00Z', 20261121])
    expect(await wrong('opportunity', { name: 'X', close_date })).toMatchObject([
      { pointer: '/values/close_date' },
    ])
  for (const website of ['javascript:alert(1)', 'data:text/html,x', ' JAVASCRIPT:x', 'file:///etc/passwd'])
    expect(await wrong('account', { name: 'X', website })).toMatchObject([{ pointer: '/values/website' }])
})
