import {
  appUnderTest,
  openStream,
  recordsTold,
  signedInMember,
  type SeenStream,
  type TestClient,
} from '@pipewright/testing'
import type { Edit, FormRight, Role } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const workspace = 'acme'
const soon = { timeout: 5000 }

/** What a rep may do with records of a form from now on. */
async function limit(owner: TestClient, form: string, change: (right: FormRight) => FormRight) {
  const draft = await owner.call('getDraft', { params: { workspace } })
  const role = draft.definition.roles.find(({ key }) => key === 'rep') as Role
  const forms = role.forms.map((right) => (right.form === form ? change(right) : right))
  const edits: Edit[] = [{ type: 'putRole', role: { ...role, forms } }]
  const { version } = await owner.call('editDraft', {
    params: { workspace },
    body: { version: draft.version, edits },
  })
  await owner.call('publishDraft', { params: { workspace }, body: { version } })
}

type Told = Pick<SeenStream, 'text'>

/** Two reps with an open page each; what a rep may do with a form is said anew. */
async function setUp(form: string, change?: (right: FormRight) => FormRight) {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  if (change !== undefined) await limit(owner, form, change)
  const [rita, otto] = [
    await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' }),
    await signedInMember(world, { workspace, roles: ['rep'], name: 'Otto' }),
  ]
  const create = (browser: TestClient, values: Record<string, string>, of = form) =>
    browser.call('createRecord', { params: { workspace, form: of }, body: { values } })
  /** Whatever was to be told before is told by now. */
  const settle = async (browser: TestClient, stream: Told) => {
    const { id } = await create(browser, { name: 'Mark' }, 'account')
    await expect.poll(() => stream.text, soon).toContain(id)
  }
  /** What is told from here on is no late news of what was done before. */
  const open = async (browser: TestClient): Promise<Told> => {
    const stream = await openStream(world, browser, workspace)
    await expect.poll(() => stream.text, soon).toContain('event: notifications')
    await settle(browser, stream)
    const from = stream.text.length
    return {
      get text() {
        return stream.text.slice(from)
      },
    }
  }
  const update = (id: string, at: number, body: object, of = form) =>
    owner.call('updateRecord', {
      params: { workspace, form: of, id },
      body: { version: at, values: {}, ...body },
    })
  return { world, owner, rita, otto, create, open, settle, update, [Symbol.asyncDispose]: world.close }
}

const times = ({ text }: Told, id: string): number => text.split(id).length - 1

const onlyNew = (right: FormRight): FormRight => ({
  ...right,
  scope: {
    type: 'condition',
    condition: { and: [{ eq: [{ var: 'owner' }, { var: '$me' }] }, { eq: [{ var: 'status' }, 'new'] }] },
  },
})

test('whoever loses sight of a record by another field that his role looks at hears so once', async () => {
  await using at = await setUp('lead', onlyNew)
  const hers = await at.create(at.rita.browser, { name: 'Hers', status: 'new' })
  const [loses, never] = [await at.open(at.rita.browser), await at.open(at.otto.browser)]
  const left = await at.update(hers.id, hers.version, { values: { status: 'contacted' } })
  await expect.poll(() => times(loses, hers.id), soon).toBe(1)
  await at.update(hers.id, left.version, { values: { city: 'Lyon' } })
  await at.settle(at.rita.browser, loses)
  await at.settle(at.otto.browser, never)
  expect([times(loses, hers.id), times(never, hers.id)]).toEqual([1, 0])
})

test('changed twice in a row, a record was seen by whoever saw it before the first change', async () => {
  await using at = await setUp('lead', onlyNew)
  const hers = await at.create(at.rita.browser, { name: 'Hers', status: 'new' })
  const [loses, gets] = [await at.open(at.rita.browser), await at.open(at.otto.browser)]
  const left = await at.update(hers.id, hers.version, { values: { status: 'contacted' } })
  await at.update(hers.id, left.version, { owner: at.otto.id })
  await expect.poll(() => times(loses, hers.id), soon).toBe(1)
  await at.settle(at.otto.browser, gets)
  expect(times(gets, hers.id)).toBe(0)
})

test('records that are seen by one they belong to come and go with the sight of it', async () => {
  await using at = await setUp('payment')
  const account = await at.create(at.owner, { name: 'Acme' }, 'account')
  const contract = await at.create(
    at.owner,
    { name: 'Deal', account: account.id, amount: '100', status: 'draft' },
    'contract',
  )
  const hers = await at.update(contract.id, contract.version, { owner: at.rita.id }, 'contract')
  const payment = await at.create(at.owner, { contract: contract.id, amount: '10', date: '2026-01-01' })
  const [loses, gets] = [await at.open(at.rita.browser), await at.open(at.otto.browser)]
  const third = await signedInMember(at.world, { workspace, roles: ['rep'] })
  const never = await at.open(third.browser)
  await at.update(contract.id, hers.version, { owner: at.otto.id }, 'contract')
  for (const stream of [loses, gets])
    await expect.poll(() => recordsTold(stream.text), soon).toContain(payment.id)
  await at.owner.call('createComment', {
    params: { workspace, form: 'contract', id: contract.id },
    body: { text: 'Hm' },
  })
  await at.settle(at.otto.browser, gets)
  await at.settle(third.browser, never)
  expect([loses, gets, never].map((stream) => times(stream, payment.id))).toEqual([1, 1, 0])
})

test('whoever a record is shared with no more hears so, also when the share runs out by itself', async () => {
  await using at = await setUp('lead')
  const share = async (until: string | null) => {
    const { id } = await at.create(at.rita.browser, { name: 'Shared' })
    const params = { workspace, form: 'lead', id }
    const body = { member: at.otto.id, department: null, edit: false, until }
    return { ...params, share: (await at.rita.browser.call('shareRecord', { params, body })).id }
  }
  const [ended, runsOut] = [await share(null), await share('2026-11-22')]
  at.world.time.now = Date.parse('2026-11-22T23:59:59.500Z')
  const third = await signedInMember(at.world, { workspace, roles: ['rep'] })
  const [loses, never] = [await at.open(at.otto.browser), await at.open(third.browser)]
  await at.rita.browser.call('endShare', { params: ended })
  await expect.poll(() => times(loses, ended.id), soon).toBe(1)
  expect(times(loses, runsOut.id)).toBe(0)
  at.world.time.now = Date.parse('2026-11-24T08:00:00.000Z')
  await expect.poll(() => times(loses, runsOut.id), soon).toBe(1)
  await at.settle(third.browser, never)
  expect([times(never, ended.id), times(never, runsOut.id)]).toEqual([0, 0])
})

test('whoever saw a record in the recycle bin hears that it was deleted for good, and nobody else', async () => {
  await using at = await setUp('lead')
  const hers = await at.create(at.rita.browser, { name: 'Hers' })
  const query = { version: String(hers.version) }
  await at.owner.call('deleteRecord', { params: { workspace, form: 'lead', id: hers.id }, query })
  const [loses, never, all] = [
    await at.open(at.rita.browser),
    await at.open(at.otto.browser),
    await at.open(at.owner),
  ]
  const selection = { ids: [hers.id] }
  const params = { workspace }
  const job = await at.owner.call('purgeMany', { params, body: { selection, expected: 1 } })
  expect(job).toMatchObject({ total: 1 })
  await expect.poll(() => times(loses, hers.id), soon).toBe(1)
  await expect.poll(() => times(all, hers.id), soon).toBe(1)
  await at.settle(at.otto.browser, never)
  expect(times(never, hers.id)).toBe(0)
})
