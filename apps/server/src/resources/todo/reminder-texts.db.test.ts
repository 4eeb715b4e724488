import { appUnderTest, query, signedInMember, type TestClient } from '@pipewright/testing'
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
  const account = await rep.browser.call('createRecord', {
    params: { workspace, form: 'account' },
    body: { values: { name: 'Acme' } },
  })
  const deal = (name: string, close_date: string) =>
    rep.browser.call('createRecord', {
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
    const own = reminders.length === 0 ? null : reminders
    const { version } = await edit({ type: 'setForm', form: 'opportunity', changes: { reminders: own } })
    const { token } = await owner.call('getImpact', { params })
    await owner.call('publishDraft', { params, body: { version, token } })
  }
  const turn = async (at: string) => {
    world.time.now = Date.parse(at)
    await using other = await world.secondProcess()
    other.time.now = world.time.now
    await other.app.ready()
    await Promise.all(other.app.turnsUnderWay)
  }
  const told = async (by: TestClient = rep.browser) =>
    (await by.call('listNotifications', { params, query: {} })).items
      .filter(({ kind }) => kind === 'reminder')
      .map(({ text }) => text)
  return { world, owner, rep, deal, change, edit, publish, turn, told, [Symbol.asyncDispose]: world.close }
}

const dealText = {
  en: '{{account}} decides on {{close_date}} about {{amount}} ({{stage}}, costs {{cost}}, next: {{next_step}}, of {{owner}})',
  zh: '{{account}}将于{{close_date}}决定{{amount}}（{{stage}}，成本{{cost}}，下一步：{{next_step}}，{{owner}}）',
}

test('what is told has values of the record in it, in each reader’s language and no more than he may read', async () => {
  await using at = await scene()
  const { world, rep, owner, deal, change, publish, turn, told } = at
  const { id } = await deal('Deal', '2026-11-19')
  await change(id, 1, { amount: '128000' })
  await owner.call('updateRecord', {
    params: { workspace, form: 'opportunity', id },
    body: { version: 2, values: { cost: '90000' } },
  })
  const tell = [{ type: 'owner' as const }, { type: 'role' as const, role: 'admin' }]
  await publish(reminder({ text: dealText, tell }))
  await turn('2026-11-16T09:00:00.000Z')
  const line = (cost: string) =>
    `Acme decides on Nov 19, 2026 about ¥128,000.00 (Qualification, costs ${cost}, next: —, of Rita) · “Deal”`
  expect(await told()).toEqual([line('—')])
  expect(await told(owner)).toEqual([line('¥90,000.00')])
  // What changes until it is read is read as it is then.
  await change(id, 3, { next_step: 'Visit {{cost}}' })
  const url = '/api/w/acme/notifications'
  const read = await rep.browser.send({ method: 'GET', url, headers: { 'accept-language': 'zh' } })
  expect(read.json<{ items: { text: string }[] }>().items.map(({ text }) => text)).toEqual([
    'Acme将于2026-11-19决定¥128,000.00（初步接洽，成本—，下一步：Visit {{cost}}，Rita） · “Deal”',
  ])
  await query(world.databaseUrl, `update ws_acme.opportunity set deleted_at = now() where id = $1`, [id])
  expect(JSON.stringify(await told())).not.toContain('128')
})

test('what a member wrote is told as it stands', async () => {
  await using at = await scene()
  const { rep, deal, publish, turn, told } = at
  await publish()
  const { id } = await deal('Deal', '2026-11-19')
  const about = { title: 'Ask for {{cost}}', assignees: [rep.id], form: 'opportunity', record: id }
  const due = { day: '2026-11-16', time: '08:00', repeat: null, remindBefore: 0 }
  await rep.browser.call('createTask', { params, body: { ...about, ...due } })
  await turn('2026-11-16T09:00:00.000Z')
  expect(await told()).toEqual(['Ask for {{cost}}'])
})

test('a value that is not there, or stands where all read the same, is found in the draft', async () => {
  await using at = await scene()
  const { owner, edit, publish } = at
  const said = async (change: Partial<Reminder>) => {
    const broken = edit({
      type: 'setForm',
      form: 'opportunity',
      changes: { reminders: [reminder(change)] },
    })
    const { errors = [] } = await owner.problem(broken)
    return errors.map(({ pointer, params: about }) => `${pointer} ${String(about?.['text'])}`)
  }
  expect(await said({ text: { en: 'About {{ammount}}' } })).toEqual([
    expect.stringContaining('/reminders/0/text/en'),
  ])
  expect(await said({ task: { title: { en: 'Settle {{amount}}' } } })).toEqual([
    expect.stringContaining('“{{amount}}” can stand in what “Offers that expire” tells'),
  ])
  await publish(reminder({ text: { en: 'About {{amount}}' } }))
  const { definition } = await owner.call('getDraft', { params })
  const form = definition.forms.find(({ key }) => key === 'opportunity')
  const amount = form?.fields.find(({ key }) => key === 'amount')
  if (amount === undefined) throw new Error('no amount')
  const field = { ...amount, label: { en: 'Worth', zh: '价值' } }
  const renamed = await edit({ type: 'setField', form: 'opportunity', field })
  expect(JSON.stringify(renamed.definition)).toContain('About {{amount}}')
  const removed = edit({ type: 'removeField', form: 'opportunity', field: 'amount' })
  expect(await owner.problem(removed)).toMatchObject({ status: 422 })
})
