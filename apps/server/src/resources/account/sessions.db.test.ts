import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'
const options = { prepared: 'workspace' } as const
const minute = 60_000
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'

async function scene(world: Awaited<ReturnType<typeof appUnderTest>>) {
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' })
  const signIn = async (app: { client: typeof world.client } = world) => {
    const browser = app.client()
    const body = { email: rep.email, password: rep.password }
    await browser.send({
      method: 'POST',
      url: '/api/sign-in',
      body,
      headers: { 'user-agent': firefox },
      address: '203.0.113.7',
    })
    return browser
  }
  return { rep, signIn }
}

test('somebody sees where he is signed in: device, address, since when, last use, and which is this one', async () => {
  await using world = await appUnderTest(options)
  const { rep, signIn } = await scene(world)
  await signIn()
  world.time.now += 60 * minute
  const { sessions } = await rep.browser.call('listSessions')
  expect(sessions.map(({ isThis, agent, address }) => ({ isThis, agent, address }))).toEqual([
    { isThis: true, agent: 'lightMyRequest', address: '127.0.0.1' },
    { isThis: false, agent: firefox, address: '203.0.113.7' },
  ])
  const [here, there] = sessions.map(({ lastSeen }) => Date.parse(lastSeen))
  expect((here ?? 0) - (there ?? 0)).toBe(60 * minute)
})

test('from where and when a session was used last is known to some minutes, without a write for each request', async () => {
  await using world = await appUnderTest(options)
  const { rep, signIn } = await scene(world)
  const other = await signIn()
  const seen = async () => (await rep.browser.call('listSessions')).sessions.find(({ isThis }) => !isThis)
  const before = await seen()
  const use = () => other.send({ method: 'GET', url: '/api/session', address: '198.51.100.9' })
  world.time.now += minute
  await use()
  expect(await seen()).toEqual(before)
  world.time.now += 5 * minute
  await use()
  const after = await seen()
  expect(after?.address).toBe('198.51.100.9')
  expect(Date.parse(after?.lastSeen ?? '')).toBe(world.time.now)
})

test('AN-04: a session that is ended from afar is over in every process, and the others go on', async () => {
  await using world = await appUnderTest(options)
  await using second = await world.secondProcess()
  const { rep, signIn } = await scene(world)
  const lost = await signIn(second)
  const kept = await signIn()
  expect((await lost.call('getSession')).account).not.toBeNull()
  const { sessions } = await rep.browser.call('listSessions')
  const hash = (await lost.call('listSessions')).sessions.find(({ isThis }) => isThis)?.id ?? ''
  expect(sessions.map(({ id }) => id)).toContain(hash)
  await rep.browser.call('endSession', { params: { id: hash } })
  await expect.poll(async () => (await lost.call('getSession')).account, { timeout: 5000 }).toBeNull()
  expect((await kept.call('getSession')).account).not.toBeNull()
  expect((await rep.browser.call('listSessions')).sessions).toHaveLength(2)

  await rep.browser.call('endOtherSessions')
  expect((await kept.call('getSession')).account).toBeNull()
  expect((await rep.browser.call('listSessions')).sessions).toMatchObject([{ isThis: true }])
})

test('nobody sees or ends the session of somebody else, and a stranger none', async () => {
  await using world = await appUnderTest(options)
  const { rep } = await scene(world)
  const owner = await world.owner()
  const [own] = (await rep.browser.call('listSessions')).sessions
  const params = { id: own?.id ?? '' }
  expect((await owner.problem(owner.call('endSession', { params }))).code).toBe('not-found')
  await owner.call('endOtherSessions')
  expect((await rep.browser.call('getSession')).account).not.toBeNull()
  const stranger = world.client()
  for (const call of ['listSessions', 'endOtherSessions'] as const)
    expect((await stranger.problem(stranger.call(call))).code).toBe('not-signed-in')
  const forged = { method: 'DELETE', url: '/api/sessions', headers: { 'x-csrf-token': undefined } } as const
  expect((await rep.browser.send(forged)).json()).toMatchObject({ code: 'csrf-refused' })
})
