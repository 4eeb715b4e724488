import { appUnderTest, query, signedInMember, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace', limits: { exportedAtOnce: 20 } })
  const owner = await world.owner()
  const make = (form: string, values: object) =>
    owner.call('createRecord', { params: { workspace, form }, body: { values: values as never } })
  const product = async () =>
    (await make('product', { code: 'P-1', name: '=Pump', list_price: '10', cost: '4' })).id
  const { id: account } = await make('account', { name: 'Acme' })
  const quote = (values: object) => make('quote', { account, ...values })
  const send = (browser: TestClient, body: object, locale = 'en') =>
    browser.send({
      method: 'POST',
      url: `/api/w/${workspace}/forms/quote/export`,
      body: { format: 'csv', columns: ['valid_until'], ...body },
      headers: { 'accept-language': locale },
    })
  return { world, owner, product, quote, send, [Symbol.asyncDispose]: world.close }
}

const linesIn = (body: string) => body.replace('\uFEFF', '').split('\r\n').slice(0, -1)

test('each line item is a row with the id and the columns of its record, and nothing that runs', async () => {
  await using at = await setUp()
  const product = await at.product()
  const items = [
    { product, description: '@first', quantity: '2', unit_price: '9.50' },
    { product, description: 'second', quantity: '3', unit_price: '10' },
  ]
  const full = await at.quote({ valid_until: '2026-12-01', items })
  const empty = await at.quote({ valid_until: '2026-12-02' })
  const request = { rowsOf: 'items', sort: [{ field: 'valid_until', direction: 'asc' }] }
  const { body, statusCode } = await at.send(at.owner, request)
  expect(statusCode).toBe(200)
  const [header = '', ...rows] = linesIn(body)
  expect(header).toMatch(/^Id,Valid until,[^,]+: Position,[^,]+: Product,/)
  expect(rows).toHaveLength(3)
  expect(rows[0]).toContain(`${full.id},2026-12-01,1,'=Pump,'@first,2.00,9.50`)
  expect(rows[1]).toContain(`${full.id},2026-12-01,2,'=Pump,second,3.00,10`)
  expect(rows[2]).toMatch(new RegExp(`^${empty.id},2026-12-02,,+$`))
  expect(rows.map((row) => row.split(',').length)).toEqual(rows.map(() => header.split(',').length))
  const zh = await at.send(at.owner, request, 'zh')
  expect(linesIn(zh.body)[0]).toContain('：序号')
})

test('only line items that the reader may see are rows, without what is hidden in them', async () => {
  await using at = await setUp()
  const product = await at.product()
  await at.quote({ items: [{ product, description: 'secret words', quantity: '1', unit_price: '7' }] })
  expect((await at.send(at.owner, { rowsOf: 'number' })).statusCode).toBe(422)
  expect((await at.send(at.owner, { rowsOf: 'nothing' })).statusCode).toBe(422)
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'] })
  const rights = (await rep.browser.call('getApp', { params: { workspace } })).rights['quote']
  const theirs = await at.send(rep.browser, { rowsOf: 'items' })
  expect(theirs.statusCode).toBe(rights?.export === true ? 200 : 403)
  expect(theirs.body).not.toContain('secret words')
  // What a line costs is not for reps.
  const shown = async (browser: TestClient) => linesIn((await at.send(browser, { rowsOf: 'items' })).body)[0]
  expect(await shown(at.owner)).toMatch(/cost/i)
  expect(await shown(rep.browser)).not.toMatch(/cost/i)
})

test('lines are counted as records while a file is made, and come out in order, each once', async () => {
  await using at = await setUp()
  const product = await at.product()
  const items = [1, 2, 3].map((n) => ({ product, description: `line ${n}`, quantity: '1', unit_price: '1' }))
  const { id } = await at.quote({ items })
  for (let more = 1; more < 25; more += 1) await at.quote({ items })
  const { export: begun } = await at.owner.call('startExport', {
    params: { workspace, form: 'quote' },
    body: { format: 'csv', columns: ['valid_until'], rowsOf: 'items' },
  })
  const over = async () => {
    const { exports } = await at.owner.call('listExports', { params: { workspace } })
    return exports.find((one) => one.id === begun?.id)
  }
  await expect.poll(over, { timeout: 20_000 }).toMatchObject({ state: 'done', done: 25, total: 25 })
  const file = await at.owner.send({
    method: 'GET',
    url: `/api/w/${workspace}/exports/${begun?.id}/file`,
  })
  const rows = linesIn(file.body).slice(1)
  expect(rows).toHaveLength(75)
  const own = rows.filter((row) => row.startsWith(id))
  expect(own.map((row) => /line \d/.exec(row)?.[0])).toEqual(['line 1', 'line 2', 'line 3'])
  const [stored] = await query<{ count: number }>(
    at.world.databaseUrl,
    'select count(*)::int as count from ws_acme.quote_items',
  )
  expect(stored?.count).toBe(75)
})
