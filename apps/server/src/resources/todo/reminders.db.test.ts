import { appUnderTest, query, signedInMember } from '@pipewright/testing'
import type { Edit, Reminder } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace }

const reminder = (change: Partial<Reminder> = {}): Reminder => ({
  key: 'expires',
  label: { en: 'Offers that expire', zh: '即将到期的报价' },
  field: 'close_date',
  offset: { count: 3, unit: 'workdays', side: 'before' },
  tell: [{ type: 'owner' }],
  text: { en: 'Expires in three working days', zh: '三个工作日后到期' },
  ...change,
})

/** It is Monday, 2026-11-16, 05:00 in London. */
async function scene() {
  const world = await appUnderTest({ prepared: 'workspace', now: '2026-11-16T05:00:00.000Z' })
  const owner = await world.owner()
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' })
  const other = await signedInMember(world, { workspace, roles: ['rep'], name: 'Otto' })
  await query(world.databaseUrl, `update system.workspace set zone = 'Europe/London'`)
  const account = await rep.browser.call('createRecord', {
    params: { workspace, form: 'account' },
    body: { values: { name: 'Acme' } },
  })
  const deal = (name: string, close_date: string | null, by = rep.browser) =>
    by.call('createRecord', {
      params: { workspace, form: 'opportunity' },
      body: { values: { name, account: account.id, close_date } },
    })
  const change = (id: string, version: number, values: Record<string, string>) =>
    rep.browser.call('updateRecord', {
      params: { workspace, form: 'opportunity', id },
      body: { version, values },
    })
  const edit = async (...edits: Edit[]) => {
    const { version } = await owner.call('getDraft', { params })
    return owner.call('editDraft', { params, body: { version, edits } })
  }
  const publish = async (...reminders: Reminder[]) => {
    const { version } = await edit({ type: 'setForm', form: 'opportunity', changes: { reminders } })
    const { changes, token } = await owner.call('getImpact', { params })
    await owner.call('publishDraft', { params, body: { version, token } })
    return changes.flatMap(({ effects }) => effects.map(({ text }) => text.en))
  }
  /** What two servers do that look at the same moment. */
  const turn = async (at: string) => {
    world.time.now = Date.parse(at)
    await using one = await world.secondProcess()
    await using two = await world.secondProcess()
    one.time.now = two.time.now = world.time.now
    await Promise.all([one.app.ready(), two.app.ready()])
    await Promise.all([...one.app.turnsUnderWay, ...two.app.turnsUnderWay])
  }
  const told = async (by = rep.browser) =>
    (await by.call('listNotifications', { params, query: {} })).items
      .filter(({ kind }) => kind === 'reminder')
      .map(({ text, count }) => (count === 1 ? text : `${text} ×${count}`))
      .toSorted()
  return {
    world,
    owner,
    rep,
    other,
    deal,
    change,
    edit,
    publish,
    turn,
    told,
    [Symbol.asyncDispose]: world.close,
  }
}

const told3 = (name: string) => `Expires in three working days · “${name}”`

test('owners are told so many working days before a date, from its hour on, each date once whoever looks', async () => {
  await using at = await scene()
  const { deal, publish, turn, told, other, change } = at
  const thursday = await deal('Thursday', '2026-11-19')
  await deal('Friday', '2026-11-20')
  await deal('Sunday', '2026-11-22')
  await deal('Past', '2026-11-13')
  await deal('None', null)
  await publish(reminder({ at: '09:30' }))
  await turn('2026-11-16T09:29:00.000Z')
  expect(await told()).toEqual([])
  await turn('2026-11-16T09:30:00.000Z')
  await turn('2026-11-16T20:00:00.000Z')
  expect(await told()).toEqual([told3('Thursday')])
  expect(await told(other.browser)).toEqual([])
  // Another date is another occasion, and the old one does not come again.
  const moved = await change(thursday.id, 1, { close_date: '2026-11-18' })
  await turn('2026-11-16T21:00:00.000Z')
  expect(await told()).toEqual([`${told3('Thursday')} ×2`])
  await change(thursday.id, moved.version, { close_date: '2026-11-19' })
  await turn('2026-11-16T22:00:00.000Z')
  expect(await told()).toEqual([`${told3('Thursday')} ×2`])
  await turn('2026-11-17T10:00:00.000Z')
  expect(await told()).toEqual([told3('Friday'), `${told3('Thursday')} ×2`])
})

