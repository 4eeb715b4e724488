import { appUnderTest } from '@pipewright/testing'
import type { Edit, Field, Rule } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }
const form = { ...params, form: 'account' }
const field: Field = { type: 'text', key: 'code', label: { en: 'Code', zh: '编码' } }

/** Accounts with codes, and what publishing edits would do. */
async function setUp(...codes: (string | null)[]) {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const draft = async (...edits: Edit[]) => {
    const { version } = await owner.call('getDraft', { params })
    await owner.call('editDraft', { params, body: { version, edits } })
    return owner.call('getImpact', { params })
  }
  const publish = async () => {
    const { version } = await owner.call('getDraft', { params })
    const { token } = await owner.call('getImpact', { params })
    return owner.call('publishDraft', { params, body: { version, token } })
  }
  await draft({ type: 'addField', form: 'account', field, section: 'basics', index: 0, write: [], read: [] })
  await publish()
  const made = []
  for (const [n, code] of codes.entries())
    made.push(await owner.call('createRecord', { params: form, body: { values: { name: `A${n}`, code } } }))
  return { world, owner, draft, publish, made, [Symbol.asyncDispose]: world.close }
}
const at = (made: readonly { id: string }[], ...which: number[]) =>
  which.map((n) => ({ form: 'account', id: made[n]?.id, title: `A${n}` }))

test('SC-10: a field that becomes required names the records without a value; published, it holds from now on', async () => {
  await using scene = await setUp('x', null, null)
  const { owner, draft, publish, made } = scene
  const impact = await draft({ type: 'setField', form: 'account', field: { ...field, required: true } })
  expect(impact).toMatchObject({ blocked: false, changes: [{ effects: [{ severity: 'warning' }] }] })
  expect(impact.changes[0]?.effects[0]?.records).toEqual(at(made, 1, 2))
  await publish()
  // What was there stays, and is asked for when it is saved next.
  const old = made[1]!
  const save = (values: Record<string, string>) =>
    owner.call('updateRecord', { params: { ...form, id: old.id }, body: { version: old.version, values } })
  expect((await owner.problem(save({ name: 'B' }))).errors?.[0]?.pointer).toBe('/values/code')
  await save({ code: 'there now' })
})

test('SC-10: a value that may occur once from now on names the records to be put right first', async () => {
  await using scene = await setUp('x', 'X ', 'y')
  const { owner, draft, publish, made } = scene
  const impact = await draft({ type: 'setField', form: 'account', field: { ...field, unique: true } })
  expect(impact).toMatchObject({ blocked: true, changes: [{ effects: [{ severity: 'error' }] }] })
  expect(impact.changes[0]?.effects[0]?.records.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
    at(made, 0, 1),
  )
  expect((await owner.problem(publish())).code).toBe('publish-blocked')
  const { id, version } = made[1]!
  await owner.call('updateRecord', { params: { ...form, id }, body: { version, values: { code: 'z' } } })
  expect((await owner.call('getImpact', { params })).blocked).toBe(false)
  await publish()
})

const rule = (more: Partial<Rule>): Edit => ({
  type: 'putRule',
  form: 'account',
  rule: {
    key: 'no_x',
    label: { en: 'No x', zh: '不得为 x' },
    when: { eq: [{ var: 'code' }, 'x'] },
    effects: [{ type: 'refuse', message: { en: 'Not x', zh: '不能是 x' } }],
    ...more,
  },
})

test('SC-10: a rule that refuses names the records that break it; fixed first, it says nothing, or it holds from now on', async () => {
  await using scene = await setUp('x', 'y', 'x')
  const { owner, draft, publish, made } = scene
  const impact = await draft(rule({}))
  const [effect] = impact.changes[0]?.effects ?? []
  expect(effect).toMatchObject({ severity: 'warning', records: at(made, 0, 2) })
  expect(effect?.text.en).toMatch(/^2 records do not keep to “No x”/)
  // Not without having looked.
  const { version } = await owner.call('getDraft', { params })
  const unseen = owner.call('publishDraft', { params, body: { version } })
  expect((await owner.problem(unseen)).code).toBe('impact-changed')
  // One is put right first, the other later.
  const fixed = made[0]!
  await owner.call('updateRecord', {
    params: { ...form, id: fixed.id },
    body: { version: fixed.version, values: { code: 'y' } },
  })
  expect((await owner.call('getImpact', { params })).changes[0]?.effects[0]?.records).toEqual(at(made, 2))
  await publish()
  const left = made[2]!
  const save = (values: Record<string, string>) =>
    owner.call('updateRecord', { params: { ...form, id: left.id }, body: { version: left.version, values } })
  expect((await owner.problem(save({ name: 'B' }))).status).toBe(422)
  await save({ code: 'y' })
})

test('SC-10: a rule that asks for a value names the records without; one that stored records cannot tell says so', async () => {
  await using scene = await setUp('x', null)
  const { draft, made } = scene
  const asks = await draft(
    rule({ when: { notEmpty: [{ var: 'name' }] }, effects: [{ type: 'require', fields: ['code'] }] }),
  )
  expect(asks.changes[0]?.effects).toMatchObject([{ severity: 'warning', records: at(made, 1) }])
  const told = await draft(rule({ when: { eq: [{ var: '$device' }, 'phone'] } }))
  expect(told.changes[0]?.effects).toMatchObject([{ severity: 'info', records: [] }])
})
