import { appUnderTest, query, signedInMember, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'

const unknownId = '00000000-0000-7000-8000-000000000000'

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const workspace = 'acme'
  const owner = await world.owner()
  const form = (key: string) => ({ workspace, form: key })
  const product = async (name: string) =>
    owner.call('createRecord', {
      params: form('product'),
      body: { values: { name, code: name, list_price: '10.00' } },
    })
  return { world, workspace, owner, form, product, [Symbol.asyncDispose]: world.close }
}

const statusOf = async (
  browser: TestClient,
  url: string,
  body?: unknown,
  method: 'POST' | 'PATCH' | 'DELETE' = 'POST',
) => {
  const answer = await browser.send({ method, url, ...(body === undefined ? {} : { body }) })
  return { status: answer.statusCode, ...answer.json<Record<string, unknown>>() }
}

test('a record is made, read, changed, deleted, found in the bin and taken back, with its history', async () => {
  await using at = await setUp()
  const { owner, form } = at
  const params = form('account')
  const made = await owner.call('createRecord', {
    params,
    body: { values: { name: ' Müller & Söhne ', phone: '+44 20 7946 0000' } },
  })
  expect(made).toMatchObject({ version: 1, title: 'Müller & Söhne', values: { name: 'Müller & Söhne' } })
  const one = { ...params, id: made.id }
  expect(await owner.call('getRecord', { params: one })).toMatchObject({
    id: made.id,
    may: { update: true, delete: true },
  })
  const changed = await owner.call('updateRecord', {
    params: one,
    body: { version: 1, values: { name: 'Müller' } },
  })
  expect(changed).toMatchObject({ version: 2, title: 'Müller' })
  await owner.call('deleteRecord', { params: one, query: { version: '2' } })
  const rows = async (deleted: boolean) =>
    (await owner.call('queryRecords', { params, body: { deleted } })).rows.length
  expect([await rows(false), await rows(true)]).toEqual([0, 1])
  await owner.call('restoreRecord', { params: one, body: { version: 3 } })
  expect([await rows(false), await rows(true)]).toEqual([1, 0])
  const { events } = await owner.call('getHistory', { params: one })
  expect(events.map(({ kind }) => kind)).toEqual(['restore', 'delete', 'update', 'create'])
  expect(events[2]?.changes).toContainEqual({ field: 'name', old: 'Müller & Söhne', new: 'Müller' })
})

test('CO-02: a change without a version is 428, with a bad one 400, with an old one 409', async () => {
  await using at = await setUp()
  const { owner, product, workspace } = at
  const { id } = await product('A')
  const url = `/api/w/${workspace}/forms/product/records/${id}`
  const values = { name: 'B' }
  expect(await statusOf(owner, url, { values }, 'PATCH')).toMatchObject({
    status: 428,
    code: 'version-missing',
  })
  for (const version of ['1', 1.5, '', {}, true])
    expect(await statusOf(owner, url, { values, version }, 'PATCH')).toMatchObject({
      status: 400,
      code: 'bad-version',
    })
  expect(await statusOf(owner, url, { values, version: 1 }, 'PATCH')).toMatchObject({
    status: 200,
    version: 2,
  })
  const stale = await statusOf(owner, url, { values: { name: 'C' }, version: 1 }, 'PATCH')
  expect(stale).toMatchObject({ status: 409, code: 'stale-version', version: 2, changed: ['name'] })
  expect(await statusOf(owner, url, undefined, 'DELETE')).toMatchObject({ status: 428 })
  expect(await statusOf(owner, `${url}?version=x`, undefined, 'DELETE')).toMatchObject({ status: 400 })
  expect(await statusOf(owner, `${url}?version=1`, undefined, 'DELETE')).toMatchObject({ status: 409 })
})

