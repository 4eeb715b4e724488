import type { NotificationKind, NotificationSettings } from '@pipewright/contract'
import { findWorkspace, notify } from '@pipewright/db'
import { appUnderTest, memberIdOf, signedInMember, type AppUnderTest } from '@pipewright/testing'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { nobodyIn } from '../../scene/nobody.ts'
import { inbox, serverOn, unfolded } from '../../testing/mail-inbox.ts'
import { browser, pushService } from '../../testing/push-service.ts'
import { turn } from '../../testing/turn.ts'

const workspace = 'acme'
const params = { workspace }
const options = { prepared: 'workspace', outgoingNetworks: ['127.0.0.1/32'] } as const
const day = 24 * 3_600_000

type Occasion = Pick<Parameters<typeof notify>[2], 'params' | 'topic'> & {
  /** It is about one record, which not everybody may see. */
  readonly ofRecord: boolean
  readonly says: string
}

/** One of every kind, as it is told, and the sentence that its reader gets. */
const occasions: Readonly<Record<NotificationKind, Occasion>> = {
  assigned: { ofRecord: true, says: 'Ada Lovelace assigned “Solar roof” to you' },
  mentioned: { ofRecord: true, says: 'Ada Lovelace mentioned you in “Solar roof”' },
  replied: { ofRecord: true, says: 'Ada Lovelace commented on “Solar roof”' },
  followed: { ofRecord: true, says: 'Ada Lovelace changed “Solar roof”: Cost', params: { fields: ['cost'] } },
  approvalWaiting: { ofRecord: true, says: 'Ada Lovelace asks you to approve “Solar roof”' },
  approvalDecided: {
    ofRecord: true,
    says: 'Ada Lovelace rejected “Solar roof”',
    params: { decision: 'rejected' },
  },
  mailFailed: {
    ofRecord: true,
    says: 'Your e-mail on “Solar roof” was not sent',
    topic: 'mail',
  },
  reminder: {
    ofRecord: true,
    says: 'Call before noon · “Solar roof”',
    params: { text: { en: 'Call before noon', zh: '上午致电' } },
  },
  dueToday: { ofRecord: false, says: 'Due today: Send the offer', params: { text: 'Send the offer' } },
  overdue: { ofRecord: true, says: 'The follow-up of “Solar roof” is overdue' },
  importReady: {
    ofRecord: false,
    says: 'The import is done: 7 records',
    params: { rows: 7 },
    topic: 'import',
  },
  exportReady: { ofRecord: false, says: 'Your export is ready', params: { rows: 7 }, topic: 'export' },
  bulkReady: {
    ofRecord: false,
    says: 'A change of many is done: 7 records',
    params: { rows: 7 },
    topic: 'bulk',
  },
  backupTrouble: {
    ofRecord: false,
    says: 'The last backup of this server failed',
    params: { failed: true },
    topic: 'backup',
  },
}
const kinds = Object.keys(occasions) as NotificationKind[]
const sentences = kinds.map((kind) => occasions[kind].says)
const ofRecords = sentences.filter((_, at) => occasions[kinds[at] ?? 'assigned'].ofRecord)
const ofNone = sentences.filter((says) => !ofRecords.includes(says))
const gone = 'This was about something you can no longer open.'

type Choice = NotificationSettings['kinds']['assigned']

/** A member who chose the same for every kind, with a device. */
async function reader(world: AppUnderTest, service: string, name: string, role: string, choice: Choice) {
  const email = `${name}@example.com`
  const { browser: client, id } = await signedInMember(world, { workspace, roles: [role], name, email })
  const { ways: _, mailRefused: __, ...own } = await client.call('getNotificationSettings', { params })
  const chosen = Object.fromEntries(Object.keys(own.kinds).map((kind) => [kind, choice]))
  const body = { ...own, kinds: chosen as NotificationSettings['kinds'] }
  await client.call('setNotificationSettings', { params, body })
  const device = browser(`${service}/${name}`)
  await client.call('addPushDevice', { params, body: device.body })
  const listed = async () =>
    (await client.call('listNotifications', { params, query: {} })).items.map(({ text }) => text)
  return { id, email, path: `/${name}`, device, listed, known: Object.keys(own.kinds) }
}

