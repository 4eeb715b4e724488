import { appUnderTest, ownerPerson, query, signedInMember, type AppUnderTest } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { inbox, serverOn } from '../../testing/mail-inbox.ts'

const workspace = 'acme'
const options = { prepared: 'workspace', outgoingNetworks: ['127.0.0.1/32'] } as const
const minute = 60_000
const next = 'a heron by the mill pond'

const repOf = (world: AppUnderTest, email = 'rita@example.com') =>
  signedInMember(world, { workspace, roles: ['rep'], name: 'Rita <b>', email })

const ask = (world: AppUnderTest, email: string, address = '10.1.1.1') =>
  world.client().send({ method: 'POST', url: '/api/reset', body: { email }, address })

async function mailed(world: AppUnderTest): Promise<void> {
  await Promise.all(world.app.turnsUnderWay)
}

/** The link of a mail, which its transfer may have broken over lines. */
const tokenIn = (raw: string): string =>
  /\/reset\/([\w-]{43})/.exec(raw.replaceAll('=\r\n', '').replaceAll('=3D', '='))?.[1] ?? ''

async function linkFor(world: AppUnderTest, id: string): Promise<string> {
  const owner = await world.owner()
  const { password } = ownerPerson
  const { link } = await owner.call('makeResetLink', { params: { workspace, id }, body: { password } })
  return link.split('/').at(-1) ?? ''
}

async function refusal(world: AppUnderTest, token: string): Promise<string> {
  const browser = world.client()
  const reading = await browser.problem(browser.call('getReset', { params: { token } }))
  const setting = await browser.problem(
    browser.call('resetPassword', { params: { token }, body: { password: next } }),
  )
  expect(setting.code).toBe(reading.code)
  return reading.code
}

test('AN-02: whoever asks gets the same answer, known or not, before anything is looked up', async () => {
  await using world = await appUnderTest(options)
  const known = await ask(world, ownerPerson.email)
  const unknown = await ask(world, 'nobody@example.com')
  expect([known.statusCode, known.body]).toEqual([202, '{}'])
  expect([unknown.statusCode, unknown.body]).toEqual([202, '{}'])
})

test('a link comes by mail, escaped, sets the password once, ends every session and signs in', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  await (await world.owner()).call('setMailSettings', { params: { workspace }, body: serverOn(box.port) })
  const rep = await repOf(world)
  await ask(world, 'RITA@example.com ')
  await mailed(world)
  expect(box.mails.map(({ to }) => to)).toEqual(['rita@example.com'])
  const raw = box.mails[0]?.raw ?? ''
  expect(raw).not.toContain('Rita <b>,</p>')
  const token = tokenIn(raw)
  const kept = JSON.stringify(await query(world.databaseUrl, 'select * from system.reset_link'))
  expect(kept).not.toContain(token)

  const browser = world.client()
  expect(await browser.call('getReset', { params: { token } })).toEqual({ email: 'rita@example.com' })
  const short = await browser.problem(
    browser.call('resetPassword', { params: { token }, body: { password: 'e\u0301'.repeat(4) } }),
  )
  expect(short.errors).toMatchObject([{ pointer: '/password', code: 'too-short' }])
  const session = await browser.call('resetPassword', { params: { token }, body: { password: next } })
  expect(session.account).toMatchObject({ email: 'rita@example.com' })
  expect((await browser.call('getSession')).account).not.toBeNull()
  expect((await rep.browser.call('getSession')).account).toBeNull()
  expect(await refusal(world, token)).toBe('link-invalid')
  const old = world.client()
  const { email, password } = rep
  expect((await old.problem(old.call('signIn', { body: { email, password } }))).code).toBe(
    'wrong-credentials',
  )
  await old.call('signIn', { body: { email, password: next } })
})

test('AN-04: a session of another process ends with a reset too', async () => {
  await using world = await appUnderTest(options)
  await using other = await world.secondProcess()
  const rep = await repOf(world)
  const elsewhere = other.client()
  await elsewhere.call('signIn', { body: { email: rep.email, password: rep.password } })
  const token = await linkFor(world, rep.id)
  await world.client().call('resetPassword', { params: { token }, body: { password: next } })
  await expect.poll(async () => (await elsewhere.call('getSession')).account, { timeout: 5000 }).toBeNull()
})

