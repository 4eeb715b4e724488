import { appUnderTest, query, signedInMember, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const rep = await signedInMember(world, { ...params, roles: ['rep'] })
  const create = async (form: string, name: string, by: TestClient = rep.browser) =>
    (
      await by.call('createRecord', {
        params: { ...params, form },
        body: { values: { name, ...(form === 'lead' ? { company: name, phone: '+44 20 7946 0958' } : {}) } },
      })
    ).id
  const look = (form: string, id: string, by: TestClient = rep.browser) =>
    by.call('lookAtRecord', { params: { ...params, form, id } })
  const places = (by: TestClient = rep.browser) => by.call('listPlaces', { params })
  const change = (
    body: { add?: string[]; remove?: string[]; order?: string[] },
    by: TestClient = rep.browser,
  ) => by.call('changeFavourites', { params, body })
  return { world, owner, rep, create, look, places, change, [Symbol.asyncDispose]: world.close }
}

test('favourites of every kind belong to the member, in his order, on whatever device', async () => {
  await using at = await setUp()
  const account = await at.create('account', 'Acme')
  const view = await at.rep.browser.call('createView', {
    params: { ...params, form: 'lead' },
    body: { name: 'Mine today', settings: { type: 'table', columns: ['name'] } },
  })
  const paths = [`/f/account/${account}`, '/f/lead', `/f/lead?view=${view.id}`, '/d/sales', '/todo']
  await at.change({ add: paths })
  await at.change({ order: ['/todo', '/f/lead'] })
  await at.change({ remove: ['/d/sales'] })
  expect((await at.places()).favourites).toEqual([
    { path: '/todo', title: null },
    { path: '/f/lead', title: null },
    { path: paths[0], title: 'Acme' },
    { path: paths[2], title: 'Mine today' },
  ])
  expect((await at.places(at.owner)).favourites).toEqual([])
  expect((await at.rep.browser.problem(at.change({ add: ['https://example.com'] }))).code).toBe('invalid')
  expect((await at.rep.browser.problem(at.change({ add: ['/f/lead/../../x'] }))).code).toBe('invalid')
})

test('what was opened last comes first, named as it is called now', async () => {
  await using at = await setUp()
  const [one, other] = [await at.create('account', 'One'), await at.create('lead', 'Other')]
  await at.look('account', one)
  await at.look('lead', other)
  await at.look('account', one)
  await at.rep.browser.call('updateRecord', {
    params: { ...params, form: 'account', id: one },
    body: { version: 1, values: { name: 'One & only' } },
  })
  expect((await at.places()).recent).toEqual([
    { path: `/f/account/${one}`, title: 'One & only' },
    { path: `/f/lead/${other}`, title: 'Other' },
  ])
})

test('what one may not see any more vanishes without a word, and comes back with the right', async () => {
  await using at = await setUp()
  const account = await at.create('account', 'Shared for a while')
  const path = `/f/account/${account}`
  await at.look('account', account)
  const view = await at.owner.call('createView', {
    params: { ...params, form: 'lead' },
    body: {
      name: 'For all',
      settings: { type: 'table', columns: ['name'] },
      sharing: { with: 'everybody', roles: [], departments: [] },
    },
  })
  await at.change({ add: [path, `/f/lead?view=${view.id}`, '/f/no_such_form'] })
  const [me] = await query<{ id: string }>(
    at.world.databaseUrl,
    `select id from ws_acme._member order by created_at limit 1`,
  )
  const give = async (to: string, version: number) =>
    at.owner.call('updateRecord', {
      params: { ...params, form: 'account', id: account },
      body: { version, values: {}, owner: to },
    })
  await give(me?.id ?? '', 1)
  await at.owner.call('updateView', {
    params: { ...params, id: view.id },
    body: { version: view.version, sharing: { with: 'nobody', roles: [], departments: [] } },
  })
  expect(await at.places()).toEqual({ favourites: [], recent: [] })
  await give(at.rep.id, 2)
  expect((await at.places()).favourites).toEqual([{ path, title: 'Shared for a while' }])
  await at.owner.call('deleteRecord', {
    params: { ...params, form: 'account', id: account },
    query: { version: '3' },
  })
  expect(await at.places()).toEqual({ favourites: [], recent: [] })
})

test('so many favourites and no more', async () => {
  await using at = await setUp()
  await at.change({ add: Array.from({ length: 200 }, (_, n) => `/d/board_${n}`) })
  expect((await at.rep.browser.problem(at.change({ add: ['/todo'] }))).code).toBe('too-many-favourites')
  await at.change({ remove: ['/d/board_0'], add: ['/todo'] })
  expect((await at.places()).favourites).toHaveLength(200)
})
