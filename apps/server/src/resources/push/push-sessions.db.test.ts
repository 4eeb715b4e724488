import { appUnderTest, query, signedInMember, type AppUnderTest } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { browser, pushService } from '../../testing/push-service.ts'
import { turn } from '../../testing/turn.ts'

const workspace = 'acme'
const params = { workspace }
const options = { prepared: 'workspace', outgoingNetworks: ['127.0.0.1/32'] } as const
const minute = 60_000
const day = 24 * 60 * minute

async function scene(world: AppUnderTest) {
  const owner = await world.owner()
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' })
  const give = async (name: string) => {
    const lead = { workspace, form: 'lead' }
    const { id, version } = await owner.call('createRecord', {
      params: lead,
      body: { values: { name, company: name } },
    })
    await owner.call('updateRecord', {
      params: { ...lead, id },
      body: { version, values: {}, owner: rep.id },
    })
  }
  const credentials = { email: rep.email, password: rep.password }
  const signIn = async () => {
    const client = world.client()
    await client.call('signIn', { body: credentials })
    return client
  }
  return { owner, rep, give, signIn }
}

type Scene = Awaited<ReturnType<typeof scene>>

const sessionsOf = `select id_hash from system.session s join ws_acme._member m on m.account = s.account where m.id = $1`

const endings: readonly (readonly [
  string,
  (world: AppUnderTest, scene: Scene, wait: (ms: number) => void) => Promise<unknown>,
])[] = [
  ['its member signs out', (_world, { rep }) => rep.browser.call('signOut')],
  [
    'its member changes the password elsewhere',
    async (_world, { rep, signIn }) => {
      const body = { current: rep.password, next: 'another long password' }
      await (await signIn()).call('changePassword', { body })
    },
  ],
  [
    'its member ends its session from another device',
    async (_world, { signIn }) => (await signIn()).call('endOtherSessions'),
  ],
  [
    'its member is locked out',
    (_world, { owner, rep }) =>
      owner.call('updateMember', { params: { workspace, id: rep.id }, body: { active: false } }),
  ],
  [
    'its member gets other roles',
    (_world, { owner, rep }) =>
      owner.call('updateMember', { params: { workspace, id: rep.id }, body: { roles: ['manager'] } }),
  ],
  ['its session expires', async (_world, _scene, wait) => wait(31 * day)],
  [
    'its session is deleted in any other way',
    (world, { rep }) =>
      query(world.databaseUrl, `delete from system.session where id_hash in (${sessionsOf})`, [rep.id]),
  ],
]

test.each(endings)('AN-04: a device is told nothing more when %s', async (_title, end) => {
  await using service = await pushService({ '/busy': 503 })
  await using world = await appUnderTest(options)
  const all = await scene(world)
  const { rep, give } = all
  for (const path of ['/one', '/busy'])
    await rep.browser.call('addPushDevice', { params, body: browser(`${service.url}${path}`).body })
  await give('Solar roof')
  await turn(world)
  expect(service.came.map(({ path }) => path).toSorted()).toEqual(['/busy', '/one'])
  await end(world, all, (ms) => {
    world.time.now += ms
  })
  service.answers['/busy'] = 201
  // What waits for another try, and what happens from now on.
  world.time.now += 2 * minute
  await query(
    world.databaseUrl,
    `insert into ws_acme._notification select (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(),
      'at', to_timestamp(${world.time.now} / 1000.0), 'pushed_at', null, 'topic', 'again'))).* from ws_acme._notification n
      where member = $1 and push limit 1`,
    [rep.id],
  )
  await turn(world)
  expect(service.came).toHaveLength(2)
  expect(await query(world.databaseUrl, 'select 1 from ws_acme._push_device')).toEqual([])
  expect(await query(world.databaseUrl, 'select 1 from ws_acme._push')).toEqual([])
})

test('a device goes on being told while other sessions of its member end, and again after it is registered anew', async () => {
  await using service = await pushService()
  await using world = await appUnderTest(options)
  const { rep, give, signIn } = await scene(world)
  const device = browser(`${service.url}/one`)
  const other = await signIn()
  await other.call('addPushDevice', { params, body: device.body })
  await rep.browser.call('signOut')
  await give('Solar roof')
  await turn(world)
  expect(service.came).toHaveLength(1)
  await other.call('signOut')
  const again = await signIn()
  expect((await again.call('getPush', { params })).devices).toEqual([])
  await again.call('addPushDevice', { params, body: device.body })
  await give('Heat pump')
  await turn(world)
  expect(service.came).toHaveLength(2)
})
