import type { NotificationSettings } from '@pipewright/contract'
import { appUnderTest, query, signedInMember, type AppUnderTest } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { inbox, serverOn, unfolded } from '../../testing/mail-inbox.ts'
import { turn } from '../../testing/turn.ts'

const workspace = 'acme'
const params = { workspace }
const options = { prepared: 'workspace', outgoingNetworks: ['127.0.0.1/32'] } as const
const hour = 3_600_000

async function scene(world: AppUnderTest, port: number) {
  const owner = await world.owner()
  const rep = await signedInMember(world, {
    workspace,
    roles: ['rep'],
    name: 'Rita',
    email: 'rita@example.com',
  })
  await owner.call('setMailSettings', { params, body: serverOn(port) })
  const give = async (name: string) => {
    const { id, version } = await owner.call('createRecord', {
      params: { workspace, form: 'lead' },
      body: { values: { name, company: name } },
    })
    const body = { version, values: {}, owner: rep.id }
    return owner.call('updateRecord', { params: { workspace, form: 'lead', id }, body })
  }
  const choose = async (mail: NotificationSettings['kinds']['assigned']['mail'], browser = rep.browser) => {
    const {
      ways: _ways,
      mailRefused: _refused,
      ...own
    } = await browser.call('getNotificationSettings', { params })
    const kinds = { ...own.kinds, assigned: { ...own.kinds.assigned, mail } }
    await browser.call('setNotificationSettings', { params, body: { ...own, kinds } })
  }
  return { owner, rep, give, choose }
}

const stored = (world: AppUnderTest) =>
  query<{ sent: boolean; failed: boolean; attempts: number; error: string | null }>(
    world.databaseUrl,
    'select sent_at is not null as sent, failed_at is not null as failed, attempts, error from ws_acme._mail order by id',
  )

test('what is assigned to a member comes by mail in her language, escaped, with links, and once', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  const { rep, give, choose } = await scene(world, box.port)
  await choose('now')
  const { id } = await give('<b>Solar</b> & roof')
  await turn(world)
  await turn(world)
  expect(box.mails.map(({ to }) => to)).toEqual(['rita@example.com'])
  const mail = unfolded(box.mails[0]?.raw ?? '')
  expect(mail).toContain('From: Acme CRM <crm@acme.example>')
  expect(mail).toContain('&lt;b&gt;Solar&lt;/b&gt; &amp; roof')
  expect(mail.slice(mail.indexOf('<!doctype'))).not.toContain('<b>Solar')
  expect(mail).toContain(`/w/acme/f/lead/${id}`)
  expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(await stored(world)).toEqual([{ sent: true, failed: false, attempts: 1, error: null }])
  expect((await rep.browser.call('getNotificationSettings', { params })).ways.mail).toBe(true)
})

test('nothing comes of what was read, taken away or deleted before it is sent', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  const { owner, rep, give, choose } = await scene(world, box.port)
  await choose('hour')
  const gone = await give('Gone lead')
  const taken = await give('Taken lead')
  await give('Read lead')
  await give('Kept lead')
  const { items } = await rep.browser.call('listNotifications', { params, query: {} })
  const read = items.filter(({ text }) => text.includes('Read lead')).map(({ id }) => id)
  await rep.browser.call('readNotifications', { params, body: { ids: read } })
  await owner.call('deleteRecord', {
    params: { workspace, form: 'lead', id: gone.id },
    query: { version: String(gone.version) },
  })
  const other = await signedInMember(world, { workspace, roles: ['rep'] })
  await owner.call('updateRecord', {
    params: { workspace, form: 'lead', id: taken.id },
    body: { version: taken.version, values: {}, owner: other.id },
  })
  world.time.now += hour
  await turn(world)
  const mail = unfolded(box.mails.find(({ to }) => to === 'rita@example.com')?.raw ?? '')
  expect(mail).toContain('Kept lead')
  expect(mail).not.toMatch(/Gone lead|Taken lead|Read lead/)
})

