import { appUnderTest, query, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }

test('records that were left waiting are taken up when the server hears of it, and shown until they are done', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const { id } = await owner.call('createRecord', {
    params: { ...params, form: 'account' },
    body: { values: { name: 'Acme' } },
  })
  const member = (await owner.call('getApp', { params })).member.id
  const wait = (form: string, record: string, failed: boolean) =>
    query(
      world.databaseUrl,
      `insert into ws_acme._recalculation (form, record, mark, member, cause, at, failed) values ($1, $2, gen_random_uuid(), $3, '{"type":"person"}', now(), $4)`,
      [form, record, member, failed],
    )
  await wait('account', id, false)
  await wait('lead', id, true)
  const list = async (by = owner) => (await by.call('listRecalculations', { params })).forms
  expect(await list()).toMatchObject([
    { form: 'account', left: 1, failed: 0 },
    { form: 'lead', left: 0, failed: 1 },
  ])
  await query(world.databaseUrl, `select pg_notify('pipewright', 'ws_acme:recalculations')`)
  await expect.poll(() => list(), { timeout: 20_000 }).toMatchObject([{ form: 'lead', failed: 1 }])
  const stranger = await signedInMember(world, { ...params, roles: ['finance'] })
  expect(await list(stranger.browser)).toEqual([])
})
