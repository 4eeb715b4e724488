import type { Values } from '@pipewright/contract'
import {
  appUnderTest,
  memberIdOf,
  ownerPerson,
  query,
  signedInMember,
  type TestClient,
} from '@pipewright/testing'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const create = (form: string, values: Values, by: TestClient = owner) =>
    by.call('createRecord', { params: { ...params, form }, body: { values } })
  const read = (form: string, id: string) => owner.call('getRecord', { params: { ...params, form, id } })
  type Made = Awaited<ReturnType<typeof create>>
  const merge = (
    by: TestClient,
    survivor: Pick<Made, 'id' | 'version'>,
    others: readonly Pick<Made, 'id' | 'version'>[],
    choices: Record<string, string> = {},
    set = uuidv7(),
  ) =>
    by.call('mergeRecords', {
      params: { ...params, form: 'account', id: survivor.id },
      body: {
        version: survivor.version,
        others: others.map(({ id, version }) => ({ id, version })),
        choices,
      },
      changeSet: { id: set },
    })
  return { world, owner, create, read, merge, [Symbol.asyncDispose]: world.close }
}

test('a merge says what moves, moves it, keeps chosen values, is told in the history and undone from the list of changes', async () => {
  await using at = await setUp()
  const { owner, create, read, merge } = at
  const stays = await create('account', { name: 'Acme', city: 'Berlin', notes: 'First' })
  const goes = await create('account', {
    name: 'Acme Inc.',
    city: 'Bonn',
    notes: 'Second',
    external_id: 'X1',
  })
  const contact = await create('contact', { name: 'Ann', account: goes.id })
  const one = { ...params, form: 'account', id: goes.id }
  await owner.call('createComment', { params: one, body: { text: 'Known since 2020' } })
  await owner.call('addReceivedMail', {
    params: one,
    body: {
      from: { address: 'a@b.example' },
      to: [],
      subject: 'Hi',
      text: 'x',
      at: '2026-01-02T00:00:00.000Z',
    },
  })
  const me = await memberIdOf(at.world, 'acme', ownerPerson.email)
  const task = { assignees: [me], day: null, time: null, repeat: null, remindBefore: null }
  await owner.call('createTask', {
    params,
    body: { ...task, title: 'Call', form: 'account', record: goes.id },
  })
  const kept = { ...one, id: stays.id }
  expect(await owner.call('previewMerge', { params: kept, body: { others: [goes.id] } })).toEqual({
    records: [
      { form: 'activity', count: 1 },
      { form: 'contact', count: 1 },
    ],
    comments: 1,
    mails: 1,
    tasks: 1,
    back: [],
  })
  const set = uuidv7()
  const choices = { city: goes.id, notes: 'all' }
  expect(await merge(owner, stays, [goes], choices, set)).toMatchObject({
    values: { name: 'Acme', city: 'Bonn', notes: 'First\n\nSecond', external_id: 'X1' },
  })
  const standing = async () => {
    const timeline = await owner.call('getTimeline', { params: kept, query: {} })
    const tasks = await owner.call('listRecordTasks', { params: kept })
    return {
      contact: (await read('contact', contact.id)).values['account'],
      values: (({ city, notes, external_id }) => ({ city, notes, external_id }))(
        (await read('account', stays.id)).values,
      ),
      comment: JSON.stringify(timeline).includes('Known since 2020'),
      tasks: JSON.stringify(tasks).includes('Call'),
      into: (await owner.call('findMerged', { params: one })).into,
      gone: (await read('account', goes.id)).deleted_at !== null,
    }
  }
  const done = {
    contact: stays.id,
    values: { city: 'Bonn', notes: 'First\n\nSecond', external_id: 'X1' },
    comment: true,
    tasks: true,
    into: { id: stays.id, title: 'Acme' },
    gone: true,
  }
  expect(await standing()).toEqual(done)
  const history = await owner.call('getHistory', { params: kept })
  const told = history.events.find(({ kind }) => kind === 'merge')
  expect(told?.cause.records).toEqual([goes.id])
  expect(history.titles[goes.id]).toBe('Acme Inc.')
  const list = await owner.call('listChanges', { params })
  expect(list.undo).toBe(set)
  expect(list.changes[0]).toMatchObject({
    id: set,
    form: 'account',
    record: { id: stays.id, title: 'Acme' },
  })
  expect(list.changes[0]?.kinds).toContain('merge')
  const into = uuidv7()
  const step = await owner.call('undoChange', { params: { ...params, id: set }, body: { into } })
  expect(step).toMatchObject({ left: [], refused: [], next: null })
  expect(await standing()).toEqual({
    contact: goes.id,
    values: { city: 'Berlin', notes: 'First', external_id: null },
    comment: false,
    tasks: false,
    into: null,
    gone: false,
  })
  expect((await read('account', goes.id)).values['external_id']).toBe('X1')
  await owner.call('undoChange', { params: { ...params, id: into }, body: { into: uuidv7() } })
  expect(await standing()).toEqual(done)
})

