import { planTargetSearch } from '@pipewright/compiler'
import { aForm, anApp, aRight, aRole, aTextField } from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toStatement } from '../connection/statement.ts'
import { createRecord } from './create-records.ts'
import { searchTargets } from './search-records.ts'
import { readSceneOf } from './scene.ts'
import { counting, testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const definition = anApp({
  forms: [
    aForm({ key: 'lead', searchFields: ['name'] }),
    aForm({
      key: 'account',
      fields: [aTextField(), aTextField({ key: 'city' })],
      searchFields: ['name', 'city'],
    }),
    aForm({ key: 'secret', searchFields: ['name'] }),
  ],
  roles: [
    aRole({
      forms: [
        aRight({ form: 'lead' }),
        aRight({
          form: 'account',
          actions: ['read'],
          read: ['name', 'city'],
          scope: { type: 'condition', condition: { ne: [{ var: 'city' }, 'Hidden'] } },
          write: [],
        }),
      ],
    }),
  ],
})
let space: TestWorkspace

async function made(form: string, values: object): Promise<string> {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, space.scene('admin'), form, { values }, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
  await made('lead', { name: 'Acme lead' })
  await made('account', { name: 'Acme', city: 'Suzhou' })
  await made('account', { name: 'Acme West', city: 'Wuxi' })
  await made('account', { name: 'Acme East', city: 'Hidden' })
  await made('secret', { name: 'Acme secret' })
})
afterAll(() => space.close())

const everywhere = [{ form: 'account' }, { form: 'lead' }, { form: 'secret' }]
const titles = async (who: 'admin' | 'rep', request: object) => {
  const connection = counting(space.database)
  const found = await searchTargets(connection, space.scene(who), {
    targets: everywhere,
    limit: 5,
    ...request,
  })
  if (!found.ok) return found.problem
  expect(connection.statements.length).toBeLessThan(2)
  return found.groups.map(({ form, hits }) => [form, hits.map(({ title }) => title).toSorted()])
}

test('all forms are searched in one statement, in their order, as far as the reader may see', async () => {
  expect(await titles('admin', { search: 'acme' })).toEqual([
    ['account', ['Acme', 'Acme East', 'Acme West']],
    ['lead', ['Acme lead']],
    ['secret', ['Acme secret']],
  ])
  const seen = [
    ['account', ['Acme', 'Acme West']],
    ['lead', ['Acme lead']],
  ]
  expect(await titles('rep', { search: 'acme' })).toEqual(seen)
  // Before anything is typed: what was changed last.
  expect(await titles('rep', {})).toEqual(seen)
  expect(await titles('rep', { targets: [{ form: 'secret' }] })).toEqual([])
})

test('each form keeps its own filter and its own share of the hits', async () => {
  const targets = [{ form: 'account', filter: { eq: [{ var: 'city' }, 'Wuxi'] } }, { form: 'lead' }]
  expect(await titles('rep', { targets })).toEqual([
    ['account', ['Acme West']],
    ['lead', ['Acme lead']],
  ])
  const few = await titles('admin', { search: 'acme', limit: 1 })
  expect(few).toHaveLength(3)
  expect(few).toMatchObject([
    ['account', [expect.any(String)]],
    ['lead', {}],
    ['secret', {}],
  ])
  const wrong = [{ form: 'lead' }, { form: 'account', filter: { eq: [{ var: 'nowhere' }, 1] } }]
  expect(await titles('rep', { targets: wrong })).toMatchObject({
    code: 'bad-filter',
    errors: [{ pointer: '/targets/1/filter/eq/0', code: 'unknown-field' }],
  })
})

test('every part of the statement comes out of an index', async () => {
  const { database } = space
  for (const form of ['lead', 'account', 'secret']) {
    await database.query({
      text: `insert into ws_test.${form} (id, created_at, updated_at, name, _grams) select gen_random_uuid(), now(), now(), n::text, array[n::text] from generate_series(1, 3000) as n`,
      values: [],
    })
    await database.query({ text: `analyze ws_test.${form}`, values: [] })
  }
  const explain = async (search?: string) => {
    const plan = planTargetSearch(readSceneOf(space.scene('admin')), {
      targets: everywhere,
      limit: 5,
      search,
    })
    if (!plan.ok || plan.statement === undefined) throw new Error('no plan')
    const { text, values } = toStatement(plan.statement)
    const rows = await database.query<{ 'QUERY PLAN': string }>({
      text: `explain ${text}`,
      values: [...values],
    })
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  }
  const sought = await explain('续约')
  const recent = await explain()
  for (const { form } of everywhere) {
    expect(sought).toContain(`${form}__grams_idx`)
    expect(recent).toContain(`${form}_updated_at_idx`)
  }
  for (const plan of [sought, recent]) expect(plan).not.toContain('Seq Scan')
  expect(recent).not.toContain('Sort')
})