test('mail comes at once, each hour or each day as chosen, or never', async () => {
  await using box = await inbox()
  await using world = await appUnderTest({ ...options, now: '2026-11-21T08:10:00.000Z' })
  const { give, choose } = await scene(world, box.port)
  const told = async () => {
    await turn(world)
    return box.mails.splice(0).length
  }
  await choose('hour')
  await give('Hourly')
  expect(await told()).toBe(0)
  world.time.now += hour
  expect(await told()).toBe(1)
  await choose('day')
  await give('Daily')
  world.time.now += 2 * hour
  expect(await told()).toBe(0)
  world.time.now += 21 * hour
  expect(await told()).toBe(1)
  await choose('never')
  await give('Never')
  world.time.now += 48 * hour
  expect(await told()).toBe(0)
})

test('two servers send each mail once', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  const { give, choose } = await scene(world, box.port)
  await choose('now')
  for (let at = 0; at < 5; at += 1) await give(`Lead ${at}`)
  await Promise.all([turn(world), turn(world), turn(world)])
  const lines = box.mails.flatMap(({ raw }) => unfolded(raw).match(/<li[^]*?<\/li>/g) ?? [])
  const named = new Set(lines.map((line) => /Lead [0-4]/.exec(line)?.[0]))
  expect([lines.length, named.size]).toEqual([5, 5])
})

test('a mail that a killed server had not handed over is sent, one that it was handing over is not sent again', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  const { give, choose } = await scene(world, box.port)
  await choose('now')
  await give('Before')
  await turn(world)
  box.mails.length = 0
  const set = (change: string) =>
    query(world.databaseUrl, `update ws_acme._mail set sent_at = null, ${change}`)
  const at = (ms: number) => `'${new Date(world.time.now + ms).toISOString()}'`
  await set(`handed_at = null, lease = ${at(30_000)}`)
  await query(world.databaseUrl, 'update ws_acme._notification set read_at = null')
  await turn(world)
  expect(box.mails).toEqual([])
  world.time.now += 61_000
  await turn(world)
  expect(box.mails).toHaveLength(1)
  await set(`handed_at = ${at(0)}, lease = ${at(30_000)}`)
  world.time.now += 61_000
  await turn(world)
  expect(box.mails).toHaveLength(1)
  expect(await stored(world)).toMatchObject([{ sent: false, failed: true, error: 'unclear' }])
})

test('a server that does not take mail for now is tried again later, some times', async () => {
  await using box = await inbox({ 'rita@example.com': 451 })
  await using world = await appUnderTest(options)
  const { owner, give, choose } = await scene(world, box.port)
  await choose('now')
  await give('Later')
  for (let at = 0; at < 12; at += 1) {
    await turn(world)
    world.time.now += 13 * hour
  }
  expect(box.mails).toEqual([])
  // A reminder of the template comes after it, of a lead that waits for its first contact.
  expect(await stored(world)).toMatchObject([
    { sent: false, failed: true, attempts: 8 },
    { sent: false, failed: false },
  ])
  expect((await owner.call('getMailSettings', { params })).error).toContain('no such mailbox')
})

test('an address that refuses mail for good gets no more after three, until its member saves the settings', async () => {
  await using box = await inbox({ 'rita@example.com': 550 })
  await using world = await appUnderTest(options)
  const { rep, give, choose } = await scene(world, box.port)
  await choose('now')
  for (let at = 0; at < 5; at += 1) {
    await give(`Lead ${at}`)
    await turn(world)
  }
  expect(await stored(world)).toHaveLength(3)
  const own = await rep.browser.call('getNotificationSettings', { params })
  expect(own.mailRefused).toBe(true)
  delete box.refusals['rita@example.com']
  await choose('now')
  await turn(world)
  expect(box.mails).toHaveLength(1)
})