const loud: Choice = { app: true, mail: 'now', push: true }

/** Four who are told of the same: two who may see the record, one who chose nothing, one who may not see it. */
async function scene(world: AppUnderTest, service: string, port: number) {
  const owner = await world.owner()
  await owner.call('setMailSettings', { params, body: serverOn(port) })
  const form = 'opportunity'
  const account = await owner.call('createRecord', {
    params: { workspace, form: 'account' },
    body: { values: { name: 'Acme' } },
  })
  const { id: record } = await owner.call('createRecord', {
    params: { workspace, form },
    body: { values: { name: 'Solar roof', account: account.id } },
  })
  const all = await reader(world, service, 'all', 'finance', loud)
  const daily = await reader(world, service, 'daily', 'finance', { app: false, mail: 'day', push: false })
  const none = await reader(world, service, 'none', 'finance', { app: false, mail: 'never', push: false })
  const blind = await reader(world, service, 'blind', 'rep', loud)
  const actor = await memberIdOf(world, workspace, 'ada@example.com')
  const found = await findWorkspace(world.database, workspace)
  const tell = async (kind: NotificationKind) => {
    if (found === undefined) throw new Error('no workspace')
    const { ofRecord, says: _, ...note } = occasions[kind]
    const members = [all, daily, none, blind].map(({ id }) => id)
    const about = ofRecord ? { form, record, actor } : { actor: null }
    const own = nobodyIn(found, { now: () => new Date(world.time.now).toISOString(), newId: uuidv7 })
    await world.database.transaction((tx) => notify(tx, own, { kind, members, ...about, ...note }))
  }
  return { all, daily, none, blind, tell }
}

test('every kind reaches the app, the mail and the devices as chosen, and tells nobody what he may not see', async () => {
  await using box = await inbox()
  await using service = await pushService()
  await using world = await appUnderTest({ ...options, now: '2026-11-18T10:00:00.000Z' })
  const { all, daily, none, blind, tell } = await scene(world, service.url, box.port)
  expect(kinds.toSorted()).toEqual(all.known.toSorted())

  for (const kind of kinds) {
    await tell(kind)
    await turn(world)
    world.time.now += 1000
  }
  // The server of the world looks too, so that which mail a sentence comes in, and after which, is not fixed.
  const pushed = ({ path, device }: typeof all) =>
    service.came
      .filter((came) => came.path === path)
      .map(({ body }) => device.open(body).body)
      .toSorted()
  const mailed = ({ email }: typeof all) => {
    const texts = box.mails.filter(({ to }) => to === email).map(({ raw }) => unfolded(raw))
    return sentences.flatMap((says) => texts.filter((text) => text.includes(says)).map(() => says))
  }
  const soon = (what: () => unknown) => expect.poll(what, { timeout: 20_000 })

  expect(await all.listed()).toEqual(sentences.toReversed())
  await soon(() => pushed(all)).toEqual(sentences.toSorted())
  await soon(() => mailed(all)).toEqual(sentences)

  expect((await blind.listed()).filter((text) => text !== gone)).toEqual(ofNone.toReversed())
  await soon(() => pushed(blind)).toEqual(ofNone.toSorted())
  await soon(() => mailed(blind)).toEqual(ofNone)
  expect(box.mails.filter(({ to, raw }) => to === blind.email && /Solar|Cost/.test(unfolded(raw)))).toEqual(
    [],
  )

  expect([await daily.listed(), pushed(daily), mailed(daily)]).toEqual([[], [], []])
  world.time.now += day
  await turn(world)
  await soon(() => mailed(daily)).toEqual(sentences)
  expect([await daily.listed(), pushed(daily)]).toEqual([[], []])
  expect([await none.listed(), pushed(none), mailed(none)]).toEqual([[], [], []])
}, 120_000)