test('what no server was there to tell of is told late and once, and not what is older than a week', async () => {
  await using at = await scene()
  const { deal, publish, turn, told } = at
  await publish(reminder({ offset: { count: 1, unit: 'days', side: 'after' } }))
  await turn('2026-11-16T09:00:00.000Z')
  await deal('Old', '2026-11-18')
  await deal('Recent', '2026-11-24')
  await deal('Today', '2026-11-29')
  await turn('2026-11-30T09:00:00.000Z')
  await turn('2026-11-30T10:00:00.000Z')
  expect(await told()).toEqual([told3('Recent'), told3('Today')])
})

test('it is told again until its condition does not hold any more, or so many times', async () => {
  await using at = await scene()
  const { deal, publish, turn, told, change } = at
  const when = { isEmpty: [{ var: 'next_step_date' }] }
  const repeat = { count: 2, unit: 'workdays' } as const
  const once = reminder({ key: 'twice', when, text: { en: 'Twice' }, repeat: { ...repeat, times: 2 } })
  const always = reminder({ key: 'always', when, text: { en: 'Always' }, repeat })
  const { id } = await deal('Deal', '2026-11-13')
  await publish(
    { ...once, offset: { count: 1, unit: 'workdays', side: 'after' } },
    { ...always, offset: { count: 1, unit: 'workdays', side: 'after' } },
  )
  const day = async (date: string) => {
    await turn(`${date}T09:00:00.000Z`)
    await turn(`${date}T15:00:00.000Z`)
    return told()
  }
  const both = (often: string, twice = often) => [`Always · “Deal”${often}`, `Twice · “Deal”${twice}`]
  expect(await day('2026-11-16')).toEqual(both(''))
  expect(await day('2026-11-17')).toEqual(both(''))
  expect(await day('2026-11-18')).toEqual(both(' ×2'))
  expect(await day('2026-11-20')).toEqual(both(' ×3', ' ×2'))
  await change(id, 1, { next_step_date: '2026-12-01' })
  expect(await day('2026-11-24')).toEqual(both(' ×3', ' ×2'))
})

test('everybody is told who is named and may see the record and its date, each once, with a task', async () => {
  await using at = await scene()
  const { world, owner, other, deal, publish, turn, told } = at
  const manager = await signedInMember(world, { workspace, roles: ['manager'], name: 'Mona' })
  const record = await deal('Deal', '2026-11-19')
  await owner.call('followRecord', {
    params: { workspace, form: 'opportunity', id: record.id },
    body: { follows: true },
  })
  await publish(
    reminder({
      tell: [
        { type: 'owner' },
        { type: 'followers' },
        { type: 'role', role: 'rep' },
        { type: 'member', member: manager.id },
      ],
      task: { title: { en: 'Call before it expires', zh: '到期前致电' } },
    }),
  )
  await turn('2026-11-16T09:00:00.000Z')
  expect(await told()).toEqual([told3('Deal')])
  expect(await told(owner)).toEqual([told3('Deal')])
  // A rep sees what is his own alone; a manager what is of her department.
  expect(await told(other.browser)).toEqual([])
  expect(await told(manager.browser)).toEqual([])
  const tasks = async (by = at.rep.browser) => (await by.call('listTodo', { params })).items
  expect(await tasks()).toMatchObject([
    {
      type: 'task',
      task: { title: 'Call before it expires', day: '2026-11-19', record: record.id },
    },
  ])
  expect(await tasks(owner)).toHaveLength(1)
  expect(await tasks(other.browser)).toEqual([])
})

