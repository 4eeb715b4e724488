import type { AppDefinition, Edit } from '@pipewright/schemas'
import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const rep = (await signedInMember(world, { ...params, roles: ['rep'] })).browser
  const publish = async (...edits: Edit[]) => {
    const { version } = await owner.call('getDraft', { params })
    const draft = await owner.call('editDraft', { params, body: { version, edits } })
    const { token } = await owner.call('getImpact', { params })
    await owner.call('publishDraft', { params, body: { version: draft.version, token } })
  }
  return { world, owner, rep, publish }
}

const app = (by: TestClient) => by.call('getApp', { params })
const groupsOf = ({ navigation }: AppDefinition) =>
  navigation.map(({ key, items }) => [key, items.map((item) => item.key)] as const)

test('a role has its home page, its holder may choose another that he sees, and go back', async () => {
  const { world, owner, rep } = await setUp()
  await using _ = world
  expect((await app(rep)).home).toEqual({ own: null, role: 'home_rep' })
  expect((await app(owner)).home).toEqual({ own: null, role: null })
  const choose = (dashboard: string | null) => rep.call('chooseHome', { params, body: { dashboard } })
  await choose('sales')
  expect((await app(rep)).home).toEqual({ own: 'sales', role: 'home_rep' })
  expect((await rep.problem(choose('home_manager'))).code).toBe('invalid')
  await choose(null)
  expect((await app(rep)).home.own).toBeNull()
})

test('the home page of the shipped reps shows nothing that they may not read, and everything it consists of', async () => {
  const { world, rep } = await setUp()
  await using _ = world
  const { definition } = await app(rep)
  expect(definition.dashboards.map(({ key }) => key)).not.toContain('home_manager')
  const home = definition.dashboards.find(({ key }) => key === 'home_rep')
  expect(home?.widgets.map(({ key }) => key)).toEqual([
    'start',
    'due',
    'month',
    'expected',
    'pipeline',
    'untouched',
    'waiting',
  ])
})

test('parts of a dashboard over a form that somebody may not read are not there for him', async () => {
  const { world, owner, rep, publish } = await setUp()
  await using _ = world
  const { definition } = await app(owner)
  const role = definition.roles.find(({ key }) => key === 'rep')!
  const forms = role.forms.filter(({ form }) => form !== 'activity')
  await publish({ type: 'putRole', role: { ...role, forms } })
  const seen = (await app(rep)).definition
  const home = seen.dashboards.find(({ key }) => key === 'home_rep')
  expect(home?.widgets.map(({ key }) => key)).not.toContain('due')
  expect(home?.widgets.find(({ key }) => key === 'start')?.shortcuts).not.toContainEqual({
    type: 'create',
    key: 'activity',
  })
  expect(JSON.stringify(seen.navigation)).not.toContain('activity')
})

test('a list opens with the view of the role', async () => {
  const { world, owner, rep } = await setUp()
  await using _ = world
  const opens = async (by: TestClient, form: string) =>
    (await by.call('listViews', { params: { ...params, form } })).opens.role
  expect(await opens(rep, 'lead')).toBe('lead_mine')
  expect(await opens(rep, 'account')).toBeNull()
  expect(await opens(owner, 'lead')).toBeNull()
})

test('groups and entries of the navigation are told to the roles they are for, views and links too', async () => {
  const { world, rep, publish } = await setUp()
  await using _ = world
  const item = { type: 'view', key: 'lead_mine' } as const
  const link = {
    type: 'link',
    key: 'handbook',
    label: { en: 'Handbook' },
    url: 'https://handbook.example/',
  } as const
  await publish({
    type: 'setNavigation',
    navigation: [
      {
        key: 'mine',
        label: { en: 'Mine' },
        items: [item, link, { type: 'form', key: 'lead', roles: ['manager'] }],
      },
      { key: 'theirs', label: { en: 'Theirs' }, roles: ['manager'], items: [item] },
      { key: 'both', label: { en: 'Both' }, roles: ['manager', 'rep'], items: [link] },
    ],
  })
  const { definition } = await app(rep)
  expect(groupsOf(definition)).toEqual([
    ['mine', ['lead_mine', 'handbook']],
    ['both', ['handbook']],
  ])
  expect(JSON.stringify(definition.navigation)).not.toContain('manager')
})

test('a view that is removed leaves the navigation and the roles; one that a dashboard lists stays', async () => {
  const { world, owner, publish } = await setUp()
  await using _ = world
  await publish({ type: 'removeDocument', kind: 'view', key: 'lead_mine' })
  const { definition } = await app(owner)
  expect(definition.roles.find(({ key }) => key === 'rep')?.opens).toEqual(['opportunity_board'])
  const refused = publish({ type: 'removeDocument', kind: 'view', key: 'activity_today' })
  expect((await owner.problem(refused)).code).toBe('edit-refused')
})
