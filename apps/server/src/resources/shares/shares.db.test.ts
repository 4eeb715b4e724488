import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import type { Edit, FormRight, Role } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const workspace = 'acme'

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  /** What the role of reps may do with leads from now on. */
  async function limit(change: (right: FormRight) => FormRight) {
    const draft = await owner.call('getDraft', { params: { workspace } })
    const role = draft.definition.roles.find(({ key }) => key === 'rep') as Role
    const forms = role.forms.map((right) => (right.form === 'lead' ? change(right) : right))
    const edits: Edit[] = [{ type: 'putRole', role: { ...role, forms } }]
    const body = { version: draft.version, edits }
    const { version } = await owner.call('editDraft', { params: { workspace }, body })
    await owner.call('publishDraft', { params: { workspace }, body: { version } })
  }
  await limit((right) => ({
    ...right,
    actions: [...new Set([...right.actions, 'export', 'share'] as const)],
  }))
  const [rep, other] = [
    await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' }),
    await signedInMember(world, { workspace, roles: ['rep'], name: 'Otto' }),
  ]
  const lead = await rep.browser.call('createRecord', {
    params: { workspace, form: 'lead' },
    body: { values: { name: 'Ann', company: 'Acme' } },
  })
  const params = { workspace, form: 'lead', id: lead.id }
  const share = (
    browser: TestClient,
    terms: { member?: string; department?: string; edit?: boolean; until?: string },
  ) =>
    browser.call('shareRecord', {
      params,
      body: { member: null, department: null, edit: false, until: null, ...terms },
    })
  const seen = async (browser: TestClient) =>
    (await browser.call('queryRecords', { params: { workspace, form: 'lead' }, body: {} })).rows.map(
      ({ id }) => id,
    )
  const update = (browser: TestClient, version: number, owner?: string) =>
    browser.call('updateRecord', {
      params,
      body: { version, values: { company: 'Umbrella' }, ...(owner === undefined ? {} : { owner }) },
    })
  return { world, owner, rep, other, params, share, seen, update, limit, [Symbol.asyncDispose]: world.close }
}

test('AZ-01: a shared record is read in every list, search, count and export, and by nobody else', async () => {
  await using at = await setUp()
  const third = await signedInMember(at.world, { workspace, roles: ['rep'], name: 'Tina' })
  const { browser } = at.other
  expect(await at.seen(browser)).toEqual([])
  await at.share(at.rep.browser, { member: at.other.id })
  expect(await at.seen(browser)).toEqual([at.params.id])
  expect(await at.seen(third.browser)).toEqual([])
  const { count } = await browser.call('countRecords', { params: { workspace, form: 'lead' }, body: {} })
  expect(count).toBe(1)
  const { groups } = await browser.call('searchAll', { params: { workspace }, query: { q: 'Ann' } })
  expect(groups.flatMap(({ hits }) => hits.map(({ id }) => id))).toContain(at.params.id)
  expect((await browser.call('getRecord', { params: at.params })).may).toEqual({
    update: false,
    delete: false,
  })
  expect((await browser.problem(at.update(browser, 1))).code).toBe('not-allowed')
  const { items } = await browser.call('listNotifications', { params: { workspace }, query: {} })
  expect(items.map(({ text }) => text)).toEqual(['Rita shared “Ann” with you'])
})

test('shared to edit it is edited, but neither given away, kept, deleted nor shared on', async () => {
  await using at = await setUp()
  const { browser, id } = at.other
  await at.share(at.rep.browser, { member: id, edit: true })
  const changed = await at.update(browser, 1)
  expect(changed.values['company']).toBe('Umbrella')
  expect((await browser.problem(at.update(browser, changed.version, id))).code).toBe('not-allowed')
  const again = at.share(browser, { member: id, edit: true })
  expect((await browser.problem(again)).code).toBe('not-allowed')
  expect((await browser.call('listShares', { params: at.params })).mayShare).toBe(false)
  const gone = browser.call('deleteRecord', {
    params: at.params,
    query: { version: String(changed.version) },
  })
  expect((await browser.problem(gone)).code).toBe('not-allowed')
})

test('a share ends on its day by itself, when it is revoked, and is told in the history', async () => {
  await using at = await setUp()
  const { browser, id } = at.other
  const { id: share } = await at.share(at.rep.browser, { member: id, until: '2026-11-22' })
  expect(await at.seen(browser)).toEqual([at.params.id])
  at.world.time.now = Date.parse('2026-11-24T08:00:00.000Z')
  expect(await at.seen(browser)).toEqual([])
  expect((await at.rep.browser.call('listShares', { params: at.params })).shares).toEqual([])
  const early = at.share(at.rep.browser, { member: id, until: '2026-11-22' })
  expect((await at.rep.browser.problem(early)).errors).toMatchObject([{ pointer: '/until' }])
  const renewed = await at.share(at.rep.browser, { member: id })
  expect(renewed.id).toBe(share)
  expect(await at.seen(browser)).toEqual([at.params.id])
  await at.rep.browser.call('endShare', { params: { ...at.params, share } })
  expect(await at.seen(browser)).toEqual([])
  const { events } = await at.rep.browser.call('getHistory', { params: at.params })
  expect(events.map(({ kind }) => kind)).toEqual(['unshare', 'share', 'share', 'create'])
})

test('AZ-03: what is shared is seen through the mask of the roles of whoever sees it', async () => {
  await using at = await setUp()
  await at.share(at.rep.browser, { member: at.other.id, edit: true })
  await at.limit((right) => ({
    ...right,
    read: right.read.filter((field) => field !== 'company'),
    write: right.write.filter((field) => field !== 'company'),
  }))
  const { browser } = at.other
  expect((await browser.call('getRecord', { params: at.params })).values).not.toHaveProperty('company')
  await at.limit((right) => ({ ...right, actions: ['read'] }))
  expect((await browser.call('getRecord', { params: at.params })).may?.update).toBe(false)
})

test('a department is shared with as a whole, with those below it', async () => {
  await using at = await setUp()
  const above = await at.owner.call('createDepartment', {
    params: { workspace },
    body: { name: 'North', parent: null, manager: null },
  })
  const below = await at.owner.call('createDepartment', {
    params: { workspace },
    body: { name: 'North 2', parent: above.id, manager: null },
  })
  await at.owner.call('updateMember', {
    params: { workspace, id: at.other.id },
    body: { department: below.id },
  })
  await at.share(at.rep.browser, { department: above.id })
  expect(await at.seen(at.other.browser)).toEqual([at.params.id])
  await at.owner.call('updateMember', {
    params: { workspace, id: at.other.id },
    body: { department: null },
  })
  expect(await at.seen(at.other.browser)).toEqual([])
})

test('AZ-02: who may not read the record learns nothing of its shares; without the right nobody shares', async () => {
  await using at = await setUp()
  const { browser, id } = at.other
  const refusals = await Promise.all([
    browser.problem(at.share(browser, { member: id })),
    browser.problem(browser.call('listShares', { params: at.params })),
  ])
  expect(refusals.map(({ code }) => code)).toEqual(['not-found', 'not-found'])
  await at.limit((right) => ({ ...right, actions: right.actions.filter((action) => action !== 'share') }))
  expect((await at.rep.browser.problem(at.share(at.rep.browser, { member: id }))).code).toBe('not-allowed')
})
