import type { NotificationSettings } from '@pipewright/contract'
import { appUnderTest, query, signedInMember, type AppUnderTest } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace }

async function scene(world: AppUnderTest) {
  const owner = await world.owner()
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' })
  const lead = (name: string, to?: string) =>
    owner.call('createRecord', {
      params: { workspace, form: 'lead' },
      body: { values: { name, company: name }, ...(to === undefined ? {} : { owner: to }) },
    })
  const give = async (id: string, version: number, to: string) =>
    owner.call('updateRecord', {
      params: { workspace, form: 'lead', id },
      body: { version, values: {}, owner: to },
    })
  const told = async (browser = rep.browser) => browser.call('listNotifications', { params, query: {} })
  return { owner, rep, lead, give, told }
}

test('who is given a record is told once, whoever gave it is not, and opening the list tells how many are unread', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { owner, rep, lead, give, told } = await scene(world)
  const { id, version } = await lead('Solar roof')
  expect(await told(owner)).toEqual({ items: [], next: null, unread: 0 })
  await give(id, version, rep.id)
  expect(await told()).toMatchObject({
    unread: 1,
    items: [
      {
        kind: 'assigned',
        text: 'Ada Lovelace assigned “Solar roof” to you',
        form: 'lead',
        record: id,
        count: 1,
        isRead: false,
      },
    ],
  })
  expect(await told(owner)).toMatchObject({ unread: 0 })
})

test('the line is in the language of its reader', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { rep, lead, give } = await scene(world)
  const { id, version } = await lead('屋顶光伏')
  await give(id, version, rep.id)
  const answer = await rep.browser.send({
    method: 'GET',
    url: `/api/w/${workspace}/notifications`,
    headers: { 'accept-language': 'zh' },
  })
  expect(answer.json()).toMatchObject({ items: [{ text: 'Ada Lovelace将“屋顶光伏”分配给您' }] })
})

test('more of the same record is one line until it is read', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { owner, rep, lead, give, told } = await scene(world)
  const { id, version } = await lead('Solar roof')
  const other = await signedInMember(world, { workspace, roles: ['rep'] })
  for (const turn of [0, 1, 2]) {
    await give(id, version + 2 * turn, rep.id)
    await give(id, version + 2 * turn + 1, other.id)
  }
  expect(await told()).toMatchObject({ unread: 1, items: [{ count: 3 }] })
  const { unread } = await rep.browser.call('readNotifications', { params, body: {} })
  expect(unread).toBe(0)
  await give(id, version + 6, rep.id)
  expect((await told()).items.map(({ isRead }) => isRead)).toEqual([false, true])
  expect(await told(owner)).toMatchObject({ items: [] })
})

test('of a record that one may not see any more, and of one that is gone, the line says the same', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { owner, rep, lead, give, told } = await scene(world)
  const gone = await lead('Gone')
  const taken = await lead('Taken')
  await give(gone.id, gone.version, rep.id)
  await give(taken.id, taken.version, rep.id)
  const other = await signedInMember(world, { workspace, roles: ['rep'] })
  await give(taken.id, taken.version + 1, other.id)
  const { id, version } = gone
  await owner.call('deleteRecord', {
    params: { workspace, form: 'lead', id },
    query: { version: String(version + 1) },
  })
  const { items } = await told()
  const what = items.map(({ text, form, record, actor }) => ({ text, form, record, actor }))
  const nothing = {
    text: 'This was about something you can no longer open.',
    form: null,
    record: null,
    actor: null,
  }
  expect(what).toEqual([nothing, nothing])
})

test('nobody reads or marks what others were told', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { owner, rep, lead, give, told } = await scene(world)
  const { id, version } = await lead('Solar roof')
  await give(id, version, rep.id)
  const [line] = (await told()).items
  await owner.call('readNotifications', { params, body: { ids: [line?.id ?? ''] } })
  expect((await told()).unread).toBe(1)
})

test('what is switched off is not told, and what is told by mail alone does not stand in the list', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { rep, lead, give, told } = await scene(world)
  const {
    ways: _ways,
    mailRefused: _refused,
    ...settings
  } = await rep.browser.call('getNotificationSettings', { params })
  const set = (assigned: NotificationSettings['kinds']['assigned']) =>
    rep.browser.call('setNotificationSettings', {
      params,
      body: { ...settings, kinds: { ...settings.kinds, assigned } },
    })
  const [one, two] = [await lead('One'), await lead('Two')]
  await set({ app: false, mail: 'never', push: false })
  await give(one.id, one.version, rep.id)
  await set({ app: false, mail: 'day', push: false })
  await give(two.id, two.version, rep.id)
  expect(await told()).toMatchObject({ unread: 0, items: [] })
  const rows = await query(world.databaseUrl, 'select record from ws_acme._notification')
  expect(rows).toEqual([{ record: two.id }])
})

test('pages follow each other without a gap', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { rep, lead, give } = await scene(world)
  for (let at = 0; at < 45; at += 1) {
    const { id, version } = await lead(`Lead ${at}`)
    await give(id, version, rep.id)
    world.time.now += at % 3
  }
  const first = await rep.browser.call('listNotifications', { params, query: {} })
  const second = await rep.browser.call('listNotifications', { params, query: { after: first.next ?? '' } })
  expect([first.items.length, second.items.length, second.next]).toEqual([40, 5, null])
  expect(new Set([...first.items, ...second.items].map(({ record }) => record)).size).toBe(45)
})
