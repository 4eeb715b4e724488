import { findWorkspace } from '@pipewright/db'
import { appUnderTest, memberIdOf, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace }
const at = '2026-03-02T08:00:00.000Z'

test('AZ-14: who gave a member which role and took it is written down with the change', async () => {
  await using world = await appUnderTest({ prepared: 'workspace', now: at })
  const owner = await world.owner()
  const ada = await memberIdOf(world, workspace, 'ada@example.com')
  const rita = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rita' })
  const change = (body: object) => owner.call('updateMember', { params: { workspace, id: rita.id }, body })
  const told = async () =>
    (await owner.call('listMemberEvents', { params: { workspace, id: rita.id } })).events

  await change({ roles: ['rep', 'manager'] })
  await change({ roles: ['manager'] })
  // The same again is no change, and what has to do with no power is none either.
  await change({ roles: ['manager'], active: true, department: null })
  await change({ active: false })
  await change({ active: true, roles: ['rep'] })
  const line = { author: ada, at, given: [], taken: [], active: null }
  expect((await told()).map(({ id: _id, ...event }) => event)).toEqual([
    { ...line, given: ['rep'], taken: ['manager'] },
    { ...line, active: true },
    { ...line, active: false },
    { ...line, taken: ['rep'] },
    { ...line, given: ['manager'] },
    { ...line, given: ['rep'] },
  ])
})

test('AZ-14: what is refused leaves no line, and nobody else reads it', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const ada = await memberIdOf(world, workspace, 'ada@example.com')
  const rita = await signedInMember(world, { workspace, roles: ['rep'] })
  const own = () => owner.call('listMemberEvents', { params: { workspace, id: ada } })
  const before = await own()
  expect(before.events).toMatchObject([{ author: ada, given: ['admin'] }])
  const last = owner.call('updateMember', { params: { workspace, id: ada }, body: { roles: ['rep'] } })
  expect(await owner.problem(last)).toMatchObject({ code: 'last-admin' })
  expect(await own()).toEqual(before)
  const peek = rita.browser.call('listMemberEvents', { params: { workspace, id: rita.id } })
  expect(await rita.browser.problem(peek)).toMatchObject({ status: 403 })
  const nobody = owner.call('listMemberEvents', { params: { workspace, id: crypto.randomUUID() } })
  expect(await owner.problem(nobody)).toMatchObject({ status: 404 })
})

test('AZ-14: a line that is written cannot be changed or taken away', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  await signedInMember(world, { workspace, roles: ['rep'] })
  const { schema = '' } = (await findWorkspace(world.database, workspace)) ?? {}
  const lines = `"${schema}"._member_event`
  for (const text of [`update ${lines} set given = '{}'`, `delete from ${lines}`, `truncate ${lines}`])
    await expect(world.database.query({ text, values: [] })).rejects.toThrow('P0001')
  const { members } = await (await world.owner()).call('listMembers', { params })
  expect(members.length).toBeGreaterThan(1)
})
