import type { Edit, Field } from '@pipewright/schemas'
import { appUnderTest, query, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace }
const form = { workspace, form: 'account' }
const field: Field = { type: 'text', key: 'budget', label: { en: 'Budget', zh: '预算' } }

/** A workspace where a field with a value was removed. */
async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const edit = async (...edits: Edit[]) => {
    const { version } = await owner.call('getDraft', { params })
    return owner.call('editDraft', { params, body: { version, edits } })
  }
  const publish = async () => {
    const { version } = await owner.call('getDraft', { params })
    const { token } = await owner.call('getImpact', { params })
    return owner.call('publishDraft', { params, body: { version, token } })
  }
  await edit({ type: 'addField', form: 'account', field, section: 'basics', index: 0, write: [], read: [] })
  await publish()
  const body = { values: { name: 'A', budget: 'much' } }
  const { id } = await owner.call('createRecord', { params: form, body })
  await edit({ type: 'removeField', form: 'account', field: 'budget' })
  const { revision } = await publish()
  const name = { path: 'account.budget', revision }
  return { world, owner, publish, id, name, [Symbol.asyncDispose]: world.close }
}

test('SC-04: a removed field is listed, restored through the draft, and has its values again', async () => {
  await using at = await setUp()
  const { owner, publish, id, name } = at
  const { kept } = await owner.call('listKept', { params })
  expect(kept).toMatchObject([{ ...name, kind: 'field', field: field.label, count: 1 }])
  expect(Date.parse(kept[0]!.until) - Date.parse(kept[0]!.at)).toBe(30 * 24 * 3_600_000)
  const { version } = await owner.call('getDraft', { params })
  const body = { ...name, version, rights: true }
  const draft = await owner.call('restoreKept', { params, body })
  expect(draft.changes).toHaveLength(1)
  // Nothing is in force before it is published.
  expect((await owner.call('listKept', { params })).kept).toHaveLength(1)
  const again = owner.call('restoreKept', { params, body: { ...body, version: draft.version } })
  const problem = await owner.problem(again)
  expect(problem.code).toBe('edit-refused')
  expect(problem.errors?.[0]?.message).toContain('budget')
  await publish()
  expect((await owner.call('getRecord', { params: { ...form, id } })).values['budget']).toBe('much')
})

test('SC-04: an administrator clears at once by typing the name, and that is written down', async () => {
  await using at = await setUp()
  const { owner, name } = at
  const clear = (confirm: string) => owner.call('clearKept', { params, body: { ...name, confirm } })
  const wrong = await owner.problem(clear('Budge'))
  expect(wrong.errors?.[0]).toMatchObject({ pointer: '/confirm', code: 'not-the-name' })
  expect((await owner.call('listKept', { params })).kept).toHaveLength(1)
  const { kept, cleared } = await clear('预算')
  expect(kept).toEqual([])
  expect(cleared).toMatchObject([{ ...name, count: 1, field: field.label }])
  expect(cleared[0]?.by).toEqual(expect.any(String))
  expect((await owner.problem(clear('Budget'))).code).toBe('not-found')
})

test('SC-04: a server that starts clears what was kept for 30 days, and nothing younger', async () => {
  await using at = await setUp()
  const { world, owner, name } = at
  await query(world.databaseUrl, `update ws_acme._parked set at = at - interval '29 days'`)
  const early = await world.secondProcess()
  await early.client().send({ method: 'GET', url: '/health' })
  await early.close()
  expect((await owner.call('listKept', { params })).kept).toHaveLength(1)
  await query(world.databaseUrl, `update ws_acme._parked set at = at - interval '2 days'`)
  await using late = await world.secondProcess()
  await late.client().send({ method: 'GET', url: '/health' })
  const kept = async () => (await owner.call('listKept', { params })).kept
  await expect.poll(kept, { timeout: 15_000 }).toEqual([])
  expect((await owner.call('listKept', { params })).cleared).toMatchObject([{ ...name, by: null }])
})

test('who does not build sees and restores nothing', async () => {
  await using at = await setUp()
  const { world, name } = at
  const { browser } = await signedInMember(world, { workspace, roles: ['rep'] })
  const calls = [
    browser.call('listKept', { params }),
    browser.call('restoreKept', { params, body: { ...name, version: 0, rights: true } }),
    browser.call('clearKept', { params, body: { ...name, confirm: 'Budget' } }),
  ]
  for (const call of calls) expect((await browser.problem(call)).code).toBe('not-allowed')
})
