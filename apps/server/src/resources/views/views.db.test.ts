import type { SavedView, ViewSettings, ViewSharing } from '@pipewright/contract'
import { appUnderTest, query, signedInMember, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace, form: 'opportunity' }
const nobody: ViewSharing = { with: 'nobody', roles: [], departments: [] }
const everybody: ViewSharing = { ...nobody, with: 'everybody' }
const big: ViewSettings = {
  type: 'table',
  columns: ['name', 'amount', 'stage'],
  filter: { gt: [{ var: 'amount' }, '1000'] },
  sort: [{ field: 'amount', direction: 'desc' }],
}

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const north = await owner.call('createDepartment', {
    params: { workspace },
    body: { name: 'North', parent: null, manager: null },
  })
  const city = await owner.call('createDepartment', {
    params: { workspace },
    body: { name: 'City', parent: north.id, manager: null },
  })
  const south = await owner.call('createDepartment', {
    params: { workspace },
    body: { name: 'South', parent: null, manager: null },
  })
  const rep = await signedInMember(world, { workspace, roles: ['rep'], department: city.id, name: 'Sophie' })
  const other = await signedInMember(world, { workspace, roles: ['rep'], name: 'Callum' })
  const manager = await signedInMember(world, { workspace, roles: ['manager'], department: south.id })
  return {
    world,
    owner,
    rep: rep.browser,
    other: other.browser,
    manager: manager.browser,
    north,
    rest: { rep, other },
  }
}

const save = (
  by: TestClient,
  given: { name?: string; settings?: ViewSettings; sharing?: ViewSharing; locked?: boolean } = {},
) => by.call('createView', { params, body: { name: 'Big deals', settings: big, ...given } })
const list = async (by: TestClient) => (await by.call('listViews', { params })).views
const names = async (by: TestClient) => (await list(by)).map(({ name }) => name)
const change = (by: TestClient, { id, version }: SavedView, body: object) =>
  by.call('updateView', { params: { workspace, id }, body: { version, ...body } })

test('a private view is its owner’s alone, and what is shared is found by those it is shared with', async () => {
  const { world, rep, other, manager, owner, north } = await setUp()
  await using _ = world
  const view = await save(rep)
  expect(view).toMatchObject({
    name: 'Big deals',
    settings: big,
    leftOut: [],
    may: { change: true, manage: true },
  })
  for (const by of [other, manager, owner]) expect(await names(by)).toEqual([])

  const shared = await change(rep, view, { sharing: everybody })
  expect(await names(other)).toEqual(['Big deals'])
  expect((await list(other))[0]).toMatchObject({ may: { change: true, manage: false } })

  const forManagers = await change(rep, shared, {
    sharing: { with: 'some', roles: ['manager'], departments: [] },
  })
  expect([await names(other), await names(manager), await names(rep)]).toEqual([
    [],
    ['Big deals'],
    ['Big deals'],
  ])
  expect((await list(manager))[0]?.sharing).toEqual({ with: 'some', roles: [], departments: [] })

  await change(rep, forManagers, { sharing: nobody })
  const ofDepartment = await save(other, {
    name: 'North',
    sharing: { with: 'some', roles: [], departments: [north.id] },
  })
  expect([await names(rep), await names(manager)]).toEqual([['Big deals', 'North'], []])
  expect(ofDepartment.sharing.departments).toEqual([north.id])
})

