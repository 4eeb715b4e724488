import type { BodyOf, Routes } from '@pipewright/contract'
import { appUnderTest, query, signedInMember, type AppUnderTest } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace }
type NewTask = BodyOf<Routes['createTask']>

async function scene(world: AppUnderTest) {
  const owner = await world.owner()
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' })
  const other = await signedInMember(world, { workspace, roles: ['rep'], name: 'Otto' })
  const task = (change: Partial<NewTask> = {}, by = rep.browser) =>
    by.call('createTask', {
      params,
      body: {
        title: 'Call back',
        assignees: [rep.id],
        day: null,
        time: null,
        repeat: null,
        remindBefore: null,
        form: null,
        record: null,
        ...change,
      },
    })
  const todo = async (by = rep.browser) =>
    (await by.call('listTodo', { params })).items.map((item) => ({
      group: item.group,
      put: item.snoozedUntil !== null,
      title: item.type === 'task' ? item.task.title : item.type === 'followUp' ? item.followUp.title : '',
    }))
  const told = async (by = rep.browser) =>
    (await by.call('listNotifications', { params, query: {} })).items.map(({ text }) => text)
  return { owner, rep, other, task, todo, told }
}

// It is Wednesday, 2026-11-18, 08:00 in London.
test('tasks stand by when they are due, and undated ones at the end', async () => {
  await using world = await appUnderTest({ prepared: 'workspace', now: '2026-11-18T08:00:00.000Z' })
  const { task, todo } = await scene(world)
  await task({ title: 'some day' })
  await task({ title: 'next month', day: '2026-12-21' })
  await task({ title: 'tomorrow', day: '2026-11-19' })
  await task({ title: 'noon', day: '2026-11-18', time: '12:00' })
  await task({ title: 'yesterday', day: '2026-11-17' })
  expect(await todo()).toEqual([
    { title: 'yesterday', group: 'overdue', put: false },
    { title: 'noon', group: 'today', put: false },
    { title: 'tomorrow', group: 'week', put: false },
    { title: 'next month', group: 'later', put: false },
    { title: 'some day', group: 'later', put: false },
  ])
})

test('a task is there for those who do it and who made it, for nobody else', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { rep, other, owner, task, todo, told } = await scene(world)
  const made = await task({ title: 'Send the offer' }, owner)
  expect(await todo()).toMatchObject([{ title: 'Send the offer' }])
  expect(await told()).toEqual(['Ada Lovelace assigned you a task: Send the offer'])
  expect(await todo(other.browser)).toEqual([])
  const id = made.id
  const done = other.browser.call('completeTask', { params: { workspace, id }, body: { done: true } })
  expect(await other.browser.problem(done)).toMatchObject({ status: 404 })
  const removed = other.browser.call('deleteTask', { params: { workspace, id } })
  expect(await other.browser.problem(removed)).toMatchObject({ status: 404 })
  await rep.browser.call('completeTask', { params: { workspace, id }, body: { done: true } })
  expect(await todo()).toEqual([])
})

test('a task that somebody changed since it was seen is not removed', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { owner, rep, task, todo } = await scene(world)
  const { id, version } = await task({ title: 'Send the offer' }, owner)
  await owner.call('updateTask', { params: { workspace, id }, body: { title: 'Send both offers', version } })
  const remove = (seen: string) =>
    rep.browser.call('deleteTask', { params: { workspace, id }, query: { version: seen } })
  expect(await rep.browser.problem(remove(String(version)))).toMatchObject({ code: 'stale-version' })
  expect(await rep.browser.problem(remove('last'))).toMatchObject({ status: 400 })
  expect(await todo()).toMatchObject([{ title: 'Send both offers' }])
  await remove(String(version + 1))
  expect(await todo()).toEqual([])
})

