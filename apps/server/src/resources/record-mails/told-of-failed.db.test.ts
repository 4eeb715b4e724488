import { appUnderTest, query, signedInMember, type AppUnderTest } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { inbox, serverOn } from '../../testing/mail-inbox.ts'

const workspace = 'acme'
const options = { prepared: 'workspace', outgoingNetworks: ['127.0.0.1/32'] } as const
const minute = 60_000
/** Mails go out in the background, on a machine that may have other things to do. */
const patience = { timeout: 15_000 }

async function scene(world: AppUnderTest, port: number) {
  const owner = await world.owner()
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' })
  await owner.call('setMailSettings', { params: { workspace }, body: serverOn(port) })
  const lead = await rep.browser.call('createRecord', {
    params: { workspace, form: 'lead' },
    body: { values: { name: 'Ann', company: 'Solar' } },
  })
  const params = { workspace, form: 'lead', id: lead.id }
  const send = (...to: string[]) =>
    rep.browser.call('sendRecordMail', { params, body: { to, subject: 'Offer', text: 'Hello' } })
  const told = async (by = rep.browser, unread: { unread?: 'true' } = { unread: 'true' }) => {
    const { items } = await by.call('listNotifications', { params: { workspace }, query: unread })
    return items.filter(({ kind }) => kind === 'mailFailed').map(({ text, record }) => ({ text, record }))
  }
  const states = async () => {
    const { entries } = await rep.browser.call('getTimeline', { params, query: { kind: 'mails' } })
    return entries.flatMap((entry) => (entry.type === 'mail' ? [entry.mail.state] : []))
  }
  return { owner, rep, lead, params, send, told, states }
}

const failed = 'Your e-mail on “Ann” was not sent'

test('its writer alone is told of a mail that failed, once per failure, until it is sent again or taken back', async () => {
  await using box = await inbox({ 'ann@solar.example': 550, 'bo@solar.example': 550 })
  await using world = await appUnderTest(options)
  const { owner, rep, lead, params, send, told } = await scene(world, box.port)
  const { id } = await send('ann@solar.example')
  await expect.poll(() => told(), patience).toEqual([{ text: failed, record: lead.id }])
  expect(await told(owner, {})).toEqual([])
  await rep.browser.call('resendRecordMail', { params: { ...params, mail: id } })
  await expect.poll(() => told(rep.browser, {}), patience).toHaveLength(2)
  expect(await told()).toEqual([{ text: failed, record: lead.id }])
  await rep.browser.call('deleteRecordMail', { params: { ...params, mail: id } })
  expect(await told()).toEqual([])
  await send('bo@solar.example', 'cy@solar.example')
  await expect
    .poll(() => told(), patience)
    .toEqual([{ text: 'Your e-mail on “Ann” did not reach everybody', record: lead.id }])
})

test('tries that are followed by another are not told, the last one is', async () => {
  await using box = await inbox({ 'busy@solar.example': 451 })
  await using world = await appUnderTest(options)
  const { send, told, states } = await scene(world, box.port)
  await send('busy@solar.example')
  const attempts = () => query(world.databaseUrl, `select attempts, lease from ws_acme._record_mail`)
  await expect.poll(attempts, patience).toEqual([{ attempts: 1, lease: null }])
  expect(await states()).toEqual(['waiting'])
  expect(await told()).toEqual([])
  await query(world.databaseUrl, `update ws_acme._record_mail set attempts = 4`)
  world.time.now += minute
  await using other = await world.secondProcess()
  other.time.now = world.time.now
  await other.app.ready()
  await expect.poll(() => told(), patience).toHaveLength(1)
  expect(await states()).toEqual(['failed'])
})

test('a mail that was being handed over when its server died, and one that waited while mail was off, are told', async () => {
  await using box = await inbox({ 'busy@solar.example': 451 })
  await using world = await appUnderTest(options)
  const { owner, send, told, states } = await scene(world, box.port)
  const set = (change: string) => query(world.databaseUrl, `update ws_acme._record_mail set ${change}`)
  await send('busy@solar.example')
  await expect.poll(() => states(), patience).toEqual(['waiting'])
  await expect
    .poll(
      () => query(world.databaseUrl, `select lease from ws_acme._record_mail where attempts = 1`),
      patience,
    )
    .toEqual([{ lease: null }])
  const at = (ms: number) => `'${new Date(world.time.now + ms).toISOString()}'`
  await set(`handed_at = ${at(0)}, lease = ${at(120_000)}`)
  world.time.now += 121_000
  await using other = await world.secondProcess()
  other.time.now = world.time.now
  await other.app.ready()
  await expect.poll(() => told(), patience).toHaveLength(1)
  await set(`state = 'waiting', handed_at = null, lease = null, next_at = '2030-01-01'`)
  const switched = (enabled: boolean) =>
    owner.call('setMailSettings', { params: { workspace }, body: { ...serverOn(box.port), enabled } })
  await switched(false)
  world.time.now += minute
  await switched(true)
  expect(await told()).toHaveLength(1)
  const count = await query(
    world.databaseUrl,
    `select count from ws_acme._notification where kind = 'mailFailed'`,
  )
  expect(count).toEqual([{ count: 2 }])
})
