import type { FileInfo, RecordMail, TimelineEntry } from '@pipewright/contract'
import { appUnderTest, query, signedInMember, type AppUnderTest, type TestClient } from '@pipewright/testing'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { changeRole } from '../../testing/change-role.ts'
import { inbox, serverOn, unfolded } from '../../testing/mail-inbox.ts'
import { silentMailServer } from '../../testing/silent-mail-server.ts'
import { upload } from '../imports/testing/upload.ts'

const workspace = 'acme'
const options = { prepared: 'workspace', outgoingNetworks: ['127.0.0.1/32'] } as const
const minute = 60_000
/** Mails go out in the background, on a machine that may have other things to do. */
const patience = { timeout: 15_000 }

async function scene(world: AppUnderTest, port: number | null) {
  const owner = await world.owner()
  const rita = { workspace, roles: ['rep'], name: 'Rita Rep', email: 'rita@example.com' }
  const [rep, other] = [
    await signedInMember(world, rita),
    await signedInMember(world, { workspace, roles: ['rep'], name: 'Otto' }),
  ]
  // The inbox gets what is written from records alone.
  const asked = { params: { workspace } }
  const { ways: _, mailRefused: __, ...own } = await rep.browser.call('getNotificationSettings', asked)
  const kinds = { ...own.kinds, mailFailed: { app: true, mail: 'never', push: false } } as const
  await rep.browser.call('setNotificationSettings', { ...asked, body: { ...own, kinds } })
  if (port !== null) await owner.call('setMailSettings', { params: { workspace }, body: serverOn(port) })
  const lead = await rep.browser.call('createRecord', {
    params: { workspace, form: 'lead' },
    body: { values: { name: 'Ann', company: 'Solar', email: 'ann@solar.example' } },
  })
  const params = { workspace, form: 'lead', id: lead.id }
  const body = { to: ['ann@solar.example'], subject: 'Offer', text: 'Hello Ann,\nhere it is.' }
  const send = (
    changes: Partial<typeof body> & { cc?: string[]; files?: string[]; next?: string } = {},
    by = rep.browser,
  ) => by.call('sendRecordMail', { params, body: { ...body, ...changes } })
  const mails = async (by: TestClient = rep.browser): Promise<RecordMail[]> => {
    const { entries } = await by.call('getTimeline', { params, query: { kind: 'mails' } })
    return entries.flatMap((entry) => (entry.type === 'mail' ? [entry.mail] : []))
  }
  const settled = async (state: RecordMail['state'] = 'sent') => {
    await expect.poll(async () => (await mails()).map((mail) => mail.state), patience).toContain(state)
    return (await mails())[0]
  }
  return { owner, rep, other, lead, params, send, mails, settled }
}

const typesOf = (entries: readonly TimelineEntry[]): string[] => entries.map(({ type }) => type)

/** A server that starts looks what is to be sent. */
async function restart(world: AppUnderTest, isDone: () => Promise<unknown>): Promise<void> {
  await using other = await world.secondProcess()
  other.time.now = world.time.now
  await other.app.ready()
  await isDone()
  await other.app.close()
}

test('a mail goes out in the name of its writer, whom answers reach, stands in the timeline and counts as contact', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  const { rep, params, send, settled, lead } = await scene(world, box.port)
  const path = `/api/w/${workspace}/files`
  const { body: file } = await upload<FileInfo>(rep.browser, path, 'offer.txt', 'ten percent')
  const start = await rep.browser.call('getMailStart', { params })
  expect(start).toMatchObject({
    sender: { name: 'Rita Rep', address: 'crm@acme.example' },
    replyTo: 'rita@example.com',
    known: [{ address: 'ann@solar.example', form: 'lead', field: 'email', record: lead.id }],
  })
  await send({ cc: ['boss@solar.example'], files: [file.id], next: '2026-11-30' })
  expect(await settled()).toMatchObject({
    state: 'sent',
    to: [{ address: 'ann@solar.example' }],
    cc: [{ address: 'boss@solar.example' }],
    files: [{ name: 'offer.txt' }],
    missed: [],
  })
  expect(box.mails.map(({ to }) => to)).toEqual(['ann@solar.example, boss@solar.example'])
  const raw = unfolded(box.mails[0]?.raw ?? '')
  for (const line of [
    'From: Rita Rep <crm@acme.example>',
    'Reply-To: Rita Rep <rita@example.com>',
    'To: ann@solar.example',
    'Cc: boss@solar.example',
    'Subject: Offer',
    'dGVuIHBlcmNlbnQ',
  ])
    expect(raw).toContain(line)
  const { values } = await rep.browser.call('getRecord', { params })
  expect(values).toMatchObject({ last_activity_at: '2026-11-21T08:00:00.000Z', next_follow_up: '2026-11-30' })
  // The follow-up that notes it is not told a second time, and stands among the follow-ups.
  const all = await rep.browser.call('getTimeline', { params, query: {} })
  expect(typesOf(all.entries)).not.toContain('followUp')
  const noted = await rep.browser.call('getTimeline', { params, query: { kind: 'followUps' } })
  expect(noted.entries).toMatchObject([{ followUp: { kind: 'email', text: 'Offer' } }])
})

