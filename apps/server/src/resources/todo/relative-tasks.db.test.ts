import type { BodyOf, Routes } from '@pipewright/contract'
import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace }
const form = 'opportunity'
type NewTask = BodyOf<Routes['createTask']>

/** It is Monday, 2026-11-16, 05:00 in London; reps may not read what a deal costs, and all else. */
async function scene() {
  const world = await appUnderTest({ prepared: 'workspace', now: '2026-11-16T05:00:00.000Z' })
  const owner = await world.owner()
  // The template reminds of the same date.
  const { version } = await owner.call('getDraft', { params })
  const draft = await owner.call('editDraft', {
    params,
    body: { version, edits: [{ type: 'setForm', form, changes: { reminders: null } }] },
  })
  const { token } = await owner.call('getImpact', { params })
  await owner.call('publishDraft', { params, body: { version: draft.version, token } })
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' })
  const finance = await signedInMember(world, { workspace, roles: ['finance'], name: 'Fina' })
  const account = await rep.browser.call('createRecord', {
    params: { workspace, form: 'account' },
    body: { values: { name: 'Acme' } },
  })
  const deal = await rep.browser.call('createRecord', {
    params: { workspace, form },
    body: { values: { name: 'Deal', account: account.id, close_date: '2026-11-30' } },
  })
  const at = { workspace, form, id: deal.id }
  const change = async (values: Record<string, string | null>) => {
    const { version } = await rep.browser.call('getRecord', { params: at })
    await rep.browser.call('updateRecord', { params: at, body: { version, values } })
  }
  const task = (change: Partial<NewTask> = {}) =>
    rep.browser.call('createTask', {
      params,
      body: {
        title: 'Call',
        assignees: [rep.id],
        day: null,
        time: null,
        repeat: null,
        remindBefore: 0,
        relative: { field: 'close_date', count: 3, unit: 'workdays', side: 'before' },
        form,
        record: deal.id,
        ...change,
      },
    })
  const turn = async (now: string) => {
    world.time.now = Date.parse(now)
    await using one = await world.secondProcess()
    one.time.now = world.time.now
    await one.app.ready()
    await Promise.all(one.app.turnsUnderWay)
  }
  const days = async () => {
    const { items } = await rep.browser.call('listTodo', { params })
    return items.flatMap((item) => (item.type === 'task' ? [item.task.day] : []))
  }
  const told = async () =>
    (await rep.browser.call('listNotifications', { params, query: {} })).items.map(({ text }) => text)
  return {
    world,
    owner,
    rep,
    finance,
    deal,
    at,
    change,
    task,
    turn,
    days,
    told,
    [Symbol.asyncDispose]: world.close,
  }
}

test('a task is due so many working days before a date of its record, follows it, and reminds anew', async () => {
  await using at = await scene()
  const { task, change, turn, days, told } = at
  expect(await task()).toMatchObject({ day: '2026-11-25', repeat: null })
  await change({ close_date: '2026-11-19' })
  await turn('2026-11-16T08:59:00.000Z')
  expect(await days()).toEqual(['2026-11-16'])
  await turn('2026-11-16T09:00:00.000Z')
  expect(await told()).toEqual(['Call'])
  await change({ close_date: '2026-12-10' })
  await turn('2026-11-16T09:01:00.000Z')
  expect(await days()).toEqual(['2026-12-07'])
  await turn('2026-12-07T09:00:00.000Z')
  const { items } = await at.rep.browser.call('listNotifications', { params, query: {} })
  expect(items.map(({ text, count }) => [text, count])).toEqual([['Call', 2]])
})