test('whoever may not read a date is not reminded of it', async () => {
  await using at = await scene()
  const { owner, deal, edit, publish, turn, told } = at
  const { definition } = await owner.call('getDraft', { params })
  const role = definition.roles.find(({ key }) => key === 'rep')
  if (role === undefined) throw new Error('no reps')
  const forms = role.forms.map((right) =>
    right.form === 'opportunity'
      ? { ...right, write: right.write?.filter((key) => key !== 'close_date') ?? [] }
      : right,
  )
  await deal('Deal', '2026-11-19')
  await edit({ type: 'putRole', role: { ...role, forms } })
  await publish(reminder({ tell: [{ type: 'owner' }, { type: 'role', role: 'admin' }] }))
  await turn('2026-11-16T09:00:00.000Z')
  expect(await told()).toEqual([])
  expect(await told(owner)).toEqual([told3('Deal')])
})

test('of many records at once a member is told in one line', async () => {
  await using at = await scene()
  const { deal, publish, turn, told } = at
  for (let place = 0; place < 6; place += 1) await deal(`Deal ${place}`, '2026-11-19')
  await publish(reminder())
  await turn('2026-11-16T09:00:00.000Z')
  expect(await told()).toEqual(['Offers that expire · 6 records ×6'])
})

test('a field of a reminder is not removed, and one that would never end or asks who looks is refused', async () => {
  await using at = await scene()
  const { owner, edit, publish } = at
  await publish(reminder())
  const removed = edit({ type: 'removeField', form: 'opportunity', field: 'close_date' })
  expect(await owner.problem(removed)).toMatchObject({ status: 422 })
  const broken = (change: Partial<Reminder>) =>
    edit({ type: 'setForm', form: 'opportunity', changes: { reminders: [reminder(change)] } })
  const said = async (change: Partial<Reminder>) => {
    const { errors = [] } = await owner.problem(broken(change))
    return errors.map((error) => error.params?.['text'])
  }
  expect(await said({ repeat: { count: 1, unit: 'days' } })).toEqual([
    '“Offers that expire” would repeat for ever: say how many times, or under which condition.',
  ])
  expect(await said({ when: { eq: [{ var: 'owner' }, { var: '$me' }] } })).toEqual([
    'The condition of “Offers that expire” cannot ask who looks: reminders are sent by themselves.',
  ])
})

test('before it is published a builder sees of how many records it tells on that day', async () => {
  await using at = await scene()
  const { world, deal, publish } = at
  const [row] = await query<{ day: string }>(
    world.databaseUrl,
    `select ((now() at time zone 'Europe/London')::date)::text as day`,
  )
  await deal('Deal', row?.day ?? '')
  await deal('Far', '2096-01-01')
  expect(await publish(reminder())).toEqual(['“Offers that expire” tells of 1 record today.'])
  const none = reminder({ when: { eq: [{ var: 'name' }, 'Far'] } })
  expect(await publish(none)).toEqual(['“Offers that expire” tells of no record today.'])
})

test('members are not told of the reminders of a form, and one who chose not to be told is not', async () => {
  await using at = await scene()
  const { rep, deal, publish, turn, told } = at
  const {
    ways: _ways,
    mailRefused: _refused,
    ...now
  } = await rep.browser.call('getNotificationSettings', { params })
  const quiet = {
    ...now,
    kinds: { ...now.kinds, reminder: { app: false, mail: 'never' as const, push: false } },
  }
  await rep.browser.call('setNotificationSettings', { params, body: quiet })
  await deal('Deal', '2026-11-19')
  await publish(reminder())
  await turn('2026-11-16T09:00:00.000Z')
  expect(await told()).toEqual([])
  const { definition } = await rep.browser.call('getApp', { params })
  expect(JSON.stringify(definition)).not.toContain('Offers that expire')
})
