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
    body: { values: { name: 'Ann', company: 'Acme', next_follow_up: '2020-01-01' } },
  })
  const params = { workspace, form: 'lead', id: lead.id }
  const next = async () => (await owner.call('getRecord', { params })).values['next_follow_up'] ?? null
  const noted = async (browser: TestClient) =>
    (await browser.call('getTimeline', { params, query: { kind: 'followUps' } })).entries.map((entry) =>
      entry.type === 'followUp' ? entry.followUp : null,
    )
  /** What the role of reps may do with a form from now on. */
  async function limit(form: string, change: (right: FormRight) => FormRight) {
    const draft = await owner.call('getDraft', { params: { workspace } })
    const role = draft.definition.roles.find(({ key }) => key === 'rep') as Role
    const forms = role.forms.map((right) => (right.form === form ? change(right) : right))
    const edits: Edit[] = [{ type: 'putRole', role: { ...role, forms } }]
    const body = { version: draft.version, edits }
    const { version } = await owner.call('editDraft', { params: { workspace }, body })
    await owner.call('publishDraft', { params: { workspace }, body: { version } })
  }
  return { owner, rep, other, params, next, noted, limit, [Symbol.asyncDispose]: world.close }
}

test('a follow-up is noted with its next date as one change, stands in the timeline, and is undone as one', async () => {
  await using at = await setUp()
  const { browser } = at.rep
  const set = '0199f7a0-0000-7000-8000-000000000001'
  const into = '0199f7a0-0000-7000-8000-000000000002'
  const made = await browser.call('logFollowUp', {
    params: at.params,
    body: { text: '  Called her\nWants a quote ', kind: 'visit', next: '2031-05-06' },
    changeSet: { id: set },
  })
  expect(made.values).toMatchObject({
    subject: 'Called her',
    notes: 'Called her\nWants a quote',
    type: 'visit',
    next_date: '2031-05-06',
    lead: at.params.id,
  })
  expect(await at.next()).toBe('2031-05-06')
  expect(await at.noted(browser)).toMatchObject([
    {
      id: made.id,
      form: 'activity',
      text: 'Called her\nWants a quote',
      kind: 'visit',
      next: '2031-05-06',
      author: at.rep.id,
    },
  ])
  await browser.call('undoChange', { params: { workspace, id: set }, body: { into } })
  expect(await at.noted(browser)).toEqual([])
  expect(await at.next()).toBe('2020-01-01')
})

test('noted without a next date, one that has come is over and one that is to come stays', async () => {
  await using at = await setUp()
  const { browser } = at.rep
  const log = (next: string | null) =>
    browser.call('logFollowUp', { params: at.params, body: { text: 'Called', next } })
  await log(null)
  expect(await at.next()).toBeNull()
  await log('2031-05-06')
  await log(null)
  expect(await at.next()).toBe('2031-05-06')
})

test('sent again under the same key it is noted once, and what is refused is said of the note', async () => {
  await using at = await setUp()
  const { browser } = at.rep
  const send = () =>
    browser.call('logFollowUp', {
      params: at.params,
      body: { text: 'Once', next: null },
      idempotencyKey: 'once',
    })
  expect((await send()).id).toBe((await send()).id)
  expect((await at.noted(browser)).length).toBe(1)
  const long = browser.call('logFollowUp', {
    params: at.params,
    body: { text: 'x'.repeat(10_001), next: '2031-05-06' },
  })
  expect((await browser.problem(long)).errors).toMatchObject([{ pointer: '/text' }])
  expect(await at.next()).toBeNull()
})

test('AZ-04: who may not read the record notes nothing about it', async () => {
  await using at = await setUp()
  const { browser } = at.other
  const body = { text: 'Mine now', next: null }
  const refusal = await browser.problem(browser.call('logFollowUp', { params: at.params, body }))
  expect(refusal.code).toBe('not-found')
  expect(await at.noted(at.owner)).toEqual([])
})

test('AZ-03: who may not read the notes sees none in the timeline, and who may not make them makes none', async () => {
  await using at = await setUp()
  const { browser } = at.rep
  const body = { text: 'Called', next: null }
  await browser.call('logFollowUp', { params: at.params, body })
  await at.limit('activity', (right) => ({
    ...right,
    read: right.read.filter((field) => field !== 'notes'),
    write: right.write.filter((field) => field !== 'notes'),
  }))
  expect(await at.noted(browser)).toEqual([])
  expect((await browser.problem(browser.call('logFollowUp', { params: at.params, body }))).code).toBe(
    'not-allowed',
  )
})

test('AZ-06: who may read the next date only notes the follow-up and leaves the date of the record as it is', async () => {
  await using at = await setUp()
  await at.limit('lead', (right) => ({
    ...right,
    read: [...right.read, 'next_follow_up'],
    write: right.write.filter((field) => field !== 'next_follow_up'),
  }))
  await at.rep.browser.call('logFollowUp', {
    params: at.params,
    body: { text: 'Called', next: '2031-05-06' },
  })
  expect(await at.next()).toBe('2020-01-01')
  expect(await at.noted(at.owner)).toMatchObject([{ next: '2031-05-06' }])
})
