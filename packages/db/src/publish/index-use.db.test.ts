import { compileApp, planAlikeRows, planMatches, planQuery, type Actor } from '@pipewright/compiler'
import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Field } from '@pipewright/schemas'
import type { SqlFragment } from '@pipewright/logic'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../connection/connect.ts'
import type { Connection, Database } from '../connection/connection.ts'
import { toStatement } from '../connection/statement.ts'
import { migrate } from '../migrations/migrate.ts'
import { installWorkspace } from './install-workspace.ts'

const now = '2026-11-21T00:00:00.000Z'
const label = { en: 'Label', zh: '名称' }
const field = (type: Field['type'], key: string, more: object = {}) =>
  ({ type, key, label, ...more }) as Field

const definition: AppDefinition = {
  ...emptyDefinition(label),
  forms: [
    {
      key: 'deal',
      label,
      labelPlural: label,
      titleField: 'name',
      fields: [
        field('text', 'name'),
        field('choice', 'stage', { options: ['new', 'open'].map((key) => ({ key, label })) }),
        field('money', 'amount', { currency: 'CNY' }),
        field('email', 'email'),
        field('phone', 'phone'),
      ],
      layout: { sections: [] },
      searchFields: ['name'],
      matchFields: ['email', 'phone'],
    },
  ],
  views: [
    {
      key: 'open',
      form: 'deal',
      label,
      type: 'table',
      columns: ['name'],
      filter: { eq: [{ var: 'stage' }, 'open'] },
      sort: [{ field: 'amount', direction: 'desc' }],
    },
    {
      key: 'by_stage',
      form: 'deal',
      label,
      type: 'table',
      columns: ['name'],
      sort: [
        { field: 'stage', direction: 'asc' },
        { field: 'amount', direction: 'desc' },
      ],
    },
  ],
}

let database: Database
let drop: () => Promise<void>

beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  database = connect({ url: fresh.url, poolSize: 2 })
  await migrate(database, { now })
  await installWorkspace(database, { key: 'use', name: 'U', definition, now })
})

afterAll(async () => {
  await database.close()
  await drop()
})

const actor: Actor = {
  memberId: '00000000-0000-7000-8000-000000000001',
  departmentId: null,
  departmentTree: [],
  team: [],
  roles: [],
  admin: true,
  zone: 'UTC',
  locale: 'en',
}
const app = compileApp(definition, 1)
const scene = {
  app,
  rights: app.rights(actor),
  schema: 'ws_use',
  context: { now, today: '2026-11-21', zone: 'UTC', me: actor.memberId },
}

/** The plan that the server chooses when it may not read whole tables or sort, if it can do without. */
const explain = (statement: SqlFragment, off = ['enable_seqscan', 'enable_sort']): Promise<string> =>
  database.transaction(async (tx: Connection) => {
    for (const way of off) await tx.query({ text: `set local ${way} = off`, values: [] })
    const { text, values } = toStatement(statement)
    const rows = await tx.query<{ 'QUERY PLAN': string }>({ text: `explain ${text}`, values })
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })

const query = (request: object): SqlFragment => {
  const plan = planQuery(scene, 'deal', { columns: ['name'], ...request })
  if (!plan.ok) throw new Error(plan.problem.code)
  return plan.statement
}

test.each([
  ['latest first', {}, /deal_updated_at_idx/],
  [
    'the order and filter of a view',
    { filter: definition.views[0]?.filter, sort: definition.views[0]?.sort },
    /deal_stage_amount_idx/,
  ],
  ['the order of options', { sort: definition.views[1]?.sort }, /deal_stage_amount_idx/],
])('a list comes out of an index in order: %s', async (_, request, index) => {
  const plan = await explain(query(request))
  expect(plan).toMatch(index)
  expect(plan).not.toMatch(/Sort|Seq Scan/)
})

test('a search is narrowed by the index of its grams', async () => {
  // Of an empty table any other index is read as quickly.
  await database.query({
    text: `insert into ws_use.deal (id, created_at, updated_at, name, _grams)
      select gen_random_uuid(), now(), now(), n::text, array[n::text] from generate_series(1, 3000) as n`,
    values: [],
  })
  await database.query({ text: 'analyze ws_use.deal', values: [] })
  const plan = await explain(query({ search: '续约' }), [])
  expect(plan).toMatch(/deal__grams_idx/)
})

test('records that look the same are found by index', async () => {
  await database.query({
    text: `insert into ws_use.deal (id, created_at, updated_at, name, _match)
      select gen_random_uuid(), now(), now(), n::text, array['email:email' || n] from generate_series(1, 3000) as n`,
    values: [],
  })
  await database.query({ text: 'analyze ws_use.deal', values: [] })
  const values = { email: 'Ann@example.org', phone: '+86 138 0000 0000' }
  const plan = planMatches(scene, 'deal', { values })
  if (!plan.ok || plan.statement === undefined) throw new Error('no plan')
  expect(await explain(plan.statement, [])).toMatch(/deal__match_idx/)
})

test('records that many rows of a file look like are found by index, each by its key', async () => {
  const keys = Array.from({ length: 1000 }, (_, n) => `email:email\u0002${n}@example.org`)
  const plan = planAlikeRows(scene, 'deal')
  if (plan === undefined) throw new Error('no plan')
  const text = await explain(plan.found(keys), ['enable_seqscan'])
  expect(text).toMatch(/deal__match_idx/)
  expect(text).not.toMatch(/Seq Scan|Filter: .*_match/)
})

test('what was shared with a member is found by its ids, besides what is his own', async () => {
  await database.query({ text: 'analyze ws_use.deal', values: [] })
  const [row] = await database.query<{ id: string }>({
    text: 'select id from ws_use.deal limit 1',
    values: [],
  })
  const shared = [{ form: 'deal', record: row?.id ?? '', edit: false }]
  const reps = compileApp(
    {
      ...definition,
      roles: [
        {
          key: 'rep',
          label,
          forms: [{ form: 'deal', actions: ['read'], scope: { type: 'own' }, read: ['name'], write: [] }],
        },
      ],
    },
    1,
  )
  const rights = reps.rights({ ...actor, admin: false, roles: ['rep'], shared })
  const plan = planQuery({ ...scene, app: reps, rights }, 'deal', { columns: ['name'] })
  if (!plan.ok) throw new Error(plan.problem.code)
  // As the server chooses it by itself: nothing is turned off.
  const text = await explain(plan.statement, [])
  expect(text).toMatch(/BitmapOr/)
  expect(text).toMatch(/deal_pkey/)
  expect(text).toMatch(/deal_owner_updated_at_idx/)
})