test('everything wrong with a record is said at once, at its place', async () => {
  await using at = await setUp()
  const body = {
    values: { code: 'A', list_price: 'ten', cost: '1.234567', nothing: 1, version: 3, active: 'yes' },
  }
  const problem = await at.owner.problem(at.owner.call('createRecord', { params: at.form('product'), body }))
  expect(problem.status).toBe(422)
  const found = Object.fromEntries((problem.errors ?? []).map(({ pointer, code }) => [pointer, code]))
  expect(found).toMatchObject({
    '/values/name': 'required',
    '/values/list_price': 'not-a-number',
    '/values/cost': 'too-many-digits',
    '/values/nothing': 'unknown-field',
    '/values/version': 'not-writable',
    '/values/active': 'wrong-type',
  })
  const [count] = await query<{ n: number }>(
    at.world.databaseUrl,
    `select count(*)::int as n from ws_${at.workspace}.product`,
  )
  expect(count?.n).toBe(0)
})

test('line items, exact totals and numbers without gaps', async () => {
  await using at = await setUp()
  const { owner, form, product } = at
  const account = await owner.call('createRecord', {
    params: form('account'),
    body: { values: { name: 'Acme' } },
  })
  const { id } = await product('A')
  const items = [
    { product: id, quantity: '3', unit_price: '0.10', discount: '0' },
    { product: id, quantity: '1', unit_price: '0.20', discount: '50' },
  ]
  const make = () =>
    owner.call('createRecord', { params: form('quote'), body: { values: { account: account.id, items } } })
  const quotes = await Promise.all([make(), make(), make(), make()])
  expect(quotes[0]?.values['total']).toBe('0.40')
  const numbers = quotes.map(({ values }) => String(values['number'])).toSorted()
  expect(new Set(numbers).size).toBe(4)
  expect(numbers.map((number) => Number(number.split('-').at(-1)))).toEqual([1, 2, 3, 4])
})

test('CO-07: one idempotency key makes one record, also at once, and serves no other request', async () => {
  await using at = await setUp()
  const { owner, form } = at
  const make = (name: string, idempotencyKey = 'form-1') =>
    owner.call('createRecord', { params: form('account'), body: { values: { name } }, idempotencyKey })
  const answers = await Promise.all([make('Acme'), make('Acme'), make('Acme')])
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
  expect((await owner.problem(make('Other'))).code).toBe('idempotency-conflict')
  expect((await owner.problem(make('Acme', 'x y'))).code).toBe('bad-request')
  const { rows } = await owner.call('queryRecords', { params: form('account'), body: {} })
  expect(rows).toHaveLength(1)
})

test('CO-09: a second record of a unique value is 409 and names the field, and the first to who may see it', async () => {
  await using at = await setUp()
  const answers = await Promise.allSettled([at.product('A'), at.product('A')])
  const refused = answers.flatMap((answer) =>
    answer.status === 'rejected' ? [answer.reason as { problem: object }] : [],
  )
  expect(refused).toHaveLength(1)
  expect(refused[0]?.problem).toMatchObject({
    status: 409,
    code: 'duplicate',
    errors: [{ pointer: '/values/code', code: 'not-unique-seen', params: { record: 'A' } }],
  })
})

test('AZ-10: bulk changes check each record by itself and list what was refused', async () => {
  await using at = await setUp()
  const { owner, form, product } = at
  const [one, two] = [await product('A'), await product('B')]
  const records = [
    { id: one.id, version: 1 },
    { id: two.id, version: 7 },
    { id: unknownId, version: 1 },
  ]
  const answer = await owner.call('bulkRecords', {
    params: form('product'),
    body: { records, action: { type: 'update', values: { active: false } } },
  })
  expect(answer.done).toEqual([one.id])
  expect(new Map(answer.refused.map(({ id, code }) => [id, code]))).toEqual(
    new Map([
      [two.id, 'stale-version'],
      [unknownId, 'not-found'],
    ]),
  )
  const wrong = owner.call('bulkRecords', {
    params: form('product'),
    body: { records: [], action: { type: 'delete' } },
  })
  expect((await owner.problem(wrong)).code).toBe('invalid')
})

