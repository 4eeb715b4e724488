import { holdAll } from '@pipewright/db'
import type { Edit, Field, Reminder } from '@pipewright/schemas'
import { appUnderTest, query, signedInMember } from '@pipewright/testing'
import { expect, test, vi } from 'vitest'
import { inbox, serverOn, unfolded } from '../../testing/mail-inbox.ts'
import { browser, pushService } from '../../testing/push-service.ts'
import { turn } from '../../testing/turn.ts'

const workspace = 'acme'
const params = { workspace }
const restoredAt = '2026-11-18T12:00:00.000Z'
const hold = { backupAt: '2026-11-18T02:30:00.000Z', restoredAt }

const expiring: Reminder = {
  key: 'closes',
  label: { en: 'Closing', zh: '即将关闭' },
  field: 'close_date',
  tell: [{ type: 'owner' }],
  text: { en: 'Closes today', zh: '今天关闭' },
}

/** It is Wednesday, ten o'clock; Rita has a phone and reads her mail. */
async function scene() {
  // Whatever looks does so when it is told to: a turn between a change and its hold would send what is to be held.
  vi.useFakeTimers({ toFake: ['setInterval'] })
  const [box, service] = [await inbox(), await pushService()]
  const networks = ['127.0.0.1/32']
  const now = '2026-11-18T10:00:00.000Z'
  const world = await appUnderTest({ prepared: 'workspace', outgoingNetworks: networks, now })
  await query(world.databaseUrl, `update system.workspace set zone = 'Europe/London'`)
  const owner = await world.owner()
  const email = 'rita@example.com'
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita', email })
  await owner.call('setMailSettings', { params, body: serverOn(box.port) })
  const device = browser(`${service.url}/one`)
  await rep.browser.call('addPushDevice', { params, body: device.body })
  const {
    ways: _ways,
    mailRefused: _refused,
    ...own
  } = await rep.browser.call('getNotificationSettings', { params })
  const kinds = { ...own.kinds, assigned: { app: true, mail: 'now', push: true } } as const
  await rep.browser.call('setNotificationSettings', { params, body: { ...own, kinds } })
  const give = async (name: string) => {
    const lead = { workspace, form: 'lead' }
    const { id, version } = await owner.call('createRecord', {
      params: lead,
      body: { values: { name, company: name } },
    })
    const body = { version, values: {}, owner: rep.id }
    await owner.call('updateRecord', { params: { ...lead, id }, body })
  }
  const remind = (title: string, time: string) =>
    rep.browser.call('createTask', {
      params,
      body: {
        title,
        time,
        day: '2026-11-18',
        assignees: [rep.id],
        repeat: null,
        remindBefore: 0,
        form: null,
        record: null,
      },
    })
  const closesToday = async () => {
    const { version } = await owner.call('editDraft', {
      params,
      body: {
        version: 0,
        edits: [{ type: 'setForm', form: 'opportunity', changes: { reminders: [expiring] } }],
      },
    })
    const { token } = await owner.call('getImpact', { params })
    await owner.call('publishDraft', { params, body: { version, token } })
    const account = await rep.browser.call('createRecord', {
      params: { workspace, form: 'account' },
      body: { values: { name: 'Acme' } },
    })
    await rep.browser.call('createRecord', {
      params: { workspace, form: 'opportunity' },
      body: { values: { name: 'Roof', account: account.id, close_date: '2026-11-18' } },
    })
  }
  /** How many lines the device was told since it was last looked at; more than three at once come as one push. */
  const lines = () =>
    service.came
      .splice(0)
      .map(({ body }) => Number(/ · and (\d+) more$/.exec(device.open(body).body)?.[1] ?? 0) + 1)
      .reduce((sum, count) => sum + count, 0)
  /** What came out of the server meanwhile, and what the app told. */
  const out = async () => {
    await turn(world)
    await turn(world)
    const mails = box.mails.splice(0).map(({ raw }) => unfolded(raw))
    const { items } = await rep.browser.call('listNotifications', { params, query: {} })
    const told = items.filter(({ kind }) => kind !== 'assigned').map(({ text }) => text)
    return { mails: mails.join('\n'), pushes: lines(), told: told.toSorted() }
  }
  /** What still waits to be told on devices after another turn. */
  const unpushed = async () => {
    await turn(world)
    const waiting = await query(
      world.databaseUrl,
      `select kind from ws_acme._notification where push and pushed_at is null
        union all select 'a push under way' from ws_acme._push`,
    )
    return waiting.map(({ kind }) => kind)
  }
  const restore = () => holdAll(world.database, hold)
  const end = (past: 'send' | 'drop', at = restoredAt) =>
    owner.call('endHold', { params, body: { past, restoredAt: at } })
  const close = async () => {
    await world.close()
    await box[Symbol.asyncDispose]()
    await service[Symbol.asyncDispose]()
    vi.useRealTimers()
  }
  return {
    world,
    owner,
    rep,
    give,
    remind,
    closesToday,
    out,
    lines,
    unpushed,
    restore,
    end,
    [Symbol.asyncDispose]: close,
  }
}

