import { appUnderTest, query, signedInMember, type TestClient } from '@pipewright/testing'
import type { Edit } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const addField = (key: string): Edit => ({
  type: 'addField',
  form: 'account',
  field: { type: 'text', key, label: { en: 'Nickname', zh: '昵称' } },
  section: 'basics',
  index: 0,
  write: [],
  read: [],
})

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const workspace = 'acme'
  const owner = await world.owner()
  const params = { workspace }
  const edit = (browser: TestClient, version: number, edits: Edit[]) =>
    browser.call('editDraft', { params, body: { version, edits } })
  return { world, workspace, owner, params, edit, [Symbol.asyncDispose]: world.close }
}

test('a field that is added, undone, done again and published is there for everybody at once', async () => {
  await using at = await setUp()
  await using other = await at.world.secondProcess()
  const { owner, params, edit, workspace } = at
  const elsewhere = other.client()
  for (const [name, value] of owner.cookies) elsewhere.cookies.set(name, value)
  await elsewhere.call('getSession')
  expect((await elsewhere.call('getApp', { params })).revision).toBe(1)
  const edited = await edit(owner, 0, [addField('nickname')])
  expect(edited).toMatchObject({ version: 1, undo: 1, redo: 0, base: 1, published: 1 })
  expect(edited.changes).toHaveLength(1)
  const undone = await owner.call('undoDraft', { params, body: { version: 1 } })
  expect(undone).toMatchObject({ undo: 0, redo: 1, changes: [] })
  const redone = await owner.call('redoDraft', { params, body: { version: 2 } })
  const impact = await owner.call('getImpact', { params })
  expect(impact).toMatchObject({ blocked: false })
  expect(await owner.call('publishDraft', { params, body: { version: redone.version } })).toEqual({
    revision: 2,
    converting: false,
  })
  expect((await owner.call('getApp', { params })).revision).toBe(2)
  await expect
    .poll(async () => (await elsewhere.call('getApp', { params })).revision, { timeout: 2000 })
    .toBe(2)
  const body = { values: { name: 'Acme', nickname: 'A' } }
  const made = await elsewhere.call('createRecord', { params: { workspace, form: 'account' }, body })
  expect(made.values['nickname']).toBe('A')
  expect(await query(at.world.databaseUrl, `select nickname from ws_${workspace}.account`)).toEqual([
    { nickname: 'A' },
  ])
  expect((await owner.call('listRevisions', { params })).revisions.map(({ revision }) => revision)).toEqual([
    2, 1,
  ])
})

test('an edit that does not fit changes nothing and says why in the language of the reader', async () => {
  await using at = await setUp()
  const { owner, params, workspace } = at
  const url = `/api/w/${workspace}/draft/edits`
  const edits = [addField('nickname'), addField('nickname')]
  const answer = await owner.send({
    method: 'POST',
    url,
    body: { version: 0, edits },
    headers: { 'accept-language': 'zh' },
  })
  expect(answer.statusCode).toBe(422)
  const problem = answer.json<{ code: string; errors: { pointer: string; message: string }[] }>()
  expect(problem.code).toBe('edit-refused')
  expect(problem.errors[0]?.pointer).toMatch(/^\/edits\/1/)
  expect(problem.errors[0]?.message).toMatch(/\p{Script=Han}/u)
  expect(await owner.call('getDraft', { params })).toMatchObject({ version: 0, changes: [] })
  const nonsense = await owner.send({
    method: 'POST',
    url,
    body: { version: 0, edits: [{ type: 'dropDatabase' }] },
  })
  expect(nonsense.json()).toMatchObject({ status: 422, code: 'edit-refused' })
})

test('SC-06: two windows, two builders: the second is told and loses nothing', async () => {
  await using at = await setUp()
  const { owner, params, edit, workspace } = at
  const second = (await signedInMember(at.world, { workspace, roles: ['admin'] })).browser
  await edit(owner, 0, [addField('one')])
  expect((await owner.problem(edit(owner, 0, [addField('two')]))).code).toBe('draft-conflict')
  const theirs = await edit(second, 0, [addField('two')])
  await owner.call('publishDraft', { params, body: { version: 1 } })
  const stale = second.call('publishDraft', { params, body: { version: theirs.version } })
  expect((await second.problem(stale)).code).toBe('draft-stale')
  const { draft, conflicts } = await second.call('rebaseDraft', { params, body: { version: theirs.version } })
  expect(conflicts).toEqual([])
  expect(await second.call('publishDraft', { params, body: { version: draft.version } })).toEqual({
    revision: 3,
    converting: false,
  })
  const nothing = second.call('publishDraft', { params, body: { version: draft.version + 1 } })
  expect((await second.problem(nothing)).code).toBe('nothing-to-publish')
})

test('an earlier revision comes back as a draft, a draft can be thrown away', async () => {
  await using at = await setUp()
  const { owner, params, edit } = at
  await edit(owner, 0, [addField('one')])
  await owner.call('publishDraft', { params, body: { version: 1 } })
  const restored = await owner.call('restoreRevision', { params, body: { version: 2, revision: 1 } })
  expect(restored.changes.length).toBeGreaterThan(0)
  const gone = owner.call('restoreRevision', { params, body: { version: restored.version, revision: 99 } })
  expect((await owner.problem(gone)).code).toBe('not-found')
  const discarded = await owner.call('discardDraft', { params, body: { version: restored.version } })
  expect(discarded.changes).toEqual([])
})

test('a draft that does not hold together is not published, and its builder reads why', async () => {
  await using at = await setUp()
  const { owner, params, edit, world } = at
  await edit(owner, 0, [addField('one')])
  await world.database.query({
    text: `update ws_acme._draft set definition = jsonb_set(definition, '{forms,0,titleField}', '"nowhere"')`,
    values: [],
  })
  const problem = await owner.problem(owner.call('publishDraft', { params, body: { version: 1 } }))
  expect(problem).toMatchObject({ status: 422, code: 'publish-blocked' })
  expect(problem.errors).not.toEqual([])
  for (const { pointer, message } of problem.errors ?? []) {
    expect(pointer).toContain('/forms/0')
    expect(message).toContain('nowhere')
  }
})
