import type { Import } from '@pipewright/contract'
import { aForm, aRight, aTextField } from '@pipewright/metadata/builders'
import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { settled, upload } from './testing/upload.ts'

const workspace = 'acme'
const visit = aForm({
  key: 'visit',
  fields: [
    aTextField({ required: true }),
    aTextField({ key: 'place', label: { en: 'Place' } }),
    { key: 'guide', label: { en: 'Guide' }, type: 'member' },
  ],
})
const right = aRight({ form: 'visit', write: ['name', 'place', 'guide'] })

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const edits = [{ type: 'addForm' as const, form: visit, rights: [{ role: 'rep', right }] }]
  const { version } = await owner.call('editDraft', { params: { workspace }, body: { version: 0, edits } })
  await owner.call('publishDraft', { params: { workspace }, body: { version } })
  const [rita, otto, stranger] = [
    await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' }),
    await signedInMember(world, { workspace, roles: ['rep'], name: 'Otto' }),
    await signedInMember(world, { workspace, roles: ['finance'], name: 'Fred' }),
  ]
  const make = (form: string, name: string, browser: TestClient = owner) =>
    browser.call('createRecord', { params: { workspace, form }, body: { values: { name } } })
  const follow = (browser: TestClient, form: string, id: string) =>
    browser.call('followRecord', { params: { workspace, form, id }, body: { follows: true } })
  /** Changes records by name, makes those that are not there, and tells members or does not. */
  const bringIn = async (form: string, rows: readonly string[], tell?: boolean) => {
    const path = `/api/w/${workspace}/forms/${form}/imports`
    const { body } = await upload<Import>(owner, path, 'table.csv', rows.join('\n'))
    const mapping = body.columns.map(({ name, column }) => ({ column, field: name }))
    const params = { workspace, id: body.id }
    const writes = { mode: 'both' as const, by: ['name'], empty: 'keep' as const }
    await owner.call('checkImport', { params, body: { mapping, writes } })
    expect(await settled(owner, workspace, body.id)).toMatchObject({ state: 'checked', bad: 0 })
    const wish = tell === undefined ? {} : { tell }
    await owner.call('commitImport', { params, body: { skipBad: false, ...wish } })
    const done = await settled(owner, workspace, body.id)
    expect(done.state).toBe('done')
    return done
  }
  const told = async (browser: TestClient) =>
    (await browser.call('listNotifications', { params: { workspace }, query: {} })).items
      .filter(({ kind }) => kind === 'assigned' || kind === 'followed')
      .map(({ kind, form, count }) => [kind, form, count])
      .toSorted((one, other) => (one.join() < other.join() ? -1 : 1))
  const causes = async (id: string) =>
    (await owner.call('getHistory', { params: { workspace, form: 'visit', id } })).events.map(
      ({ cause }) => cause,
    )
  const idOf = async (name: string) => {
    const filter = { eq: [{ var: 'name' }, name] }
    const { rows } = await owner.call('queryRecords', {
      params: { workspace, form: 'visit' },
      body: { filter },
    })
    return rows[0]?.id ?? ''
  }
  const people = { rita, otto, stranger }
  return {
    world,
    owner,
    ...people,
    make,
    follow,
    bringIn,
    told,
    causes,
    idOf,
    [Symbol.asyncDispose]: world.close,
  }
}

test('nobody is told of an import unless that was wished, whoever follows or is given records', async () => {
  await using at = await setUp()
  const { id } = await at.make('visit', 'Old')
  await at.follow(at.otto.browser, 'visit', id)
  const rows = ['name,place,guide', 'Old,Suzhou,Rita', 'New,Wuxi,Rita']
  const job = await at.bringIn('visit', rows)
  expect(job).toMatchObject({ tell: false, done: 2 })
  expect(await at.told(at.rita.browser)).toEqual([])
  expect(await at.told(at.otto.browser)).toEqual([])
  expect((await at.causes(id))[0]).toEqual({ type: 'import', id: job.id })
})

test('who is given new records is told once, and neither the importer nor who may not read them', async () => {
  await using at = await setUp()
  const rows = ['name,guide', 'a,Rita', 'b,Rita', 'c,Otto', 'd,Fred', 'e,Ada Lovelace', 'f,']
  const job = await at.bringIn('visit', rows, true)
  expect(job).toMatchObject({ tell: true, done: 6 })
  expect(await at.told(at.rita.browser)).toEqual([['assigned', 'visit', 2]])
  expect(await at.told(at.otto.browser)).toEqual([['assigned', 'visit', 1]])
  expect(await at.told(at.stranger.browser)).toEqual([])
  expect(await at.told(at.owner)).toEqual([])
  expect(await at.causes(await at.idOf('a'))).toEqual([{ type: 'import', id: job.id, told: true }])
})

test('who is given changed records or follows them is told once per import', async () => {
  await using at = await setUp()
  const [first, second, third] = [
    await at.make('visit', 'First'),
    await at.make('visit', 'Second'),
    await at.make('visit', 'Third'),
  ]
  for (const { id } of [first, second, third]) {
    await at.follow(at.otto.browser, 'visit', id)
    await at.follow(at.owner, 'visit', id)
  }
  const job = await at.bringIn(
    'visit',
    ['name,place,guide', 'First,Suzhou,Rita', 'Second,Wuxi,Rita', 'Third,,'],
    true,
  )
  expect(await at.told(at.rita.browser)).toEqual([['assigned', 'visit', 2]])
  expect(await at.told(at.otto.browser)).toEqual([['followed', 'visit', 2]])
  expect(await at.told(at.owner)).toEqual([])
  expect((await at.causes(first.id))[0]).toEqual({ type: 'import', id: job.id, told: true })
  await at.bringIn('visit', ['name,place', 'First,Ningbo'], true)
  expect(await at.told(at.otto.browser)).toEqual([
    ['followed', 'visit', 1],
    ['followed', 'visit', 2],
  ])
})

test('an import of several parts tells its followers and whom it gives records in one line', async () => {
  await using at = await setUp()
  const rows = Array.from({ length: 1100 }, (_, n) => `Visit ${n},Suzhou,`)
  await at.bringIn('visit', ['name,place,guide', ...rows])
  const [first, second] = [await at.idOf('Visit 0'), await at.idOf('Visit 1099')]
  await at.follow(at.otto.browser, 'visit', first)
  await at.follow(at.otto.browser, 'visit', second)
  await at.bringIn(
    'visit',
    ['name,place,guide', ...rows.map((row) => `${row.replace('Suzhou', 'Wuxi')}Rita`)],
    true,
  )
  expect(await at.told(at.rita.browser)).toEqual([['assigned', 'visit', 1100]])
  expect(await at.told(at.otto.browser)).toEqual([['followed', 'visit', 2]])
})

test('AZ-04: who follows a record that he may not see any more is told nothing of it', async () => {
  await using at = await setUp()
  const lead = await at.make('lead', 'Ann', at.rita.browser)
  const params = { workspace, form: 'lead', id: lead.id }
  await at.follow(at.rita.browser, 'lead', lead.id)
  const given = await at.owner.call('updateRecord', {
    params,
    body: { version: lead.version, values: {}, owner: at.otto.id },
  })
  expect(given.version).toBeGreaterThan(lead.version)
  await at.bringIn('lead', ['name,company', 'Ann,Umbrella'], true)
  expect(await at.told(at.rita.browser)).toEqual([])
  expect(await at.told(at.otto.browser)).toEqual([
    ['assigned', 'lead', 1],
    ['followed', 'lead', 1],
  ])
})