const nothing = { mails: '', pushes: 0, told: [] }

test('OP-03: after a restore nothing that is due goes out, whatever looks, until an administrator sends it', async () => {
  await using s = await scene()
  await s.give('Solar')
  await s.closesToday()
  await s.remind('Call back', '11:00')
  await s.restore()
  s.world.time.now = Date.parse('2026-11-18T13:00:00.000Z')
  await s.give('After it')
  expect(await s.out()).toEqual(nothing)
  const { hold: told } = await s.owner.call('getHold', { params })
  expect(told).toMatchObject({
    ...hold,
    past: { mails: 1, pushes: 1, reminders: 2, more: false },
    all: { mails: 2, pushes: 2, reminders: 2 },
  })
  expect((await s.owner.call('getApp', { params })).held).toBe(true)
  expect(await s.end('send')).toEqual({ hold: null })
  expect((await s.owner.call('getApp', { params })).held).toBeUndefined()
  const sent = await s.out()
  expect(sent.mails).toMatch(/Solar/)
  expect(sent.mails).toMatch(/After it/)
  // What a mail was made of at the same moment goes to the devices with the next turn.
  await expect.poll(s.unpushed, { timeout: 30_000, interval: 0 }).toEqual([])
  expect(sent.pushes + s.lines()).toBe(4)
  expect(sent.told).toEqual(expect.arrayContaining(['Call back', 'Closes today · “Roof”']))
})

test('OP-03: what was due before the restore can be dropped; what came since is sent', async () => {
  await using s = await scene()
  await s.give('Solar')
  await s.closesToday()
  await s.remind('Call back', '11:00')
  await s.remind('Later', '12:30')
  await s.restore()
  s.world.time.now = Date.parse('2026-11-18T13:00:00.000Z')
  await s.give('After it')
  await s.end('drop')
  const sent = await s.out()
  expect(sent.mails).toMatch(/After it/)
  expect(sent.mails).not.toMatch(/Solar|Call back|Closes today/)
  expect(sent.told).toEqual(['Later'])
  const { items } = await s.rep.browser.call('listNotifications', { params, query: {} })
  expect(items.some(({ text }) => text.includes('Solar'))).toBe(true)
  s.world.time.now += 6 * 60_000
  const then = await s.out()
  expect(then.mails).not.toMatch(/Solar|Call back|Closes today/)
  expect(then.told).toEqual(['Later'])
})

test('it is seen and ended by administrators alone, of the restore they looked at, and once', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const rep = await signedInMember(world, { workspace, roles: ['rep'] })
  expect(await owner.call('getHold', { params })).toEqual({ hold: null })
  await holdAll(world.database, hold)
  await holdAll(world.database, hold)
  const refused = async (call: Promise<unknown>, by = owner) => (await by.problem(call)).code
  const body = { past: 'send', restoredAt } as const
  const { browser: hers } = rep
  expect(await refused(hers.call('getHold', { params }), hers)).toBe('not-allowed')
  expect(await refused(hers.call('endHold', { params, body }), hers)).toBe('not-allowed')
  expect((await hers.call('getApp', { params })).held).toBeUndefined()
  const other = { ...body, restoredAt: '2026-11-17T12:00:00.000Z' }
  expect(await refused(owner.call('endHold', { params, body: other }))).toBe('hold-over')
  const both = await Promise.allSettled([1, 2].map(() => owner.call('endHold', { params, body })))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(
    await query(world.databaseUrl, `select dropped, released_by is null as nobody from system.hold`),
  ).toEqual([{ dropped: false, nobody: false }])
})

test('what was brought back is not cleared before somebody decided; a workspace made since is not held', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const publish = async (...edits: Edit[]) => {
    const { version: before } = await owner.call('getDraft', { params })
    const { version } = await owner.call('editDraft', { params, body: { version: before, edits } })
    const { token } = await owner.call('getImpact', { params })
    await owner.call('publishDraft', { params, body: { version, token } })
  }
  const field: Field = { type: 'text', key: 'budget', label: { en: 'Budget', zh: '预算' } }
  const place = { form: 'account', section: 'basics', index: 0, write: [], read: [] }
  await publish({ type: 'addField', field, ...place })
  await publish({ type: 'removeField', form: 'account', field: 'budget' })
  await query(world.databaseUrl, `update ws_acme._parked set at = at - interval '31 days'`)
  const kept = async () => {
    await turn(world)
    const rows = await query(world.databaseUrl, `select from ws_acme._parked`)
    return rows.length
  }
  await holdAll(world.database, { backupAt: null, restoredAt })
  expect(await kept()).toBe(1)
  await query(world.databaseUrl, `update system.hold set released_at = now()`)
  expect(await kept()).toBe(0)
  const body = { name: 'New', template: null, sample: false, locale: 'en', zone: 'UTC' } as const
  const { key: fresh } = await owner.call('createWorkspace', { body })
  expect(await owner.call('getHold', { params: { workspace: fresh } })).toEqual({ hold: null })
})
