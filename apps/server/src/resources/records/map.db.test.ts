import type { BodyOf, Routes } from '@pipewright/contract'
import { appUnderTest, signedInMember } from '@pipewright/testing'
import type { FormRight } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace, form: 'shop' }
const world = { south: -90, west: -180, north: 90, east: 180 }

const right = (read: string[]): FormRight => ({
  form: 'shop',
  actions: ['read'],
  scope: { type: 'all' },
  read,
  write: [],
})

async function setUp(rights: { role: string; right: FormRight }[] = []) {
  const made = await appUnderTest({ prepared: 'workspace' })
  const owner = await made.owner()
  const named = (key: string) => ({ key, label: { en: key, zh: `${key}名` } })
  const edits: BodyOf<Routes['editDraft']>['edits'] = [
    {
      type: 'addForm',
      rights,
      form: {
        ...named('shop'),
        labelPlural: { en: 'Shops', zh: '门店' },
        titleField: 'name',
        searchFields: ['name'],
        fields: [
          { type: 'text', ...named('name') },
          { type: 'location', ...named('place') },
          { type: 'text', ...named('city') },
          {
            type: 'choice',
            ...named('stage'),
            options: ['open', 'won'].map((key) => ({ ...named(key), color: 'green' as const })),
          },
        ],
        layout: {
          sections: [
            {
              key: 'main',
              columns: 1,
              items: ['name', 'place', 'city', 'stage'].map((field) => ({ field })),
            },
          ],
        },
      },
    },
    {
      type: 'putView',
      view: {
        ...named('shop_map'),
        form: 'shop',
        type: 'map',
        columns: ['name', 'city'],
        place: 'place',
      },
    },
  ]
  const { version } = await owner.call('getDraft', { params })
  const draft = await owner.call('editDraft', { params, body: { version, edits } })
  await owner.call('publishDraft', { params, body: { version: draft.version } })
  const create = async (
    name: string,
    latitude: string | null,
    longitude: string,
    city = 'c',
    stage: string | null = null,
  ) => {
    const place = latitude === null ? {} : { place: { latitude, longitude, label: null } }
    return owner.call('createRecord', { params, body: { values: { name, city, stage, ...place } } })
  }
  const map = (body: Partial<BodyOf<Routes['mapRecords']>> = {}) =>
    owner.call('mapRecords', {
      params,
      body: { field: 'place', box: world, zoom: 2, apart: 30, columns: ['name', 'city'], ...body },
    })
  return { world: made, owner, create, map, [Symbol.asyncDispose]: made.close }
}

test('records that lie close are counted together, and others stand alone with what their card shows', async () => {
  await using at = await setUp()
  await at.create('Suzhou', '31.299', '120.585')
  await at.create('Shanghai', '31.230', '121.473')
  const leeds = await at.create('Leeds', '53.800', '-1.549', 'Leeds')
  await at.create('Nowhere yet', null, '')
  const far = await at.map()
  expect(far.cells.map(({ count, id }) => [count, id])).toEqual([
    [2, null],
    [1, leeds.id],
  ])
  expect(far.cells[0]).toMatchObject({ south: 31.23, north: 31.299, west: 120.585, east: 121.473 })
  expect(far.rows).toMatchObject([{ title: 'Leeds', values: { city: 'Leeds' } }])
  const near = await at.map({ zoom: 8, box: { south: 30, west: 119, north: 32, east: 123 } })
  expect(near.cells.map(({ count }) => count)).toEqual([1, 1])
  expect(near.rows.map(({ title }) => title).toSorted()).toEqual(['Shanghai', 'Suzhou'])
})

