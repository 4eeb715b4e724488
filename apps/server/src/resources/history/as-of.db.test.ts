import type { Values } from '@pipewright/contract'
import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }

test('a record is shown as it was at a moment, and not before it was made', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' }).then((made) => ({
    ...made,
    [Symbol.asyncDispose]: made.close,
  }))
  const owner = await world.owner()
  const create = (form: string, values: Values) =>
    owner.call('createRecord', { params: { ...params, form }, body: { values } })
  const now = () => new Date(world.time.now).toISOString()
  const before = new Date(world.time.now - 60_000).toISOString()
  const pause = () => {
    world.time.now += 1000
  }
  const account = await create('account', { name: 'Acme' })
  const one = { ...params, form: 'account', id: account.id }
  pause()
  const first = now()
  pause()
  await owner.call('updateRecord', { params: one, body: { version: 1, values: { name: 'Acme 2' } } })
  await owner.call('deleteRecord', { params: one, query: { version: '2' } })
  const at = (moment: string, by = owner) => by.call('getRecordAsOf', { params: one, query: { at: moment } })
  expect(await at(first)).toMatchObject({ exists: true, deleted: false, values: { name: 'Acme' } })
  expect(await at(now())).toMatchObject({
    exists: true,
    deleted: true,
    values: { name: 'Acme 2' },
  })
  expect(await at(before)).toMatchObject({ exists: false, values: {} })
  expect((await owner.problem(at('yesterday'))).code).toBe('bad-request')
  const finance = await signedInMember(world, { ...params, roles: ['finance'] })
  const seen = await finance.browser.call('getApp', { params })
  const answer = await at(first, finance.browser).catch(() => ({ values: {} }))
  const fields = Object.keys(seen.rights['account']?.fields ?? {})
  expect(Object.keys(answer.values).filter((key) => !fields.includes(key))).toEqual([])
})
