import { appUnderTest, signedInMember } from '@pipewright/testing'
import type { Edit, Field, Option } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const label = (en: string) => ({ en })
const towns: Option[] = Array.from({ length: 10_000 }, (_, at) => ({
  key: `town_${at}`,
  label: label(`Town ${at}`),
}))
const fields: Field[] = [
  { type: 'choice', key: 'town', label: label('Town'), options: towns },
  {
    type: 'choice',
    key: 'how',
    label: label('How'),
    other: true,
    options: [{ key: 'web', label: label('Web') }],
  },
  {
    type: 'choice',
    key: 'land',
    label: label('Land'),
    options: ['cn', 'de'].map((key) => ({ key, label: label(key) })),
  },
  {
    type: 'choice',
    key: 'visit_city',
    label: label('City'),
    dependsOn: 'land',
    options: [
      { key: 'hangzhou', label: label('Hangzhou'), parents: ['cn'] },
      { key: 'berlin', label: label('Berlin'), parents: ['de'] },
    ],
  },
  { type: 'tags', key: 'words', label: label('Words') },
  { type: 'members', key: 'team', label: label('Team'), default: [{ var: '$me' }] },
  { type: 'department', key: 'unit', label: label('Unit') },
  { type: 'departments', key: 'units', label: label('Units') },
]

const paths = ['name', ...fields.map(({ key }) => key)]
const edits: Edit[] = [
  ...fields.map((field, index): Edit => ({
    type: 'addField',
    form: 'account',
    field,
    section: 'basics',
    index,
    write: [],
    read: [],
  })),
  {
    type: 'putRole',
    role: {
      key: 'helper',
      label: label('Helper'),
      forms: [
        {
          form: 'account',
          actions: ['read', 'create'],
          scope: { type: 'own', fields: ['team'] },
          read: [],
          write: paths,
        },
      ],
    },
  },
]

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const workspace = 'acme'
  const owner = await world.owner()
  const params = { workspace }
  const edited = await owner.call('editDraft', { params, body: { version: 0, edits } })
  await owner.call('publishDraft', { params, body: { version: edited.version } })
  const helper = await signedInMember(world, { workspace, roles: ['helper'], name: 'Helper' })
  const at = { workspace, form: 'account' }
  const make = (values: Record<string, unknown>) =>
    owner.call('createRecord', { params: at, body: { values: { name: 'Acme', ...values } as never } })
  const found = async (filter: unknown) => {
    const page = await owner.call('queryRecords', { params: at, body: { filter: filter as never } })
    return page.rows.map(({ title }) => title).toSorted()
  }
  return { world, workspace, owner, helper, at, make, found, [Symbol.asyncDispose]: world.close }
}

test('ten thousand options are published, written, sorted and filtered', async () => {
  await using it = await setUp()
  await it.make({ name: 'B', town: 'town_9999' })
  await it.make({ name: 'A', town: 'town_10' })
  expect(await it.found({ eq: [{ var: 'town' }, 'town_9999'] })).toEqual(['B'])
  const sorted = await it.owner.call('queryRecords', {
    params: it.at,
    body: { sort: [{ field: 'town', direction: 'asc' }] },
  })
  expect(sorted.rows.map(({ title }) => title)).toEqual(['A', 'B'])
  const problem = await it.owner.problem(it.make({ town: 'town_10000' }))
  expect(problem.errors).toMatchObject([{ pointer: '/values/town', code: 'not-an-option' }])
})

test('an answer of one’s own is kept, found and has a column of its own on a board', async () => {
  await using it = await setUp()
  await it.make({ name: 'Own', how: 'other:Magazine' })
  await it.make({ name: 'Web', how: 'web' })
  expect(await it.found({ startsWith: [{ var: 'how' }, 'other:'] })).toEqual(['Own'])
  expect(await it.found({ in: [{ var: 'how' }, ['other:Magazine']] })).toEqual(['Own'])
  const board = await it.owner.call('getBoard', { params: it.at, body: { field: 'how' } })
  expect(board.columns.map(({ value, count }) => [value, count])).toEqual([
    ['web', 1],
    ['other:', 1],
  ])
})