test('whoever may not see the record or comment on it neither writes nor reads mails', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  const { owner, rep, other, params, send, mails } = await scene(world, box.port)
  await send()
  const theirs = [
    () => send({}, other.browser),
    () => other.browser.call('getMailStart', { params }),
    () => other.browser.call('getTimeline', { params, query: { kind: 'mails' } }),
  ]
  for (const call of theirs)
    expect((await other.browser.problem(call() as Promise<unknown>)).code).toBe('not-found')
  await changeRole(owner, workspace, 'rep', 'lead', (right) => ({ ...right, comments: 'read' }))
  expect((await rep.browser.problem(send())).code).toBe('not-allowed')
  expect(await mails()).toHaveLength(1)
  await changeRole(owner, workspace, 'rep', 'lead', (right) => ({ ...right, comments: 'none' }))
  expect(await mails()).toEqual([])
})

test('AZ-03: an address of a field that its reader may not see is hidden, and no mail server tells it', async () => {
  await using box = await inbox({ 'ann@solar.example': 550 })
  await using world = await appUnderTest(options)
  const { owner, rep, params, send, mails, settled } = await scene(world, box.port)
  await send({ cc: ['free@solar.example'] }, owner)
  await settled('failed')
  await changeRole(owner, workspace, 'rep', 'lead', (right) => ({
    ...right,
    write: right.write.filter((field) => field !== 'email'),
  }))
  const [mail] = await mails()
  expect(mail).toMatchObject({
    to: [{ address: null }],
    cc: [{ address: 'free@solar.example' }],
    reason: 'refused',
  })
  const timeline = await rep.browser.call('getTimeline', { params, query: { kind: 'mails' } })
  expect(JSON.stringify(timeline)).not.toContain('ann@solar')
  expect((await rep.browser.call('getMailStart', { params })).known).toEqual([])
  expect((await mails(owner))[0]?.reason).toContain('no such mailbox')
})

test('nothing that a member writes becomes a header, and nothing that is no address is written to', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  const { rep, send, mails, settled } = await scene(world, box.port)
  const wrong = async (changes: Parameters<typeof send>[0]) =>
    (await rep.browser.problem(send(changes))).errors?.map(({ pointer, code }) => `${pointer} ${code}`)
  expect(await wrong({ subject: 'Offer\r\nBcc: all@evil.example' })).toEqual(['/subject bad-characters'])
  expect(await wrong({ to: ['ann@solar.example\r\nBcc: all@evil.example'] })).toEqual(['/to/0 bad-email'])
  expect(await wrong({ to: [], cc: ['a@b.example, c@d.example'] })).toEqual([
    '/to required',
    '/cc/0 bad-email',
  ])
  expect(await wrong({ to: Array.from({ length: 21 }, (_, at) => `a${at}@b.example`) })).toEqual([
    '/to too-many',
  ])
  expect(await mails()).toEqual([])
  await send({ text: 'Hello\r\n.\r\nMAIL FROM:<x@evil.example>\r\n<b>bold</b>' })
  await settled()
  expect(box.mails).toHaveLength(1)
  expect(unfolded(box.mails[0]?.raw ?? '')).toContain('<b>bold</b>')
  expect(box.mails[0]?.raw).toContain('Content-Type: text/plain')
})

test('only own uploads and files that the writer may read go along', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  const { owner, rep, other, params, send } = await scene(world, box.port)
  const path = `/api/w/${workspace}/files`
  const put = async (by: TestClient) => (await upload<FileInfo>(by, path, 'a.txt', 'x')).body.id
  const theirs = await put(owner)
  expect((await rep.browser.problem(send({ files: [theirs] }))).errors).toMatchObject([
    { pointer: '/files', code: 'no-such-file' },
  ])
  const talked = await put(owner)
  await owner.call('createComment', { params, body: { text: 'Take this', files: [talked] } })
  const own = await put(rep.browser)
  const mail = await send({ files: [own, talked] })
  expect(mail.files.map(({ id }) => id)).toEqual([own, talked])
  const get = (by: TestClient) => by.send({ method: 'GET', url: `${path}/${own}` })
  expect((await get(owner)).statusCode).toBe(200)
  expect((await get(other.browser)).statusCode).toBe(404)
})

