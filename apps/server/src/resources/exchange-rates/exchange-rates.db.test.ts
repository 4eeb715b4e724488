import { aForeignMoneyField, aForm, aTextField } from '@pipewright/metadata/builders'
import { appUnderTest, query, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace }
const deals = { workspace, form: 'trade' }
const form = aForm({ key: 'trade', fields: [aTextField(), aForeignMoneyField({ currency: 'USD' })] })
const usd = { currency: 'USD', home: 'CNY', from: '2020-01-01', rate: '7.1' }

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const edits = [{ type: 'addForm' as const, form, rights: [] }]
  const { version } = await owner.call('editDraft', { params, body: { version: 0, edits } })
  await owner.call('publishDraft', { params, body: { version } })
  const put = (rates: object[], remove: object[] = []) =>
    owner.send({
      method: 'POST',
      url: `/api/w/${workspace}/exchange-rates`,
      body: { put: rates, remove },
    })
  return { world, owner, put, [Symbol.asyncDispose]: world.close }
}

/** What a job does in the background has this long, also while other tests run. */
const soon = { timeout: 15_000 }

test('a changed rate reaches amounts by itself, also those of a server that died meanwhile', async () => {
  await using at = await setUp()
  const { world, owner, put } = at
  expect((await put([usd])).json()).toEqual({ rates: [usd], outdated: 0 })
  const body = { values: { name: 'One', price: { amount: '10', currency: 'USD' } } }
  const { id, values } = await owner.call('createRecord', { params: deals, body })
  expect(values).toMatchObject({ price: { home: '71.00', rate: '7.1' } })
  const home = async () => {
    const read = await owner.call('getRecord', { params: { ...deals, id } })
    return (read.values['price'] as { home: string }).home
  }
  expect((await put([{ ...usd, rate: '7.25' }])).json()).toEqual({
    rates: [{ ...usd, rate: '7.25' }],
    outdated: 1,
  })
  await expect.poll(home, soon).toBe('72.50')
  // The work is taken off the list once nothing was found any more.
  await expect.poll(async () => (await owner.call('listExchangeRates', { params })).outdated, soon).toBe(0)

  // As if the process had died between the change and its consequences.
  await query(world.databaseUrl, `update ws_acme._exchange_rate set rate = 8 where currency = 'USD'`)
  await query(
    world.databaseUrl,
    `insert into ws_acme._exchange_rate_work select gen_random_uuid(), 'USD', 'CNY', '2020-01-01', id, now() from ws_acme._member, generate_series(1, 2) limit 2`,
  )
  // Two changes are under way; the amount that both concern is one.
  expect((await owner.call('listExchangeRates', { params })).outdated).toBe(1)
  await using second = await world.secondProcess()
  await second.client().send({ method: 'GET', url: '/health' })
  await expect.poll(home, soon).toBe('80.00')
})

test('amounts follow their rates also when whoever changed them has left since', async () => {
  await using at = await setUp()
  const { world, owner, put } = at
  await put([usd])
  const body = { values: { name: 'One', price: { amount: '10', currency: 'USD' } } }
  const { id } = await owner.call('createRecord', { params: deals, body })
  const { id: memberId } = await signedInMember(world, { ...params, roles: ['admin'] })
  // As if the process had died between her change and its consequences, and she were gone when the next one starts.
  await owner.call('updateMember', { params: { ...params, id: memberId }, body: { active: false } })
  await query(world.databaseUrl, `update ws_acme._exchange_rate set rate = 9 where currency = 'USD'`)
  await query(
    world.databaseUrl,
    `insert into ws_acme._exchange_rate_work values (gen_random_uuid(), 'USD', 'CNY', '2020-01-01', $1, now())`,
    [memberId],
  )
  await using second = await world.secondProcess()
  await second.client().send({ method: 'GET', url: '/health' })
  const home = async () => {
    const read = await owner.call('getRecord', { params: { ...deals, id } })
    return (read.values['price'] as { home: string }).home
  }
  await expect.poll(home, soon).toBe('90.00')
})

test('rates that are none are refused at their place, and one that is needed stays', async () => {
  await using at = await setUp()
  const { owner, put } = at
  const refused = await put([
    { ...usd, home: 'USD' },
    { ...usd, from: '2026-02-30' },
    { ...usd, currency: 'EUR', rate: '0.00' },
    usd,
    usd,
  ])
  expect(refused.statusCode).toBe(422)
  expect(refused.json()).toMatchObject({
    errors: [
      { pointer: '/put/0/currency', code: 'same-currency' },
      { pointer: '/put/1/from', code: 'bad-date' },
      { pointer: '/put/2/rate', code: 'rate-not-positive' },
      { pointer: '/put/4/from', code: 'rate-twice' },
    ],
  })
  expect((await put([usd])).statusCode).toBe(200)
  const body = { values: { name: 'One', price: { amount: '10', currency: 'USD' } } }
  await owner.call('createRecord', { params: deals, body })
  const { rate: _rate, ...key } = usd
  const kept = await put([], [key])
  expect(kept.statusCode).toBe(409)
  expect(kept.json()).toMatchObject({ code: 'rate-needed', title: expect.stringContaining('USD') as string })
  expect((await owner.call('listExchangeRates', { params })).rates).toEqual([usd])
})

test('who does not manage the workspace sees no rates and changes none', async () => {
  await using at = await setUp()
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'], name: 'Rep' })
  for (const method of ['GET', 'POST'] as const) {
    const url = `/api/w/${workspace}/exchange-rates`
    const sent = await rep.browser.send({
      method,
      url,
      ...(method === 'POST' ? { body: { put: [usd], remove: [] } } : {}),
    })
    expect(sent.statusCode).toBe(403)
  }
})

test('whoever enters an amount learns its rate before, and nobody else', async () => {
  await using at = await setUp()
  const { owner, world, put } = at
  await put([usd])
  const wanted = { ...params, currency: 'USD', home: 'CNY' }
  expect(await owner.call('getExchangeRate', { params: { ...wanted, day: '2026-11-27' } })).toEqual({
    rate: '7.1',
  })
  expect(await owner.call('getExchangeRate', { params: { ...wanted, day: '2019-12-31' } })).toEqual({
    rate: null,
  })
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rep' })
  const refused = async (day: string, who = rep.browser) =>
    (await who.send({ method: 'GET', url: `/api/w/${workspace}/exchange-rates/USD/CNY/${day}` })).statusCode
  expect(await refused('2026-11-27')).toBe(404)
  expect(await refused('2026-02-30', owner)).toBe(404)
})