test('an option that does not belong to what it depends on is refused, also when that alone changes', async () => {
  await using it = await setUp()
  const bad = await it.owner.problem(it.make({ land: 'de', visit_city: 'hangzhou' }))
  expect(bad.errors).toMatchObject([
    { pointer: '/values/visit_city', code: 'not-offered', params: { field: 'Land' } },
  ])
  const made = await it.make({ land: 'cn', visit_city: 'hangzhou' })
  const change = (values: Record<string, string | null>) =>
    it.owner.call('updateRecord', {
      params: { ...it.at, id: made.id },
      body: { version: made.version, values },
    })
  expect((await it.owner.problem(change({ land: 'de' }))).errors).toMatchObject([{ code: 'not-offered' }])
  expect((await change({ land: 'de', visit_city: 'berlin' })).values).toMatchObject({
    land: 'de',
    visit_city: 'berlin',
  })
})

test('AZ-04: tags are suggested from records the reader sees, the most used first', async () => {
  await using it = await setUp()
  const { helper, owner, at } = it
  await it.make({ words: ['hot', 'VIP'], team: [helper.id] })
  await it.make({ words: ['hot'], team: [helper.id] })
  await it.make({ words: ['secret'] })
  const tags = (browser: typeof owner, field: string, q?: string) =>
    browser.call('suggestTags', { params: { ...at, field }, query: q === undefined ? {} : { q } })
  expect(await tags(owner, 'words')).toEqual({ tags: ['hot', 'secret', 'VIP'] })
  expect(await tags(helper.browser, 'words')).toEqual({ tags: ['hot', 'VIP'] })
  expect(await tags(helper.browser, 'words', 'ｖｉ')).toEqual({ tags: ['VIP'] })
  const hidden = await helper.browser.problem(tags(helper.browser, 'industry'))
  const missing = await helper.browser.problem(tags(helper.browser, 'nowhere'))
  expect(hidden.errors).toEqual(missing.errors)
  expect(await it.found({ hasAll: [{ var: 'words' }, ['hot', 'VIP']] })).toEqual(['Acme'])
  expect(await it.found({ hasAny: [{ var: 'words' }, ['secret', 'VIP']] })).toEqual(['Acme', 'Acme'])
})

test('who is named in a list of members owns the record where the role says so, and starts with himself', async () => {
  await using it = await setUp()
  const { helper, at } = it
  const shared = await it.make({ name: 'Shared', team: [helper.id] })
  await it.make({ name: 'Foreign' })
  const own = await helper.browser.call('createRecord', { params: at, body: { values: { name: 'Own' } } })
  expect(own.values['team']).toEqual([helper.id])
  const seen = await helper.browser.call('queryRecords', { params: at, body: {} })
  expect(seen.rows.map(({ title }) => title).toSorted()).toEqual(['Own', 'Shared'])
  expect(seen.rows.find(({ id }) => id === shared.id)?.values['team']).toEqual([helper.id])
  expect(await it.found({ hasAny: [{ var: 'team' }, [helper.id]] })).toEqual(['Own', 'Shared'])
  expect(await it.found({ in: [{ var: '$me' }, { var: 'team' }] })).toEqual(['Foreign'])
  const nobody = await it.owner.problem(it.make({ team: ['00000000-0000-7000-8000-000000000000'] }))
  expect(nobody.errors).toMatchObject([{ pointer: '/values/team/0', code: 'no-such-member' }])
})