test('a task about a record that one may not see is refused, and does not name it to who does it', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { owner, rep, task } = await scene(world)
  const lead = await owner.call('createRecord', {
    params: { workspace, form: 'lead' },
    body: { values: { name: 'Secret lead', company: 'x' } },
  })
  const about = { form: 'lead', record: lead.id }
  expect(await rep.browser.problem(task(about))).toMatchObject({ status: 404 })
  await task(about, owner)
  const { items } = await rep.browser.call('listTodo', { params })
  expect(items).toMatchObject([{ task: { title: 'Call back', form: null, record: null, recordTitle: null } }])
  const listed = await owner.call('listRecordTasks', { params: { workspace, form: 'lead', id: lead.id } })
  expect(listed.tasks).toMatchObject([{ recordTitle: 'Secret lead' }])
  const hidden = rep.browser.call('listRecordTasks', { params: { workspace, form: 'lead', id: lead.id } })
  expect(await rep.browser.problem(hidden)).toMatchObject({ status: 404 })
})

test('a task that repeats comes back on its next day, and ticking it on again takes that back', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { rep, task, todo } = await scene(world)
  const { id } = await task({ day: '2026-11-20', repeat: { every: 'workdays', count: 1 } })
  const tick = (done: boolean) =>
    rep.browser.call('completeTask', { params: { workspace, id }, body: { done } })
  await Promise.all([tick(true), tick(true)])
  expect(await todo()).toMatchObject([{ group: 'later' }])
  await tick(false)
  expect(await todo()).toMatchObject([{ group: 'overdue' }])
})

test('what is put off comes back at its time, for that member alone', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { rep, other, owner, task, todo } = await scene(world)
  const { id } = await task({ day: '2026-11-21', assignees: [rep.id, other.id] }, owner)
  const open = async () => (await rep.browser.call('getApp', { params })).openTasks
  expect(await open()).toBe(1)
  const until = new Date(world.time.now + 3_600_000).toISOString()
  await rep.browser.call('snoozeTodo', { params: { workspace, id }, body: { until } })
  expect([await open(), await todo(), await todo(other.browser)]).toMatchObject([
    0,
    [{ put: true }],
    [{ put: false }],
  ])
  world.time.now += 3_600_001
  expect([await open(), await todo()]).toMatchObject([1, [{ put: false }]])
})

test('own records whose next follow-up is due are in the list', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { rep, todo } = await scene(world)
  const lead = (name: string, next_follow_up: string) =>
    rep.browser.call('createRecord', {
      params: { workspace, form: 'lead' },
      body: { values: { name, company: name, next_follow_up } },
    })
  await lead('Late', '2026-11-19')
  await lead('Now', '2026-11-21')
  await lead('Soon', '2026-11-23')
  expect(await todo()).toMatchObject([
    { title: 'Late', group: 'overdue' },
    { title: 'Now', group: 'today' },
  ])
})

test('each reminder comes once from two servers, and late after a time without any', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { task, told } = await scene(world)
  for (let at = 0; at < 5; at += 1)
    await task({ title: `Task ${at}`, day: '2026-11-21', time: '09:00', remindBefore: 15 })
  world.time.now += 10 * 3_600_000
  await using one = await world.secondProcess()
  await using two = await world.secondProcess()
  one.time.now = two.time.now = world.time.now
  await Promise.all([one.app.ready(), two.app.ready()])
  const all = [0, 1, 2, 3, 4].map((at) => `Task ${at}`)
  await expect.poll(async () => (await told()).toSorted(), { timeout: 10_000 }).toEqual(all)
  await Promise.all([one.app.close(), two.app.close()])
  const rows = await query<{ count: number }>(
    world.databaseUrl,
    `select count::int from ws_acme._notification where kind = 'reminder'`,
  )
  expect(rows.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1])
})

test('a day that does not exist is refused', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { rep, task } = await scene(world)
  expect(await rep.browser.problem(task({ day: '2026-02-30' }))).toMatchObject({ status: 422 })
})