test('it is changed to a day of its own and back, and only dates of its record will do', async () => {
  await using at = await scene()
  const { rep, task, change, turn, days } = at
  const { id, version, title, assignees } = await task()
  const put = (wish: Partial<NewTask>, of: number) =>
    rep.browser.call('updateTask', {
      params: { workspace, id },
      body: {
        title,
        assignees,
        day: '2026-11-20',
        time: null,
        repeat: null,
        remindBefore: null,
        ...wish,
        version: of,
      },
    })
  await put({}, version)
  await change({ close_date: '2026-12-10' })
  await turn('2026-11-16T06:00:00.000Z')
  expect(await days()).toEqual(['2026-11-20'])
  const back = await put(
    { relative: { field: 'close_date', count: 0, unit: 'days', side: 'after' } },
    version + 1,
  )
  expect(back).toMatchObject({ day: '2026-12-10', relative: { field: 'close_date' } })
  const wrong = (relative: Partial<NonNullable<NewTask['relative']>>, more: Partial<NewTask> = {}) =>
    rep.browser.problem(
      task({
        ...more,
        relative: { field: 'close_date', count: 1, unit: 'days', side: 'after', ...relative },
      }),
    )
  expect(await wrong({ field: 'name' })).toMatchObject({ errors: [{ code: 'unknown-field' }] })
  expect(await wrong({ field: 'nothing' })).toMatchObject({ errors: [{ code: 'unknown-field' }] })
  expect(await wrong({}, { form: null, record: null })).toMatchObject({ errors: [{ code: 'unknown-field' }] })
})

test('a date that somebody may not see is not told him by a task', async () => {
  await using at = await scene()
  const { owner, rep, finance, task, change, turn, days } = at
  const hide = async (key: string) => {
    const { definition, version } = await owner.call('getDraft', { params })
    const role = definition.roles.find((one) => one.key === key)
    if (role === undefined) throw new Error(`no role ${key}`)
    const without = (keys: readonly string[] = []) => keys.filter((field) => field !== 'close_date')
    const forms = role.forms.map((right) =>
      right.form === form ? { ...right, read: without(right.read), write: without(right.write) } : right,
    )
    const body = { version, edits: [{ type: 'putRole' as const, role: { ...role, forms } }] }
    const draft = await owner.call('editDraft', { params, body })
    await owner.call('publishDraft', { params, body: { version: draft.version } })
  }
  await hide('finance')
  const refused = task({ assignees: [rep.id, finance.id] })
  expect(await rep.browser.problem(refused)).toMatchObject({ errors: [{ code: 'date-hidden' }] })
  await task()
  await change({ close_date: '2026-12-10' })
  await hide('rep')
  expect(await days()).toEqual([null])
  await turn('2026-11-16T06:00:00.000Z')
  // From then on it goes by no date any more.
  expect(await days()).toEqual(['2026-11-25'])
})

test('what a change of a task leaves out stays as it is, also that it follows a date, unless another day is given', async () => {
  await using at = await scene()
  const { rep, task, change, turn, days } = at
  const made = await task({ time: '10:00' })
  const where = { workspace, id: made.id }
  const patch = (body: BodyOf<Routes['updateTask']>) =>
    rep.browser.call('updateTask', { params: where, body })
  const renamed = await patch({ version: 1, title: 'Call again' })
  const { version: _was, title: _old, ...rest } = made
  expect(renamed).toMatchObject({ ...rest, title: 'Call again' })
  // Its own day, as whoever sends everything back sends it.
  const same = await patch({ version: 2, day: renamed.day, remindBefore: 30 })
  expect(same).toMatchObject({ relative: made.relative, time: '10:00', remindBefore: 30 })
  await change({ close_date: '2026-12-07' })
  await turn('2026-11-16T06:00:00.000Z')
  expect(await days()).toEqual(['2026-12-02'])
  const { tasks } = await rep.browser.call('listRecordTasks', { params: at.at, query: {} })
  const fixed = await patch({ version: tasks[0]?.version ?? 0, day: '2026-12-04' })
  expect(fixed).toMatchObject({ relative: null, day: '2026-12-04', title: 'Call again' })
  await change({ close_date: '2026-12-10' })
  await turn('2026-11-16T07:00:00.000Z')
  expect(await days()).toEqual(['2026-12-04'])
})