test('departments are real ones, shown by name and found', async () => {
  await using it = await setUp()
  const { owner, workspace } = it
  const { id } = await owner.call('createDepartment', {
    params: { workspace },
    body: { name: 'Sales', parent: null, manager: null },
  })
  const made = await it.make({ unit: id, units: [id] })
  expect([made.values['unit'], made.values['units'], made.titles[id]]).toEqual([id, [id], 'Sales'])
  expect(await it.found({ eq: [{ var: 'unit' }, id] })).toEqual(['Acme'])
  expect(await it.found({ hasAny: [{ var: 'units' }, [id]] })).toEqual(['Acme'])
  const app = await owner.call('getApp', { params: { workspace } })
  expect(app.departments.some((department) => department.id === id && department.name === 'Sales')).toBe(true)
  const nowhere = await owner.problem(it.make({ unit: made.id }))
  expect(nowhere.errors).toMatchObject([{ pointer: '/values/unit', code: 'no-such-department' }])
})

test('me, my team and my department follow from who asks, with the departments below', async () => {
  await using it = await setUp()
  const { owner, helper, workspace } = it
  const make = (name: string, parent: string | null) =>
    owner.call('createDepartment', { params: { workspace }, body: { name, parent, manager: null } })
  const top = await make('Top', null)
  const below = await make('Below', top.id)
  const other = await make('Other', null)
  const members = (await owner.call('getApp', { params: { workspace } })).people
  const me = members.find(({ id }) => id !== helper.id)?.id ?? ''
  const place = (id: string, department: string) =>
    owner.call('updateMember', { params: { workspace, id }, body: { department } })
  await place(me, top.id)
  await place(helper.id, below.id)
  await it.make({ name: 'Mine', team: [me], unit: top.id })
  await it.make({ name: 'Theirs', team: [helper.id], unit: below.id })
  await it.make({ name: 'Away', team: [], unit: other.id })
  const mine = { in: [{ var: 'unit' }, [{ var: '$department' }]] }
  const both = { in: [{ var: 'unit' }, { var: '$departments' }] }
  const team = { hasAny: [{ var: 'team' }, { var: '$team' }] }
  expect(await it.found(mine)).toEqual(['Mine'])
  expect(await it.found(both)).toEqual(['Mine', 'Theirs'])
  expect(await it.found(team)).toEqual(['Mine', 'Theirs'])
  expect(await it.found({ hasAny: [{ var: 'team' }, [{ var: '$me' }]] })).toEqual(['Mine'])
  expect(await it.found({ in: [{ var: 'owner' }, { var: '$team' }] })).toHaveLength(3)
  await place(helper.id, other.id)
  await expect.poll(() => it.found(team)).toEqual(['Mine'])
})

test('tags are found by the search of lists and of everything, also those written before they were searched', async () => {
  await using it = await setUp()
  const { owner, workspace, at, helper } = it
  const params = { workspace }
  const early = await it.make({ name: 'Early', words: ['老客户', 'VIP'] })
  const listed = async (search: string) =>
    (await owner.call('queryRecords', { params: at, body: { search } })).rows.map(({ title }) => title)
  expect(await listed('老客')).toEqual([])
  const change: Edit = { type: 'setForm', form: 'account', changes: { searchFields: ['name', 'words'] } }
  const { version } = await owner.call('getDraft', { params })
  const edited = await owner.call('editDraft', { params, body: { version, edits: [change] } })
  await owner.call('publishDraft', { params, body: { version: edited.version } })
  await it.make({ name: 'Late', words: ['老客户'] })
  expect((await listed('老客')).toSorted()).toEqual(['Early', 'Late'])
  expect(await listed('ｖｉｐ early')).toEqual(['Early'])
  const found = await owner.call('searchAll', { params, query: { q: 'vip' } })
  expect(found.groups).toMatchObject([
    { hits: [{ id: early.id, found: { field: 'words', marks: [[4, 7]] } }] },
  ])
  const other = await helper.browser.call('searchAll', { params, query: { q: 'vip' } })
  expect(other.groups).toEqual([])
  await owner.call('updateRecord', {
    params: { ...at, id: early.id },
    body: { version: early.version, values: { words: [] } },
  })
  expect(await listed('vip')).toEqual([])
})