test('lists page by keyset, filter, sort and count', async () => {
  await using at = await setUp()
  const { owner, form, product } = at
  for (const name of ['E', 'A', 'C', 'B', 'D']) await product(name)
  const read = (after?: string) =>
    owner.call('queryRecords', {
      params: form('product'),
      body: {
        columns: ['name'],
        sort: [{ field: 'name', direction: 'asc' }],
        limit: 2,
        ...(after === undefined ? {} : { after }),
      },
    })
  const names: string[] = []
  for (let page = await read(); ; page = await read(page.next ?? undefined)) {
    names.push(...page.rows.map(({ title }) => title))
    if (page.next === null) break
  }
  expect(names).toEqual(['A', 'B', 'C', 'D', 'E'])
  const filter = { in: [{ var: 'code' }, ['A', 'B']] }
  expect(await owner.call('countRecords', { params: form('product'), body: { filter } })).toEqual({
    count: 2,
    exact: true,
  })
})

test('possible duplicates are found while typing, and everything is found by search', async () => {
  await using at = await setUp()
  const { owner, form, workspace } = at
  const { id } = await owner.call('createRecord', {
    params: form('account'),
    body: { values: { name: '华东智能仓储' } },
  })
  const { matches } = await owner.call('findMatches', {
    params: form('account'),
    body: { values: { name: '华东智能仓储' } },
  })
  expect(matches).toMatchObject([{ id, field: 'name' }])
  const found = await owner.call('searchAll', { params: { workspace }, query: { q: '智能' } })
  expect(found.groups).toEqual([{ form: 'account', hits: [{ id, title: '华东智能仓储', marks: [[2, 4]] }] }])
  for (const [q, marks] of [
    ['huadong', [[0, 2]]],
    ['znCC', [[2, 6]]],
    ['華東', [[0, 2]]],
    ['东z', [[1, 3]]],
  ]) {
    // prettier-ignore
    const read = await owner.call('searchAll', { params: { workspace }, query: { q: String(q) } })
    expect(read.groups).toMatchObject([{ form: 'account', hits: [{ id, marks }] }])
    const listed = await owner.call('queryRecords', { params: form('account'), body: { search: String(q) } })
    expect(listed.rows).toMatchObject([{ id }])
  }
})

test('the board counts and sums each stage', async () => {
  await using at = await setUp()
  const { owner, form } = at
  for (const amount of ['10.50', '20.25'])
    await owner.call('createRecord', {
      params: form('opportunity'),
      body: { values: { name: 'Deal', amount } },
    })
  const board = await owner.call('getBoard', {
    params: form('opportunity'),
    body: { field: 'stage', sums: ['amount'] },
  })
  const first = board.columns.find(({ count }) => count > 0)
  expect(first).toMatchObject({ value: 'qualification', count: 2, sums: { amount: '30.75' } })
})

test('IN-13: an unknown form, field or record answers the same bytes, whoever asks, apart from the request id', async () => {
  await using at = await setUp()
  const { world, workspace } = at
  const rep = (await signedInMember(world, { workspace, roles: ['rep'] })).browser
  const bare = async (url: string, body?: unknown) => {
    const answer = await rep.send(body === undefined ? { method: 'GET', url } : { method: 'POST', url, body })
    return answer.body.replace(/"requestId":"[^"]*"/, '')
  }
  const base = `/api/w/${workspace}/forms`
  const gone = await bare(`${base}/nowhere/records/${unknownId}`)
  expect(gone).toContain('not-found')
  expect(await bare(`${base}/account/records/${unknownId}`)).toBe(gone)
  expect(await bare(`${base}/account/records/x`)).toBe(gone)
  expect(await bare(`${base}/Acc'--/schema.json`)).toBe(gone)
  const filter = (field: string) =>
    bare(`${base}/opportunity/query`, { filter: { gt: [{ var: field }, '1'] } })
  expect(await filter('cost')).toBe((await filter('cosd')).replaceAll('cosd', 'cost'))
  const write = (field: string) =>
    bare(`${base}/opportunity/records`, { values: { name: 'x', [field]: '1' } })
  expect(await write('cost')).toBe((await write('cosd')).replaceAll('cosd', 'cost'))
})
