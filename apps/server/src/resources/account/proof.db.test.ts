import { appUnderTest, ownerPerson, signedInMember, type AppUnderTest } from '@pipewright/testing'
import type { Role } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace }
const options = { prepared: 'workspace' } as const
const minute = 60_000
const { password } = ownerPerson

async function scene(world: AppUnderTest) {
  const owner = await world.owner()
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' })
  const give = (roles: string[]) =>
    owner.call('updateMember', { params: { workspace, id: rep.id }, body: { roles } })
  const key = () => owner.call('createApiKey', { params, body: { name: 'Shop', roles: ['rep'] } })
  const invite = (role: string) =>
    owner.call('inviteMember', {
      params,
      body: { email: 'new@example.com', roles: [role], department: null },
    })
  const code = async (call: Promise<unknown>) => (await owner.problem(call)).code
  return { owner, rep, give, key, invite, code }
}

test('AZ-14: keys and administrators are made by whoever gave the password within 15 minutes', async () => {
  await using world = await appUnderTest(options)
  const { owner, give, key, invite, code } = await scene(world)
  world.time.now += 14 * minute
  await key()
  world.time.now += minute
  expect(await code(key())).toBe('confirm-password')
  expect(await code(give(['rep', 'admin']))).toBe('confirm-password')
  expect(await code(invite('admin'))).toBe('confirm-password')
  expect((await owner.call('listApiKeys', { params })).keys).toHaveLength(1)
  await owner.call('confirmPassword', { body: { password } })
  await key()
  await give(['rep', 'admin'])
  await invite('admin')
})

test('AZ-14: what gives nobody more power asks for nothing', async () => {
  await using world = await appUnderTest(options)
  const { owner, rep, give, invite } = await scene(world)
  world.time.now += 60 * minute
  await invite('rep')
  await give([])
  await give(['rep'])
  await owner.call('updateMember', { params: { workspace, id: rep.id }, body: { active: false } })
})

test('AZ-14: the password is asked for again in every process, and a wrong one helps nobody', async () => {
  await using world = await appUnderTest(options)
  await using second = await world.secondProcess()
  const { owner, key, code } = await scene(world)
  const elsewhere = await second.owner()
  world.time.now += 20 * minute
  second.time.now = world.time.now
  const wrong = owner.call('confirmPassword', { body: { password: 'not it at all' } })
  expect((await owner.problem(wrong)).errors).toMatchObject([
    { pointer: '/password', code: 'wrong-password' },
  ])
  expect(await code(key())).toBe('confirm-password')
  await owner.call('confirmPassword', { body: { password } })
  await key()
  // Another session of the same person stays as it is.
  const other = elsewhere.call('createApiKey', { params, body: { name: 'Shop', roles: ['rep'] } })
  expect((await elsewhere.problem(other)).code).toBe('confirm-password')
})

test('AZ-14: a session that is renewed because the own roles changed counts as no new proof', async () => {
  await using world = await appUnderTest(options)
  const { owner, key, code } = await scene(world)
  const { member } = await owner.call('getApp', { params })
  world.time.now += 20 * minute
  const roles = [...member.roles].filter((role) => role === 'admin')
  await owner.call('updateMember', {
    params: { workspace, id: member.id },
    body: { roles: [...roles, 'rep'] },
  })
  await owner.call('getSession')
  expect(await code(key())).toBe('confirm-password')
})

test('AZ-14: a draft that gives a role more is published by whoever gave the password within 15 minutes', async () => {
  await using world = await appUnderTest(options)
  const { owner } = await scene(world)
  const publish = async () => {
    const { version } = await owner.call('getDraft', { params })
    const { token } = await owner.call('getImpact', { params })
    return owner.call('publishDraft', { params, body: { version, token } })
  }
  const put = async (role: Role) => {
    const { version } = await owner.call('getDraft', { params })
    await owner.call('editDraft', { params, body: { version, edits: [{ type: 'putRole', role }] } })
  }
  const { definition } = await owner.call('getApp', { params })
  const rep = definition.roles.find(({ key }) => key === 'rep') as Role
  world.time.now += 20 * minute
  await put({ ...rep, label: { en: 'Seller' } })
  await publish()
  await put({ ...rep, label: { en: 'Seller' }, build: true })
  expect((await owner.problem(publish())).code).toBe('confirm-password')
  await owner.call('confirmPassword', { body: { password } })
  await publish()
})