test('each morning follow-ups that became overdue are told once, to their owner as far as she may read them', async () => {
  await using world = await appUnderTest({ prepared: 'workspace', now: '2026-11-20T07:00:00.000Z' })
  const { rep, told } = await scene(world)
  const lead = (name: string, next_follow_up: string) =>
    rep.browser.call('createRecord', {
      params: { workspace, form: 'lead' },
      body: { values: { name, company: name, next_follow_up } },
    })
  const turn = async (at: string) => {
    world.time.now = Date.parse(at)
    await using one = await world.secondProcess()
    await using two = await world.secondProcess()
    one.time.now = two.time.now = world.time.now
    await Promise.all([one.app.ready(), two.app.ready()])
    await Promise.all([...one.app.turnsUnderWay, ...two.app.turnsUnderWay])
    return told()
  }
  await lead('Late', '2026-11-19')
  await lead('Today', '2026-11-20')
  expect(await turn('2026-11-20T07:59:00.000Z')).toEqual([])
  const first = ['The follow-up of “Late” is overdue']
  expect(await turn('2026-11-20T08:00:00.000Z')).toEqual(first)
  expect(await turn('2026-11-20T20:00:00.000Z')).toEqual(first)
  const both = ['2 follow-ups are overdue', ...first]
  expect(await turn('2026-11-21T09:00:00.000Z')).toEqual(both)
  expect(await turn('2026-11-22T09:00:00.000Z')).toEqual(both)
  const { unread } = await rep.browser.call('listNotifications', { params, query: {} })
  expect(unread).toBe(1)
})

test('tasks of the day and overdue ones are told each once, at the hour of who does them, also after a time without servers', async () => {
  await using world = await appUnderTest({ prepared: 'workspace', now: '2026-11-18T05:00:00.000Z' })
  const { owner, rep, other, task, told } = await scene(world)
  const wishes = async (browser: typeof owner, change: object) => {
    const {
      ways: _ways,
      mailRefused: _refused,
      ...now
    } = await browser.call('getNotificationSettings', {
      params,
    })
    await browser.call('setNotificationSettings', { params, body: { ...now, ...change } })
  }
  await wishes(other.browser, { morningAt: '10:30' })
  const turn = async (at: string) => {
    world.time.now = Date.parse(at)
    await using one = await world.secondProcess()
    await using two = await world.secondProcess()
    one.time.now = two.time.now = world.time.now
    await Promise.all([one.app.ready(), two.app.ready()])
    await Promise.all([...one.app.turnsUnderWay, ...two.app.turnsUnderWay])
    return Promise.all([told(), told(other.browser)])
  }
  const own = { assignees: [rep.id, other.id] }
  const { id } = await task({ ...own, title: 'Offer', day: '2026-11-18' })
  await task({ title: 'By itself', day: '2026-11-18', time: '23:30', remindBefore: 15 })
  await rep.browser.call('readNotifications', { params, body: {} })
  await other.browser.call('readNotifications', { params, body: {} })
  const before = await turn('2026-11-18T07:59:00.000Z')
  const news = async (at: string) =>
    (await turn(at)).map((lines, of) => lines.slice(0, lines.length - (before[of]?.length ?? 0)))
  const today = 'Due today: Offer'
  expect(await news('2026-11-18T08:00:00.000Z')).toEqual([[today], []])
  expect(await news('2026-11-18T10:30:00.000Z')).toEqual([[today], [today]])
  expect(await news('2026-11-18T23:00:00.000Z')).toEqual([[today], [today]])
  const reminded = ['By itself', today]
  expect(await news('2026-11-18T23:59:00.000Z')).toEqual([reminded, [today]])
  // No server ran for two days.
  await task({ title: 'New', day: '2026-11-21' })
  expect(await news('2026-11-21T13:00:00.000Z')).toEqual([
    ['Due today: New', '2 tasks are overdue', ...reminded],
    ['Overdue: Offer', today],
  ])
  await rep.browser.call('completeTask', { params: { workspace, id }, body: { done: true } })
  const [mine] = await news('2026-11-22T13:00:00.000Z')
  expect(mine?.[0]).toBe('2 tasks are overdue')
  const [again] = await news('2026-11-23T13:00:00.000Z')
  expect(again).toEqual(mine)
})

test('a task is read by who does it and who made it, by nobody else', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const { rep, other, owner, task } = await scene(world)
  const made = await task({ title: 'Send the offer' }, owner)
  const at = { params: { workspace, id: made.id } }
  expect(await rep.browser.call('getTask', at)).toEqual(made)
  expect(await owner.call('getTask', at)).toEqual(made)
  expect((await other.browser.problem(other.browser.call('getTask', at))).code).toBe('not-found')
})