test('follows and shares of the merged go to the one that stays, and away again', async () => {
  await using at = await setUp()
  const { world, owner, create, merge } = at
  const rep = await signedInMember(world, { ...params, roles: ['rep'] })
  const stays = await create('account', { name: 'Acme' })
  const goes = await create('account', { name: 'Acme Inc.' })
  const one = { ...params, form: 'account', id: goes.id }
  await owner.call('shareRecord', {
    params: one,
    body: { member: rep.id, department: null, edit: false, until: null },
  })
  await rep.browser.call('followRecord', { params: one, body: { follows: true } })
  const kept = { ...one, id: stays.id }
  expect((await rep.browser.problem(rep.browser.call('getRecord', { params: kept }))).code).toBe('not-found')
  const set = uuidv7()
  await merge(owner, stays, [goes], {}, set)
  expect((await rep.browser.call('getRecord', { params: kept })).title).toBe('Acme')
  const follows = () =>
    query<{ follows: boolean | null }>(
      world.databaseUrl,
      `select follows from ws_acme._look where record = '${stays.id}' and member = '${rep.id}'`,
    )
  expect(await follows()).toEqual([{ follows: true }])
  await owner.call('undoChange', { params: { ...params, id: set }, body: { into: uuidv7() } })
  await expect
    .poll(() =>
      rep.browser.call('getRecord', { params: kept }).then(
        () => 'seen',
        () => 'gone',
      ),
    )
    .toBe('gone')
  expect((await follows())[0]?.follows).toBeNull()
})

test('who may not see, change or delete one of the records merges none, and a stale version is told', async () => {
  await using at = await setUp()
  const { world, owner, create, read, merge } = at
  const rep = (await signedInMember(world, { ...params, roles: ['rep'] })).browser
  const one = await create('account', { name: 'One' })
  const two = await create('account', { name: 'Two' })
  const own = await create('account', { name: 'Own' }, rep)
  const second = await create('account', { name: 'Own too' }, rep)
  expect((await rep.problem(merge(rep, own, [one]))).code).toBe('not-found')
  expect((await rep.problem(merge(rep, own, [second]))).code).toBe('not-allowed')
  const preview = { params: { ...params, form: 'account', id: own.id }, body: { others: [one.id] } }
  expect((await rep.problem(rep.call('previewMerge', preview))).code).toBe('not-found')
  expect((await owner.problem(merge(owner, one, [{ ...two, version: 7 }]))).code).toBe('merge-changed')
  expect((await owner.problem(merge(owner, one, [one]))).code).toBe('bad-request')
  expect((await owner.problem(merge(owner, one, [two], { nothing: two.id }))).code).toBe('invalid')
  expect((await owner.problem(merge(owner, one, [two], { name: own.id }))).code).toBe('invalid')
  expect((await read('account', two.id)).deleted_at).toBeNull()
  await merge(owner, one, [two])
  const asked = { params: { ...params, form: 'account', id: two.id } }
  expect((await rep.call('findMerged', asked)).into).toBeNull()
})