test('of two who use a link at once one sets the password', async () => {
  await using world = await appUnderTest(options)
  const rep = await repOf(world)
  const token = await linkFor(world, rep.id)
  const url = `/api/reset/${token}`
  const answers = await Promise.all(
    [1, 2, 3].map((n) => world.client().send({ method: 'POST', url, body: { password: `${next} ${n}` } })),
  )
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 404, 404])
})

test('unknown, late, replaced and voided links all say the same', async () => {
  await using world = await appUnderTest(options)
  const rep = await repOf(world)
  expect(await refusal(world, 'x'.repeat(43))).toBe('link-invalid')
  const replaced = await linkFor(world, rep.id)
  const voided = await linkFor(world, rep.id)
  expect(await refusal(world, replaced)).toBe('link-invalid')
  await rep.browser.call('changePassword', { body: { current: rep.password, next: 'another long one' } })
  expect(await refusal(world, voided)).toBe('link-invalid')
  const late = await linkFor(world, rep.id)
  world.time.now += 61 * minute
  expect(await refusal(world, late)).toBe('link-invalid')
})

test('AN-08: asking is limited by address and by network, and one address gets three mails an hour', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  await (await world.owner()).call('setMailSettings', { params: { workspace }, body: serverOn(box.port) })
  await repOf(world)
  for (let count = 0; count < 11; count++) {
    expect((await ask(world, 'rita@example.com', `10.2.0.${count}`)).statusCode).toBe(202)
    await mailed(world)
  }
  expect(box.mails).toHaveLength(3)
  const known = await ask(world, 'rita@example.com', '10.2.1.1')
  expect([known.statusCode, known.headers['retry-after']]).toEqual([429, '1'])
  for (let count = 0; count < 11; count++)
    expect((await ask(world, `nobody${count}@example.com`, '10.3.0.1')).statusCode).toBe(202)
  expect((await ask(world, 'somebody@example.com', '10.3.0.1')).statusCode).toBe(429)
})

test('AZ-14: an administrator makes a link with the own password, for others alone, and it is written down', async () => {
  await using world = await appUnderTest(options)
  const owner = await world.owner()
  const rep = await repOf(world)
  const manager = await signedInMember(world, { workspace, roles: ['manager'] })
  const make = (browser: typeof owner, id: string, password: string) =>
    browser.problem(browser.call('makeResetLink', { params: { workspace, id }, body: { password } }))
  const wrong = await make(owner, rep.id, 'not my password')
  expect(wrong.errors).toMatchObject([{ pointer: '/password', code: 'wrong-password' }])
  expect((await make(manager.browser, rep.id, manager.password)).code).toBe('not-allowed')
  const { members } = await owner.call('listMembers', { params: { workspace } })
  const own = members.find(({ email }) => email === ownerPerson.email)?.id ?? ''
  expect((await make(owner, own, ownerPerson.password)).code).toBe('not-allowed')
  expect(await query(world.databaseUrl, 'select 1 from system.reset_link')).toEqual([])
  await linkFor(world, rep.id)
  const by = `select way, workspace, m.email as by, a.email as whose from system.reset_link l
    join system.account m on m.id = l.made_by join system.account a on a.id = l.account`
  expect(await query(world.databaseUrl, by)).toEqual([
    { way: 'member', workspace, by: ownerPerson.email, whose: rep.email },
  ])
})

test('no workspace opens an account that belongs to another one too: not by hand, not by its mail, not later', async () => {
  await using box = await inbox()
  await using world = await appUnderTest(options)
  const owner = await world.owner()
  await owner.call('setMailSettings', { params: { workspace }, body: serverOn(box.port) })
  const rep = await repOf(world)
  const early = await linkFor(world, rep.id)
  const body = { name: 'Second', template: null, sample: false, locale: 'en', zone: 'UTC' } as const
  await rep.browser.call('createWorkspace', { body })
  expect(await refusal(world, early)).toBe('link-invalid')
  const { password } = ownerPerson
  const late = owner.call('makeResetLink', { params: { workspace, id: rep.id }, body: { password } })
  expect((await owner.problem(late)).code).toBe('account-elsewhere')
  await ask(world, rep.email)
  await mailed(world)
  expect(box.mails).toEqual([])
})
