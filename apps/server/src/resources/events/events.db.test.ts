import {
  appUnderTest,
  openStream,
  recordsTold,
  signedInMember,
  type SeenStream,
  type TestClient,
} from '@pipewright/testing'
import type { Edit } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const soon = { timeout: 5000 }

test('an open page hears of a new revision, whoever published it where', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  await using other = await world.secondProcess()
  const workspace = 'acme'
  const owner = await world.owner()
  const stream = await openStream(other, owner, workspace)
  expect(stream).toMatchObject({ status: 200, type: 'text/event-stream; charset=utf-8' })
  await expect.poll(() => stream.text, soon).toContain('event: revision\ndata: {"revision":1}')
  await expect.poll(() => stream.text, soon).toContain('event: tasks\ndata: {"open":0}')
  const field = { type: 'text', key: 'nickname', label: { en: 'Nickname' } } as const
  const edits: Edit[] = [
    { type: 'addField', form: 'account', field, section: 'basics', index: 0, write: [], read: [] },
  ]
  await owner.call('editDraft', { params: { workspace }, body: { version: 0, edits } })
  await owner.call('publishDraft', { params: { workspace }, body: { version: 1 } })
  await expect.poll(() => stream.text, soon).toContain('data: {"revision":2}')
})

test('AN-04: a stream ends with its session, its membership and its server', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const workspace = 'acme'
  const owner = await world.owner()
  const [one, two] = [
    await signedInMember(world, { workspace, roles: ['rep'] }),
    await signedInMember(world, { workspace, roles: ['rep'] }),
  ]
  const streams = await Promise.all(
    [one.browser, two.browser, owner].map((browser) => openStream(world, browser, workspace)),
  )
  await one.browser.call('signOut')
  await expect.poll(() => streams[0]?.ended, soon).toBe(true)
  await owner.call('updateMember', { params: { workspace, id: two.id }, body: { active: false } })
  await expect.poll(() => streams[1]?.ended, soon).toBe(true)
  expect(streams[2]?.ended).toBe(false)
  await world.app.close()
  await expect.poll(() => streams[2]?.ended, soon).toBe(true)
})

test('a stream is for members alone', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const workspace = 'acme'
  const stream = await openStream(world, world.client(), workspace)
  expect(stream.status).toBe(401)
})

test('an open page hears which records changed, as far as they may be seen, and never what is in them', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  await using other = await world.secondProcess()
  const workspace = 'acme'
  const owner = await world.owner()
  const [rita, otto] = [
    await signedInMember(world, { workspace, roles: ['rep'] }),
    await signedInMember(world, { workspace, roles: ['rep'] }),
  ]
  const seen = await openStream(other, owner, workspace)
  const unseen = await openStream(world, otto.browser, workspace)
  const create = (browser: TestClient, name: string) =>
    browser.call('createRecord', { params: { workspace, form: 'lead' }, body: { values: { name } } })
  const hers = await create(rita.browser, 'Zephyrine')
  await expect.poll(() => recordsTold(seen.text), soon).toContain(hers.id)
  const his = await create(otto.browser, 'Own')
  for (const stream of [seen, unseen])
    await expect.poll(() => recordsTold(stream.text), soon).toContain(his.id)
  expect(unseen.text).not.toContain(hers.id)
  expect(seen.text).not.toContain('Zephyrine')
  const before = seen.text.length
  await owner.call('createComment', { params: { workspace, form: 'lead', id: his.id }, body: { text: 'Hm' } })
  await expect.poll(() => recordsTold(seen.text.slice(before)), soon).toContain(his.id)
})

test('an open page hears that a record it may see was deleted, others do not', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const workspace = 'acme'
  const params = { workspace, form: 'lead' }
  const owner = await world.owner()
  const otto = await signedInMember(world, { workspace, roles: ['rep'] })
  const create = (browser: TestClient, name: string) =>
    browser.call('createRecord', { params, body: { values: { name } } })
  const made = await create(owner, 'Gone')
  const [seen, unseen] = [
    await openStream(world, owner, workspace),
    await openStream(world, otto.browser, workspace),
  ]
  // What is told from here on is no late news of the record that was made.
  const earlier = await create(owner, 'Earlier')
  await expect.poll(() => recordsTold(seen.text), soon).toContain(earlier.id)
  const before = seen.text.length
  await expect.poll(() => unseen.text, soon).toContain('event: notifications')
  await owner.call('deleteRecord', {
    params: { ...params, id: made.id },
    query: { version: String(made.version) },
  })
  await expect.poll(() => recordsTold(seen.text.slice(before)), soon).toContain(made.id)
  const his = await create(otto.browser, 'Own')
  await expect.poll(() => recordsTold(unseen.text), soon).toContain(his.id)
  expect(unseen.text).not.toContain(made.id)
})

