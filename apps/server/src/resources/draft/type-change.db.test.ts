import { appUnderTest } from '@pipewright/testing'
import type { Edit, Field } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const label = { en: 'Budget', zh: '预算' }
const addField = (field: Field): Edit => ({
  type: 'addField',
  form: 'account',
  field,
  section: 'basics',
  index: 0,
  write: [],
  read: [],
})

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const params = { workspace: 'acme' }
  const edit = async (...edits: Edit[]) => {
    const { version } = await owner.call('getDraft', { params })
    return owner.call('editDraft', { params, body: { version, edits } })
  }
  const publish = async () => {
    const { version } = await owner.call('getDraft', { params })
    const { token } = await owner.call('getImpact', { params })
    return owner.call('publishDraft', { params, body: { version, token } })
  }
  return { world, owner, params, edit, publish, [Symbol.asyncDispose]: world.close }
}

test('SC-03: a type is changed after a dry run, and an earlier revision brings every old value back', async () => {
  await using at = await setUp()
  const { owner, params, edit, publish } = at
  await edit(addField({ type: 'text', key: 'budget', label }))
  const { revision } = await publish()
  const form = { ...params, form: 'account' }
  const ids: string[] = []
  for (const budget of ['1,234.505', '１２３', 'about 5', null]) {
    const { id } = await owner.call('createRecord', { params: form, body: { values: { name: 'A', budget } } })
    ids.push(id)
  }
  const values = () =>
    Promise.all(
      ids.map(async (id) => (await owner.call('getRecord', { params: { ...form, id } })).values['budget']),
    )

  const preview = await owner.call('previewTypeChange', {
    params,
    body: { form: 'account', field: 'budget', to: 'number' },
  })
  expect(preview).toMatchObject({
    field: { type: 'number', key: 'budget', label, scale: 3 },
    filled: 3,
    converts: 2,
    changes: 2,
    keeps: 1,
    kept: ['about 5'],
  })
  const drafted = await edit({ type: 'changeFieldType', form: 'account', field: preview.field })
  const undone = await owner.call('undoDraft', { params, body: { version: drafted.version } })
  expect(undone.changes).toEqual([])
  await owner.call('redoDraft', { params, body: { version: undone.version } })
  const impact = await owner.call('getImpact', { params })
  expect(impact.changes[0]?.effects.map(({ severity }) => severity)).toEqual(['info', 'warning'])
  expect(impact.changes[0]?.effects[1]?.text.zh).toContain('about 5')

  await publish()
  expect(await values()).toEqual(['1234.505', '123.000', null, null])
  const { version } = await owner.call('getDraft', { params })
  await owner.call('restoreRevision', { params, body: { version, revision } })
  await publish()
  expect(await values()).toEqual(['1,234.505', '１２３', 'about 5', null])
})

test('a text becomes a choice with an option for each of its values', async () => {
  await using at = await setUp()
  const { owner, params, edit, publish } = at
  await edit(addField({ type: 'text', key: 'budget', label }))
  await publish()
  const form = { ...params, form: 'account' }
  for (const budget of ['Large', 'large ', '小'])
    await owner.call('createRecord', { params: form, body: { values: { name: 'A', budget } } })
  const { field, keeps } = await owner.call('previewTypeChange', {
    params,
    body: { form: 'account', field: 'budget', to: 'choice' },
  })
  expect(keeps).toBe(0)
  expect(field).toMatchObject({
    options: [
      { key: 'large', label: { en: 'Large' } },
      { key: 'xiao', label: { zh: '小' } },
    ],
  })
})