test('the link of a mail stops mails without signing in, by one click and by the page, and no other link does', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  const { rep, give, choose } = await scene(world, box.port)
  await choose('now')
  await give('One')
  await turn(world)
  const link =
    /List-Unsubscribe: <([^>]+)>/.exec(unfolded(box.mails[0]?.raw ?? '').replaceAll('\r\n ', ' '))?.[1] ?? ''
  const { pathname } = new URL(link)
  const wishes = async () => (await rep.browser.call('getNotificationSettings', { params })).kinds.assigned
  const oneClick = (url: string) =>
    world.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    })
  const forged = pathname.replace(/.{5}(?=\/one-click)/, 'AAAAA')
  expect((await oneClick(forged)).statusCode).toBe(404)
  expect((await wishes()).mail).toBe('now')
  const opened = await world.app.inject({ method: 'GET', url: pathname })
  expect(opened.headers.location).toBe(pathname.replace('/api', '').replace('/one-click', ''))
  expect((await wishes()).mail).toBe('now')
  expect((await oneClick(pathname)).statusCode).toBe(204)
  expect(await wishes()).toEqual({ app: true, mail: 'never', push: true })
  await choose('now')
  const [, , , , member = '', signature = ''] = pathname.split('/')
  const stopped = await world.client().call('stopMail', { params: { workspace, member, signature } })
  expect(stopped).toEqual({ workspace: 'Acme' })
  expect((await wishes()).mail).toBe('never')
})

test('mail is set up by administrators alone, its password is never told, and it goes to no other server', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  const { owner, rep } = await scene(world, box.port)
  expect(await rep.browser.problem(rep.browser.call('getMailSettings', { params }))).toMatchObject({
    status: 403,
  })
  const body = serverOn(box.port)
  expect(await rep.browser.problem(rep.browser.call('setMailSettings', { params, body }))).toMatchObject({
    status: 403,
  })
  expect(await rep.browser.problem(rep.browser.call('sendTestMail', { params }))).toMatchObject({
    status: 403,
  })
  const secured = { ...body, security: 'tls', username: 'crm', password: 'very secret' } as const
  const saved = await owner.call('setMailSettings', { params, body: secured })
  expect(JSON.stringify(saved)).not.toContain('very secret')
  expect(saved.server).toMatchObject({ hasPassword: true })
  const [row] = await query(world.databaseUrl, 'select * from ws_acme._mail_setting')
  expect(JSON.stringify(row)).not.toContain('very secret')
  const { password: _password, ...kept } = secured
  await owner.call('setMailSettings', { params, body: { ...kept, senderName: 'Other' } })
  const elsewhere = owner.call('setMailSettings', { params, body: { ...kept, port: 2525 } })
  expect(await owner.problem(elsewhere)).toMatchObject({ status: 422 })
  const open = owner.call('setMailSettings', { params, body: { ...secured, security: 'none' } })
  expect(await owner.problem(open)).toMatchObject({ status: 422 })
})

test('a test mail comes to whoever asks for it, and a server inside is refused unless it is allowed', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  const { owner } = await scene(world, box.port)
  expect(await owner.call('sendTestMail', { params })).toEqual({ address: 'ada@example.com' })
  expect(box.mails.map(({ to }) => to)).toEqual(['ada@example.com'])
  const again = owner.call('sendTestMail', { params })
  expect(await owner.problem(again)).toMatchObject({ status: 429 })
  const inside = { ...serverOn(25), host: '10.0.0.1' }
  expect(await owner.problem(owner.call('setMailSettings', { params, body: inside }))).toMatchObject({
    code: 'mail-host-refused',
  })
})

test('what is told in the morning goes out with the daily mail of that hour, not a day later', async () => {
  await using box = await inbox()
  await using world = await appUnderTest({ ...options, now: '2026-11-18T07:00:00.000Z' })
  const { owner, rep } = await scene(world, box.port)
  const body = { title: 'Send the offer', assignees: [rep.id], day: '2026-11-18', time: null, repeat: null }
  await owner.call('createTask', {
    params,
    body: { ...body, remindBefore: null, form: null, record: null },
  })
  await rep.browser.call('readNotifications', { params, body: {} })
  world.time.now = Date.parse('2026-11-18T08:00:09.000Z')
  await turn(world)
  await turn(world)
  expect(box.mails.map(({ raw }) => unfolded(raw).includes('Due today: Send the offer'))).toEqual([true])
})