test('what is shared may be changed by all who see it whole, until its owner locks it; only he names and deletes it', async () => {
  const { world, rep, other, owner } = await setUp()
  await using _ = world
  const view = await save(rep, { sharing: everybody })
  const sorted = { ...big, sort: [{ field: 'name', direction: 'asc' as const }] }
  const changed = await change(other, view, { settings: sorted })
  expect((await list(rep))[0]?.settings).toEqual(sorted)
  expect((await other.problem(change(rep, view, { settings: big }))).code).toBe('view-changed')
  expect((await other.problem(change(other, changed, { name: 'Mine' }))).code).toBe('not-allowed')
  const locked = await change(rep, changed, { locked: true })
  expect((await other.problem(change(other, locked, { settings: big }))).code).toBe('not-allowed')
  const remove = (by: TestClient) => by.call('deleteView', { params: { workspace, id: view.id } })
  expect((await other.problem(remove(other))).code).toBe('not-allowed')
  await change(owner, locked, { name: 'Tidied by the administrator' })
  await remove(rep)
  expect(await names(rep)).toEqual([])
  const restore = (by: TestClient) => by.call('restoreView', { params: { workspace, id: view.id } })
  expect((await other.problem(restore(other))).code).toBe('not-found')
  await restore(rep)
  expect(await names(other)).toEqual(['Tidied by the administrator'])
})

test('an administrator changes and deletes what is shared with others alone, and never what is private', async () => {
  const { world, rep, other, manager, owner } = await setUp()
  await using _ = world
  const forManagers: ViewSharing = { with: 'some', roles: ['manager'], departments: [] }
  const view = await save(rep, { sharing: forManagers })
  const own = await save(rep, { name: 'Private' })
  expect(await names(owner)).toEqual([])
  const remove = (by: TestClient, { id }: SavedView) => by.call('deleteView', { params: { workspace, id } })
  await change(owner, view, { name: 'Tidied' })
  expect(await names(manager)).toEqual(['Tidied'])
  expect((await other.problem(remove(other, view))).code).toBe('not-found')
  expect((await manager.problem(remove(manager, view))).code).toBe('not-allowed')
  await remove(owner, view)
  expect(await names(manager)).toEqual([])
  expect((await owner.problem(remove(owner, own))).code).toBe('not-found')
  expect((await owner.problem(change(owner, own, { name: 'Mine' }))).code).toBe('not-found')
  expect(await names(rep)).toEqual(['Private'])
})

test('AZ-03: a shared view shows nobody what he may not read, nor what it was compared with', async () => {
  const { world, rep, owner } = await setUp()
  await using _ = world
  const secret = {
    ...big,
    columns: ['name', 'cost', 'amount'],
    filter: { and: [{ gt: [{ var: 'cost' }, '777333.11'] }, { gt: [{ var: 'amount' }, '5'] }] },
    sort: [{ field: 'margin', direction: 'desc' as const }],
  }
  const view = await save(owner, { settings: secret, sharing: everybody })
  const answer = await rep.send({ method: 'GET', url: `/api/w/${workspace}/forms/opportunity/views` })
  expect(answer.body).not.toMatch(/"cost"|margin|777333/)
  const [seen] = await list(rep)
  expect(seen).toMatchObject({
    settings: { columns: ['name', 'amount'], filter: { gt: [{ var: 'amount' }, '5'] }, sort: [] },
    leftOut: ['columns', 'filter', 'sort'],
    may: { change: false, manage: false },
  })
  expect((await rep.problem(change(rep, view, { settings: big }))).code).toBe('not-allowed')
  expect((await list(owner))[0]?.settings).toEqual(secret)
})

test('AZ-03: a view over a hidden field is refused like one over a field that does not exist', async () => {
  const { world, rep } = await setUp()
  await using _ = world
  const uses: ((field: string) => ViewSettings)[] = [
    (field) => ({ ...big, columns: ['name', field] }),
    (field) => ({ ...big, filter: { gt: [{ var: field }, '1'] } }),
    (field) => ({ ...big, sort: [{ field, direction: 'asc' }] }),
    (field) => ({ ...big, type: 'board', groupBy: field }),
    (field) => ({ ...big, sums: [field] }),
  ]
  for (const usage of uses) {
    const ask = async (field: string) => {
      const body = { name: 'x', settings: usage(field) }
      const { body: told, statusCode } = await rep.send({
        method: 'POST',
        url: `/api/w/${workspace}/forms/opportunity/views`,
        body,
      })
      expect(statusCode).toBe(422)
      return told.replace(/"requestId":"[^"]*"/, '').replaceAll(field, '<field>')
    }
    expect(await ask('cost')).toBe(await ask('nowhere'))
  }
})