test('a type that a formula cannot go on using is refused, and the place is named', async () => {
  await using at = await setUp()
  const { owner, params, edit } = at
  const twice: Field = {
    type: 'formula',
    key: 'twice',
    label: { en: 'Twice', zh: '两倍' },
    resultType: 'number',
    expression: { add: [{ var: 'budget' }, { var: 'budget' }] },
  }
  const { version } = await edit(addField({ type: 'number', key: 'budget', label }), addField(twice))
  const change: Edit = {
    type: 'changeFieldType',
    form: 'account',
    field: { type: 'text', key: 'budget', label },
  }
  const problem = await owner.problem(owner.call('editDraft', { params, body: { version, edits: [change] } }))
  expect(problem.code).toBe('edit-refused')
  expect(problem.errors?.map(({ message }) => message).join()).toContain('Twice')
  const unknown = owner.call('previewTypeChange', {
    params,
    body: { form: 'account', field: 'budget', to: 'relation' },
  })
  expect((await owner.problem(unknown)).errors?.[0]?.pointer).toBe('/to')
})

/** A draft that makes numbers of texts, over records with these budgets, as it was looked at. */
async function reviewed(at: Awaited<ReturnType<typeof setUp>>, ...budgets: string[]) {
  const { owner, params, edit, publish } = at
  await edit(addField({ type: 'text', key: 'budget', label }))
  await publish()
  const form = { ...params, form: 'account' }
  const write = (budget: string) =>
    owner.call('createRecord', { params: form, body: { values: { name: 'A', budget } } })
  const records = []
  for (const budget of budgets) records.push(await write(budget))
  const field: Field = { type: 'number', key: 'budget', label, scale: 0 }
  const { version } = await edit({ type: 'changeFieldType', form: 'account', field })
  const seen = await owner.call('getImpact', { params })
  const put = (token?: string) =>
    owner.call('publishDraft', { params, body: { version, ...(token !== undefined && { token }) } })
  return { seen, write, records, put, form }
}

test('SC-03: what records became after the review is not converted unseen, and the new effects are answered', async () => {
  await using at = await setUp()
  const { owner, params } = at
  const { seen, write, records, put, form } = await reviewed(at, '12', 'about 5')
  const late = await write('n/a')
  const refused = await owner.problem(put(seen.token))
  expect(refused).toMatchObject({ status: 409, code: 'impact-changed' })
  expect(refused.impact?.changes[0]?.effects[1]?.text.en).toContain('n/a')
  expect(refused.impact?.token).not.toBe(seen.token)
  // Nothing is lost: neither the values nor the draft.
  const kept = await owner.call('getRecord', { params: { ...form, id: late.id } })
  expect(kept.values['budget']).toBe('n/a')
  expect((await owner.call('getDraft', { params })).changes).toHaveLength(1)

  // The same counts, but another value that does not convert.
  const old = records[1]!
  const changed = { values: { budget: 'maybe 6' }, version: old.version }
  await owner.call('updateRecord', { params: { ...form, id: old.id }, body: changed })
  const again = await owner.problem(put(refused.impact?.token))
  expect(again.code).toBe('impact-changed')
  expect(await put(again.impact?.token)).toMatchObject({ revision: 3 })
  const first = await owner.call('getRecord', { params: { ...form, id: records[0]!.id } })
  expect(first.values['budget']).toBe('12')
})

test('SC-03: what converts or puts away values needs a look; what touches no record does not', async () => {
  await using at = await setUp()
  const { owner, params, edit } = at
  const { put, seen } = await reviewed(at, '12')
  expect((await owner.problem(put())).code).toBe('impact-changed')
  await put(seen.token)
  const removed = await edit({ type: 'removeField', form: 'account', field: 'budget' })
  const unseen = owner.call('publishDraft', { params, body: { version: removed.version } })
  expect((await owner.problem(unseen)).impact?.changes[0]?.effects[0]?.severity).toBe('warning')
  const { version } = await owner.call('discardDraft', { params, body: { version: removed.version } })
  const { token } = await owner.call('getImpact', { params })
  const added = await edit(addField({ type: 'text', key: 'more', label: { en: 'More', zh: '更多' } }))
  // Of another state of the draft.
  const other = owner.call('publishDraft', { params, body: { version: added.version, token } })
  expect((await owner.problem(other)).code).toBe('impact-changed')
  expect(added.version).toBe(version + 1)
  await owner.call('publishDraft', { params, body: { version: added.version } })
})
