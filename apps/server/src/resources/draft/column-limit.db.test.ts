import { appUnderTest, query } from '@pipewright/testing'
import type { Edit, Field, Form } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }
const text = (key: string): Field => ({ type: 'text', key, label: { en: key, zh: key } })
const fields = (count: number) => Array.from({ length: count }, (_, n) => text(`f${n}`))
const wide = (key: string, count: number, made = fields(count)): Form => ({
  key,
  label: { en: 'Wide', zh: '宽表' },
  labelPlural: { en: 'Wide', zh: '宽表' },
  titleField: 'f0',
  fields: made,
  layout: {
    sections: [{ key: 'main', columns: 2, items: made.map(({ key: field }) => ({ field })) }],
  },
})

async function setUp() {
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
  return { world, owner, draft, publish, [Symbol.asyncDispose]: world.close }
}

test('SC-09: a form of 1,000 fields is published, told to be large; one of more than its table takes is refused', async () => {
  await using at = await setUp()
  const { owner, draft, publish } = at
  const impact = await draft({
    type: 'addForm',
    form: wide('wide', 1000),
    rights: [],
  })
  expect(impact.blocked).toBe(false)
  expect(impact.changes[0]?.effects.map(({ severity, text: { en } }) => `${severity}: ${en}`)).toEqual([
    expect.stringMatching(/^warning: “Wide” has 1,000 fields/),
  ])
  const { revision } = await publish()
  const { id } = await owner.call('createRecord', {
    params: { ...params, form: 'wide' },
    body: { values: Object.fromEntries(fields(1000).map(({ key }, n) => [key, `${n}`])) },
  })
  expect((await owner.call('getRecord', { params: { ...params, form: 'wide', id } })).values['f999']).toBe(
    '999',
  )

  // Each address lies in several columns.
  const addresses = Array.from({ length: 300 }, (_, n): Field => ({ ...text(`a${n}`), type: 'address' }))
  const refused = await draft({
    type: 'addForm',
    form: wide('wider', 301, [text('f0'), ...addresses]),
    rights: [],
  })
  expect(refused.blocked).toBe(true)
  expect(refused.changes[0]?.effects.find(({ severity }) => severity === 'error')?.text.zh).toContain(
    '最多 1400 列',
  )
  const problem = await owner.problem(publish())
  expect(problem).toMatchObject({ status: 422, code: 'table-full' })
  expect((await owner.call('listRevisions', { params })).revisions[0]?.revision).toBe(revision)
})

test('SC-09: fields added and taken away for years never use a table up, and no record is lost', async () => {
  await using at = await setUp()
  const { world, owner, draft, publish } = at
  const form = { ...params, form: 'account' }
  const { id } = await owner.call('createRecord', { params: form, body: { values: { name: 'Kept' } } })
  // As many years leave it: columns that were there and are gone.
  const names = Array.from({ length: 1400 }, (_, n) => `burnt_${n}`)
  const alter = (how: string) =>
    query(
      world.databaseUrl,
      `alter table ws_acme.account ${names.map((name) => `${how} ${name}`).join(', ')}`,
    )
  await query(
    world.databaseUrl,
    `alter table ws_acme.account ${names.map((name) => `add column ${name} int`).join(', ')}`,
  )
  await alter('drop column')
  const add = (field: Field): Edit => ({
    type: 'addField',
    form: 'account',
    field,
    section: 'basics',
    index: 0,
    write: [],
    read: [],
  })
  const warned = await draft(...fields(30).map(add))
  expect(warned.changes.flatMap(({ effects }) => effects).map(({ text: { en } }) => en)).toEqual([
    expect.stringMatching(/will have had 1,4\d\d columns over time/),
  ])
  await publish()
  const told = await draft(...Array.from({ length: 100 }, (_, n) => add(text(`g${n}`))))
  expect(told.changes.flatMap(({ effects }) => effects).map(({ text: { en } }) => en)).toEqual([
    expect.stringMatching(/is copied into a new one/),
  ])
  await publish()
  const record = await owner.call('getRecord', { params: { ...form, id } })
  expect(record.values['name']).toBe('Kept')
  const changed = await owner.call('updateRecord', {
    params: { ...form, id },
    body: { version: record.version, values: { g99: 'there' } },
  })
  expect(changed.version).toBe(record.version + 1)
  const used = await query<{ n: number }>(
    world.databaseUrl,
    `select max(attnum)::int as n from pg_attribute where attrelid = 'ws_acme.account'::regclass`,
  )
  expect(used[0]!.n).toBeLessThan(300)
})