test('without a mail server nothing is laid by, and the start says so', async () => {
  await using world = await appUnderTest(options)
  const { rep, params, send, mails } = await scene(world, null)
  expect((await rep.browser.call('getMailStart', { params })).sender).toBeNull()
  expect((await rep.browser.problem(send())).code).toBe('mail-off')
  expect(await mails()).toEqual([])
})

test('one who is refused is named, the others got it, and sent again it goes to him alone', async () => {
  await using box = await inbox({ 'bo@solar.example': 550 })
  await using world = await appUnderTest(options)
  const { rep, other, params, send, settled } = await scene(world, box.port)
  const { id } = await send({ to: ['ann@solar.example', 'bo@solar.example'] })
  expect(await settled('failed')).toMatchObject({ missed: [{ address: 'bo@solar.example' }] })
  const own = { ...params, mail: id }
  const again = (by: TestClient) => by.call('resendRecordMail', { params: own })
  expect((await other.browser.problem(again(other.browser))).code).toBe('not-found')
  const owner = await world.owner()
  expect((await owner.problem(again(owner))).code).toBe('not-allowed')
  expect((await rep.browser.problem(rep.browser.call('deleteRecordMail', { params: own }))).code).toBe(
    'not-allowed',
  )
  delete box.refusals['bo@solar.example']
  await again(rep.browser)
  await settled('sent')
  expect(box.mails.map(({ to }) => to)).toEqual(['ann@solar.example', 'bo@solar.example'])
  const noted = await rep.browser.call('getTimeline', { params, query: { kind: 'followUps' } })
  expect(noted.entries).toHaveLength(1)
})

test('a refused mail fails with the reason, a busy server is asked again later, and what failed can be taken back', async () => {
  await using box = await inbox({ 'ann@solar.example': 550, 'busy@solar.example': 451 })
  await using world = await appUnderTest(options)
  const { rep, params, send, mails, settled } = await scene(world, box.port)
  const refused = await send()
  expect((await settled('failed'))?.reason).toContain('no such mailbox')
  await rep.browser.call('deleteRecordMail', { params: { ...params, mail: refused.id } })
  await send({ to: ['busy@solar.example'] })
  await expect.poll(async () => (await mails())[0]?.reason ?? '', patience).toContain('no such mailbox')
  expect(await mails()).toMatchObject([{ state: 'waiting' }])
  delete box.refusals['busy@solar.example']
  world.time.now += minute
  await restart(world, () => settled('sent'))
  expect(box.mails.map(({ to }) => to)).toEqual(['busy@solar.example'])
})

test('a mail that a killed server had not handed over is sent, one that it was handing over is not sent by itself', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  const { rep, params, send, mails, settled } = await scene(world, box.port)
  const { id } = await send()
  await settled()
  const at = (ms: number) => `'${new Date(world.time.now + ms).toISOString()}'`
  const set = (change: string) =>
    query(
      world.databaseUrl,
      `update ws_acme._record_mail set state = 'waiting', done_at = null, note = null,
        recipients = recipients #- '{0,got}', ${change}`,
    )
  await set(`handed_at = null, lease = ${at(120_000)}`)
  world.time.now += 121_000
  await restart(world, () => settled('sent'))
  expect(box.mails).toHaveLength(2)
  await set(`handed_at = ${at(0)}, lease = ${at(120_000)}`)
  world.time.now += 121_000
  await restart(world, () => settled('failed'))
  expect(await mails()).toMatchObject([{ state: 'failed', reason: 'unclear' }])
  expect(box.mails).toHaveLength(2)
  await rep.browser.call('resendRecordMail', { params: { ...params, mail: id } })
  await settled('sent')
  expect(box.mails).toHaveLength(3)
})

test('a server that dies while it takes a mail gets it no second time by itself', async () => {
  await using server = await silentMailServer()
  await using world = await appUnderTest(options)
  const { send, settled } = await scene(world, server.port)
  await send()
  expect(await settled('failed')).toMatchObject({ reason: 'unclear' })
  expect(server.taken.count).toBe(1)
})

test('the same request twice is one mail, two servers send it once, and an hour holds sixty', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  await using other = await world.secondProcess()
  const { rep, params, send, mails } = await scene(world, box.port)
  await other.app.ready()
  const body = { to: ['ann@solar.example'], subject: 'Once', text: 'x' }
  const once = () => rep.browser.call('sendRecordMail', { params, body, idempotencyKey: 'k' })
  const [one, two] = [await once(), await once()]
  expect(one.id).toBe(two.id)
  await Promise.all(Array.from({ length: 8 }, () => send()))
  await expect.poll(async () => (await mails()).every(({ state }) => state === 'sent'), patience).toBe(true)
  expect(box.mails).toHaveLength(9)
  await query(
    world.databaseUrl,
    `insert into ws_acme._record_mail (id, form, record, author, at, state, recipients, subject, text, written_at, next_at)
      select gen_random_uuid(), form, record, author, at, 'sent', recipients, subject, text, at, at
      from ws_acme._record_mail, generate_series(1, 51) where id = '${one.id}'`,
  )
  expect(await rep.browser.problem(send())).toMatchObject({ status: 429, code: 'too-many-mails' })
  world.time.now += 61 * minute
  await send()
})