test('whoever loses sight of a record with its owner hears so once, and nobody else who does not see it', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const workspace = 'acme'
  const owner = await world.owner()
  const north = await owner.call('createDepartment', {
    params: { workspace },
    body: { name: 'North', parent: null, manager: null },
  })
  const [rita, otto, lars] = [
    await signedInMember(world, { workspace, roles: ['rep'], department: north.id }),
    await signedInMember(world, { workspace, roles: ['rep'] }),
    await signedInMember(world, { workspace, roles: ['rep'] }),
  ]
  const chief = await signedInMember(world, { workspace, roles: ['manager'], department: north.id })
  const params = { workspace, form: 'lead' }
  const create = (browser: TestClient) =>
    browser.call('createRecord', { params, body: { values: { name: 'Moves' } } })
  const [hers, own, his] = [
    await create(rita.browser),
    await create(rita.browser),
    await create(lars.browser),
  ]
  const [loses, gets, chiefs, never] = [
    await openStream(world, rita.browser, workspace),
    await openStream(world, otto.browser, workspace),
    await openStream(world, chief.browser, workspace),
    await openStream(world, lars.browser, workspace),
  ]
  // What is told from here on is no late news of the records that were made.
  const marks = [await create(rita.browser), await create(otto.browser), await create(lars.browser)]
  for (const [index, stream] of [loses, gets, never].entries())
    await expect.poll(() => recordsTold(stream.text), soon).toContain(marks[index]?.id)
  await expect.poll(() => recordsTold(chiefs.text), soon).toContain(marks[0]?.id)
  const streams = [loses, gets, chiefs, never]
  const before = streams.map(({ text }) => text.length)
  const since = (stream: SeenStream) => stream.text.slice(before[streams.indexOf(stream)])
  const times = (stream: SeenStream) => since(stream).split(hers.id).length - 1
  const moved = await owner.call('updateRecord', {
    params: { ...params, id: hers.id },
    body: { version: hers.version, values: {}, owner: otto.id },
  })
  for (const stream of [loses, gets, chiefs])
    await expect.poll(() => recordsTold(since(stream)), soon).toContain(hers.id)
  await otto.browser.call('updateRecord', {
    params: { ...params, id: hers.id },
    body: { version: moved.version, values: { name: 'Changed again' } },
  })
  await expect.poll(() => times(gets), soon).toBe(2)
  const remark = (id: string) =>
    owner.call('createComment', { params: { ...params, id }, body: { text: 'Hm' } })
  await remark(own.id)
  await remark(his.id)
  for (const stream of [loses, chiefs])
    await expect.poll(() => recordsTold(since(stream)), soon).toContain(own.id)
  await expect.poll(() => recordsTold(since(never)), soon).toContain(his.id)
  expect([loses, chiefs, never].map(times)).toEqual([1, 1, 0])
})

test('twenty open pages hear of a change within two seconds, and lists answer meanwhile', async () => {
  await using world = await appUnderTest({ prepared: 'sample' })
  const workspace = 'acme'
  const owner = await world.owner()
  const streams = [await openStream(world, owner, workspace)]
  while (streams.length < 20) streams.push(await openStream(world, owner, workspace))
  for (const stream of streams) await expect.poll(() => stream.text, soon).toContain('event: notifications')
  const params = { workspace, form: 'opportunity' }
  for (let round = 0; round < 5; round++) {
    const made = await owner.call('createRecord', { params, body: { values: { name: `Round ${round}` } } })
    const lists = Array.from({ length: 20 }, () =>
      owner.call('queryRecords', { params, body: { limit: 50 } }),
    )
    const heard = () => streams.filter(({ text }) => text.includes(made.id)).length
    await expect.poll(heard, { timeout: 2000, interval: 10 }).toBe(streams.length)
    const pages = await Promise.all(lists)
    expect(pages.every(({ rows }) => rows.some(({ id }) => id === made.id))).toBe(true)
  }
})