test('a view of which a field was removed opens without it and says so; its owner saves it anew', async () => {
  const { world, rep, owner } = await setUp()
  await using _ = world
  const view = await save(rep, { settings: { ...big, columns: [...big.columns, 'external_id'] } })
  const edit = { type: 'removeField', form: 'opportunity', field: 'external_id' } as const
  const draft = await owner.call('editDraft', { params: { workspace }, body: { version: 0, edits: [edit] } })
  const { token } = await owner.call('getImpact', { params: { workspace } })
  await owner.call('publishDraft', { params: { workspace }, body: { version: draft.version, token } })
  expect((await list(rep))[0]).toMatchObject({ settings: big, leftOut: ['columns'], may: { change: true } })
  const saved = await change(rep, view, { settings: big })
  expect(saved.leftOut).toEqual([])
})

test('the link of a private view offers a copy to those who may read its form, and is nothing to others', async () => {
  const { world, rep, other } = await setUp()
  await using _ = world
  const { id } = await save(rep)
  const open = (by: TestClient) => by.call('getView', { params: { workspace, id } })
  expect(await open(other)).toMatchObject({
    name: 'Big deals',
    settings: big,
    may: { change: false, manage: false },
  })
  const admin = await world.owner()
  expect((await open(admin)).may).toEqual({ change: false, manage: false })
  await query(world.databaseUrl, `update ws_acme._view set form = 'nowhere'`)
  expect((await other.problem(open(other))).code).toBe('not-found')
  const stranger = world.client()
  expect((await stranger.problem(open(stranger))).code).toBe('not-signed-in')
})

test('the link of a view that is shared with others alone lets an administrator look after it, and nobody else', async () => {
  const { world, rep, other } = await setUp()
  await using _ = world
  const view = await save(rep, { sharing: { with: 'some', roles: ['finance'], departments: [] } })
  const admin = await world.owner()
  const open = (by: TestClient) => by.call('getView', { params: { workspace, id: view.id } })
  expect((await open(admin)).may).toEqual({ change: true, manage: true })
  expect((await open(other)).may).toEqual({ change: false, manage: false })
  expect((await change(admin, await open(admin), { name: 'Renamed' })).name).toBe('Renamed')
})

test('everybody keeps his own order and the view that the form opens with', async () => {
  const { world, rep, other } = await setUp()
  await using _ = world
  const view = await save(rep, { sharing: everybody })
  const arrange = (by: TestClient, body: object) => by.call('arrangeViews', { params, body })
  await arrange(rep, { order: [view.id, 'all'], opens: view.id })
  await arrange(rep, { order: ['all', view.id] })
  const read = async (by: TestClient) => {
    const { order, opens } = await by.call('listViews', { params })
    return { order, opens: opens.own }
  }
  expect(await read(rep)).toEqual({ order: ['all', view.id], opens: view.id })
  expect(await read(other)).toEqual({ order: [], opens: null })
  await arrange(rep, { opens: null })
  expect(await read(rep)).toEqual({ order: ['all', view.id], opens: null })
})

test.each([
  [{ name: ' ' }, '/name'],
  [{ settings: { type: 'table' } }, '/settings'],
  [{ settings: { ...big, sql: 'drop table' } }, '/settings'],
  [{ sharing: { ...nobody, with: 'some' } }, '/sharing'],
  [{ sharing: { with: 'some', roles: ['nobody_has_it'], departments: [] } }, '/sharing/roles'],
])('%j is refused', async (given, pointer) => {
  const { world, rep } = await setUp()
  await using _ = world
  const problem = await rep.problem(save(rep, given as never))
  expect(problem.errors?.[0]?.pointer).toMatch(new RegExp(`^${pointer}`))
})
