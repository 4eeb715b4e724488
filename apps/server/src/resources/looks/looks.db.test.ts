import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import type { Edit, FormRight, Role } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const workspace = 'acme'

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const [rep, other] = [
    await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' }),
    await signedInMember(world, { workspace, roles: ['rep'], name: 'Otto' }),
  ]
  const lead = await rep.browser.call('createRecord', {
    params: { workspace, form: 'lead' },
    body: { values: { name: 'Ann', company: 'Acme' } },
  })
  const params = { workspace, form: 'lead', id: lead.id }
  async function change(browser: TestClient, values: Record<string, string | null>) {
    const { version } = await browser.call('getRecord', { params })
    await browser.call('updateRecord', { params, body: { version, values } })
  }
  const told = async (browser: TestClient) =>
    (await browser.call('listNotifications', { params: { workspace }, query: {} })).items
      .filter(({ kind }) => kind === 'followed')
      .map(({ text }) => text)
  const look = (browser: TestClient) => browser.call('lookAtRecord', { params })
  const unseen = async (browser: TestClient) =>
    (await browser.call('listUnseen', { params: { workspace, form: 'lead' } })).ids
  async function limit(change: (right: FormRight) => FormRight) {
    const draft = await owner.call('getDraft', { params: { workspace } })
    const role = draft.definition.roles.find(({ key }) => key === 'rep') as Role
    const forms = role.forms.map((right) => (right.form === 'lead' ? change(right) : right))
    const edits: Edit[] = [{ type: 'putRole', role: { ...role, forms } }]
    const body = { version: draft.version, edits }
    const { version } = await owner.call('editDraft', { params: { workspace }, body })
    await owner.call('publishDraft', { params: { workspace }, body: { version } })
  }
  const hideCompany = () =>
    limit((right) => ({
      ...right,
      read: right.read.filter((field) => field !== 'company'),
      write: right.write.filter((field) => field !== 'company'),
    }))
  return {
    world,
    owner,
    rep,
    other,
    params,
    change,
    told,
    look,
    unseen,
    hideCompany,
    [Symbol.asyncDispose]: world.close,
  }
}

test('who looks again learns what others changed since, one line per field, and not what came back or was his own', async () => {
  await using at = await setUp()
  const { browser } = at.rep
  expect(await at.look(browser)).toMatchObject({ since: null, follows: true, changes: [] })
  await at.change(at.owner, { company: 'Umbrella', phone: '+86 139 0000 7711' })
  await at.change(at.owner, { company: 'Initech', phone: null })
  await at.change(browser, { name: 'Anna' })
  at.world.time.now += 60_000
  await at.owner.call('createComment', { params: at.params, body: { text: 'Look' } })
  const { changes, comments } = await at.look(browser)
  expect(changes).toMatchObject([{ field: 'company', old: 'Acme', new: 'Initech' }])
  expect(comments).toBe(1)
  expect((await at.look(browser)).changes).toEqual([])
})

test('a follower is told what others changed, once per record until he reads it, and never of his own changes', async () => {
  await using at = await setUp()
  await at.owner.call('followRecord', { params: at.params, body: { follows: true } })
  await at.change(at.rep.browser, { company: 'Umbrella' })
  await at.change(at.rep.browser, { name: 'Anna' })
  expect(await at.told(at.owner)).toEqual(['Rita changed “Anna” (2 times): Company, Contact name'])
  expect(await at.told(at.rep.browser)).toEqual([])
  await at.owner.call('followRecord', { params: at.params, body: { follows: false } })
  await at.owner.call('readNotifications', { params: { workspace }, body: {} })
  await at.change(at.rep.browser, { company: 'Initech' })
  expect(await at.told(at.owner)).toHaveLength(1)
})

test('its owner and who comments follow a record by themselves, as far as their settings say', async () => {
  await using at = await setUp()
  const { browser } = at.rep
  await at.owner.call('createComment', { params: at.params, body: { text: 'Nice' } })
  expect(await at.told(browser)).toHaveLength(1)
  expect(await at.look(at.owner)).toMatchObject({ follows: true })
  const settings = { params: { workspace }, body: { own: false, commented: false } }
  await browser.call('setFollowSettings', settings)
  await browser.call('readNotifications', { params: { workspace }, body: {} })
  await at.change(at.owner, { company: 'Umbrella' })
  expect(await at.told(browser)).toHaveLength(1)
  expect(await at.look(browser)).toMatchObject({ follows: false })
  await at.change(browser, { company: 'Initech' })
  expect(await at.told(at.owner)).toHaveLength(1)
})

test('a followed record that others changed is marked in lists until it is looked at', async () => {
  await using at = await setUp()
  const { browser } = at.rep
  await at.look(browser)
  expect(await at.unseen(browser)).toEqual([])
  await at.change(at.owner, { company: 'Umbrella' })
  expect(await at.unseen(browser)).toEqual([at.params.id])
  await at.look(browser)
  expect(await at.unseen(browser)).toEqual([])
})

test('AZ-03: of a field that one may not read nothing is told, neither to followers nor to who looks again', async () => {
  await using at = await setUp()
  const { browser } = at.rep
  await at.look(browser)
  await at.hideCompany()
  await at.change(at.owner, { company: 'Umbrella' })
  expect(await at.told(browser)).toEqual([])
  expect((await at.look(browser)).changes).toEqual([])
})

test('AZ-04: who may not read the record neither follows nor looks, and is told nothing once he may not any more', async () => {
  await using at = await setUp()
  const { browser } = at.other
  const refusals = await Promise.all([
    browser.problem(at.look(browser)),
    browser.problem(browser.call('followRecord', { params: at.params, body: { follows: true } })),
  ])
  expect(refusals.map(({ code }) => code)).toEqual(['not-found', 'not-found'])
  const { version } = await at.owner.call('getRecord', { params: at.params })
  await at.rep.browser.call('followRecord', { params: at.params, body: { follows: true } })
  await at.owner.call('updateRecord', {
    params: at.params,
    body: { version, values: {}, owner: at.other.id },
  })
  await at.change(at.owner, { company: 'Umbrella' })
  expect(await at.told(at.rep.browser)).toEqual([])
  expect(await at.unseen(at.rep.browser)).toEqual([])
})
