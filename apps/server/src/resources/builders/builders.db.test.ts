import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import type { Edit } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }
const windows = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const
const nickname: Edit = {
  type: 'addField',
  form: 'account',
  field: { type: 'text', key: 'nickname', label: { en: 'Nickname', zh: '昵称' } },
  section: 'basics',
  index: 0,
  write: [],
  read: [],
}

const meet = (browser: TestClient, window: string, field: string | null, leaving = false) =>
  browser.call('meetBuilders', { params, body: { window, form: 'account', field, leaving } })

test('builders see where the others are and what is in their drafts, from every process', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  await using other = await world.secondProcess()
  const owner = await world.owner()
  const second = await signedInMember(world, { workspace: 'acme', roles: ['admin'] })
  const elsewhere = other.client()
  for (const [name, value] of second.browser.cookies) elsewhere.cookies.set(name, value)
  await elsewhere.call('getSession')

  expect((await meet(owner, windows[0], 'name')).builders).toEqual([])
  await owner.call('editDraft', { params, body: { version: 0, edits: [nickname] } })
  await expect
    .poll(async () => (await meet(elsewhere, windows[1], null)).builders, { timeout: 5000 })
    .toMatchObject([
      { form: 'account', field: 'name', changes: [{ en: expect.stringContaining('Nickname') as string }] },
    ])
  await expect
    .poll(async () => (await meet(owner, windows[0], 'name')).builders, { timeout: 5000 })
    .toMatchObject([{ member: second.id, form: 'account', field: null, changes: [] }])
  expect(await meet(owner, windows[0], 'name')).toMatchObject({ version: 1, published: 1 })

  await meet(elsewhere, windows[1], null, true)
  await expect
    .poll(async () => (await meet(owner, windows[0], 'name')).builders, { timeout: 5000 })
    .toEqual([])
})

test('who may not build meets nobody', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const rep = (await signedInMember(world, { workspace: 'acme', roles: ['rep'] })).browser
  expect((await rep.problem(meet(rep, windows[0], null))).code).toBe('not-allowed')
})