test('filter and search narrow what is counted, and the list of a part of the map has the same records', async () => {
  await using at = await setUp()
  await at.create('North shop', '53', '-1')
  await at.create('South shop', '51', '-1')
  await at.create('South stall', '51', '-1.001')
  const counts = async (body: Parameters<typeof at.map>[0]) =>
    (await at.map(body)).cells.map(({ count }) => count)
  const box = { south: 50, west: -3, north: 54, east: 1 }
  expect(await counts({ search: 'shop', zoom: 8, box })).toEqual([1, 1])
  expect(await counts({ filter: { startsWith: [{ var: 'name' }, 'South'] } })).toEqual([2])
  const { rows } = await at.owner.call('queryRecords', {
    params,
    body: {
      filter: {
        and: [
          { between: [{ var: 'place.latitude' }, 50, 52] },
          { between: [{ var: 'place.longitude' }, -1.0005, 0] },
        ],
      },
    },
  })
  expect(rows.map(({ title }) => title)).toEqual(['South shop'])
})

test('AZ-05: a masked location has no map, as if there were no such field, and rows of others do not count', async () => {
  await using at = await setUp([
    { role: 'rep', right: right(['name', 'city']) },
    { role: 'manager', right: { ...right(['name', 'place']), scope: { type: 'own' } } },
  ])
  await at.create('Leeds', '53.800', '-1.549')
  const { browser: rep } = await signedInMember(at.world, { workspace, roles: ['rep'] })
  const { browser: manager } = await signedInMember(at.world, { workspace, roles: ['manager'] })
  const ask = (browser: typeof rep, field: string, columns?: string[]) =>
    browser.send({
      method: 'POST',
      url: `/api/w/${workspace}/forms/shop/map`,
      body: { field, box: world, zoom: 2, apart: 30, ...(columns && { columns }) },
    })
  const [masked, none, text] = [await ask(rep, 'place'), await ask(rep, 'nothing'), await ask(rep, 'name')]
  expect([masked.statusCode, none.statusCode, text.statusCode]).toEqual([422, 422, 422])
  expect(masked.json<{ errors: unknown }>().errors).toEqual(none.json<{ errors: unknown }>().errors)
  expect((await ask(manager, 'place')).json()).toEqual({ cells: [], rows: [] })
  const filtered = await rep.send({
    method: 'POST',
    url: `/api/w/${workspace}/forms/shop/query`,
    body: { filter: { gte: [{ var: 'place.latitude' }, 0] } },
  })
  expect(filtered.statusCode).toBe(422)
  const app = await rep.call('getApp', { params })
  expect(app.definition.views.some(({ key }) => key === 'shop_map')).toBe(false)
})

test('what lies close says which option all of it has, and nothing where the options differ', async () => {
  await using at = await setUp([{ role: 'rep', right: right(['name', 'place']) }])
  const put = (stage: string | null, latitude: string) => at.create('Shop', latitude, '1', 'c', stage)
  for (const latitude of ['0.001', '0.002']) await put('won', latitude)
  for (const latitude of ['40.001', '40.002']) await put(null, latitude)
  await put('won', '-40.001')
  await put('open', '-40.002')
  await put('won', '70.001')
  await put(null, '70.002')
  const alikeOf = async (body: Parameters<typeof at.map>[0]) =>
    Object.fromEntries((await at.map(body)).cells.map(({ latitude, alike }) => [Math.round(latitude), alike]))
  expect(await alikeOf({ colorBy: 'stage' })).toEqual({
    0: { value: 'won' },
    40: { value: null },
    [-40]: null,
    70: null,
  })
  expect(Object.values(await alikeOf({}))).toEqual([null, null, null, null])
  const { browser: rep } = await signedInMember(at.world, { workspace, roles: ['rep'] })
  const ask = (colorBy: string) =>
    rep.problem(
      rep.call('mapRecords', { params, body: { field: 'place', box: world, zoom: 2, apart: 30, colorBy } }),
    )
  const [masked, none, text] = [await ask('stage'), await ask('nothing'), await ask('name')]
  expect(masked).toMatchObject({ status: 422, errors: [{ pointer: '/colorBy' }] })
  expect([none.errors, text.errors]).toEqual([masked.errors, masked.errors])
})