test('nothing is sent for who left, from a record that is gone, or after mail was off', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  const { owner, rep, params, lead, send, mails } = await scene(world, box.port)
  const switched = (enabled: boolean) =>
    owner.call('setMailSettings', { params: { workspace }, body: { ...serverOn(box.port), enabled } })
  const waiting = async () => {
    await query(
      world.databaseUrl,
      `update ws_acme._record_mail set next_at = '2030-01-01' where state = 'waiting'`,
    )
  }
  const reasons = async () => (await mails(owner)).map(({ reason }) => reason)
  await query(world.databaseUrl, `update ws_acme._mail_setting set port = 9`)
  await send()
  await waiting()
  await switched(false)
  world.time.now += minute
  await switched(true)
  expect(await reasons()).toEqual(['old'])
  await query(world.databaseUrl, `update ws_acme._mail_setting set enabled = false`)
  await rep.browser.problem(send())
  await query(
    world.databaseUrl,
    `update ws_acme._record_mail set state = 'waiting', error = null, next_at = at`,
  )
  await query(world.databaseUrl, `update ws_acme._mail_setting set enabled = true`)
  await query(world.databaseUrl, `update ws_acme._member set active = false where id = '${rep.id}'`)
  await restart(world, () => expect.poll(reasons, patience).toEqual(['no-author']))
  await query(world.databaseUrl, `update ws_acme._member set active = true where id = '${rep.id}'`)
  await owner.call('deleteRecord', {
    params: { workspace, form: 'lead', id: lead.id },
    query: { version: String((await owner.call('getRecord', { params })).version) },
  })
  await query(
    world.databaseUrl,
    `update ws_acme._record_mail set state = 'waiting', error = null, next_at = at`,
  )
  const reason = () => query(world.databaseUrl, 'select error from ws_acme._record_mail')
  await restart(world, () => expect.poll(reason, patience).toEqual([{ error: 'no-record' }]))
  expect(box.mails).toEqual([])
})

test('mails go over with a merge, and back when it is undone', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  const owner = await world.owner()
  await owner.call('setMailSettings', { params: { workspace }, body: serverOn(box.port) })
  const make = (name: string) =>
    owner.call('createRecord', { params: { workspace, form: 'account' }, body: { values: { name } } })
  const [stays, goes] = [await make('Acme'), await make('Acme Inc.')]
  const at = ({ id }: { id: string }) => ({ workspace, form: 'account', id })
  const file = (await upload<FileInfo>(owner, `/api/w/${workspace}/files`, 'a.txt', 'x')).body.id
  await owner.call('sendRecordMail', {
    params: at(goes),
    body: { to: ['a@b.example'], subject: 'Hello', text: 'x', files: [file] },
  })
  const told = async (record: { id: string }) => {
    const { entries } = await owner.call('getTimeline', { params: at(record), query: { kind: 'mails' } })
    return entries.flatMap((entry) => (entry.type === 'mail' ? entry.mail.files.map(({ id }) => id) : []))
  }
  await expect.poll(() => box.mails.length, patience).toBe(1)
  const { version } = await owner.call('getRecord', { params: at(goes) })
  const set = uuidv7()
  await owner.call('mergeRecords', {
    params: at(stays),
    body: { version: stays.version, others: [{ id: goes.id, version }], choices: {} },
    changeSet: { id: set },
  })
  expect(await told(stays)).toEqual([file])
  await owner.call('undoChange', { params: { workspace, id: set }, body: { into: uuidv7() } })
  expect([await told(stays), await told(goes)]).toEqual([[], [file]])
})

test('OP-03: after a restore mails wait until an administrator lets them go out or not', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  const { owner, send, mails, settled } = await scene(world, box.port)
  const restoredAt = new Date(world.time.now).toISOString()
  await query(
    world.databaseUrl,
    `insert into system.hold (workspace, restored_at) values ('${workspace}', '${restoredAt}')`,
  )
  await send()
  await restart(world, async () => expect(await mails()).toMatchObject([{ state: 'waiting', reason: null }]))
  const params = { workspace }
  expect((await owner.call('getHold', { params })).hold?.past.mails).toBe(1)
  await owner.call('endHold', { params, body: { restoredAt, past: 'drop' } })
  expect(await mails()).toMatchObject([{ state: 'failed', reason: 'old' }])
  await send({ subject: 'After' })
  await settled()
  expect(box.mails).toHaveLength(1)
})
