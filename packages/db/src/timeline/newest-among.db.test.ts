import { param, sql, type SqlFragment } from '@pipewright/logic'
import { emptyDefinition } from '@pipewright/metadata'
import { freshDatabase } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { connect } from '../connection/connect.ts'
import { toStatement } from '../connection/statement.ts'
import { migrate } from '../migrations/migrate.ts'
import { installWorkspace } from '../publish/install-workspace.ts'
import { newestAmong } from './newest-among.ts'

interface Step {
  readonly 'Relation Name'?: string
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Step[]
}

/** How many lines of the ledger a statement read, those it then left out included. */
function linesRead(step: Step): number {
  const isLedger = step['Relation Name']?.startsWith('_record_event') === true
  const own = (step['Actual Rows'] ?? 0) + (step['Rows Removed by Filter'] ?? 0)
  const inside = (step.Plans ?? []).reduce((sum, each) => sum + linesRead(each), 0)
  return (isLedger ? own * (step['Actual Loops'] ?? 0) : 0) + inside
}

test('of many records where nothing happened for long, the newest lines are found without reading all that happened since', async () => {
  await using fresh = await freshDatabase()
  const database = connect({ url: fresh.url, poolSize: 1 })
  const now = '2026-11-21T00:00:00.000Z'
  await migrate(database, { now })
  const made = await installWorkspace(database, {
    key: 'p',
    name: 'P',
    definition: emptyDefinition({ en: 'Empty' }),
    now,
  })
  if (!made.ok) throw new Error(made.problem)
  const run = (text: string) => database.query({ text, values: [] })
  await run(
    'create table ws_p.visit (id uuid primary key, hub int not null, updated_at timestamptz(3) not null)',
  )
  await run('create index on ws_p.visit (hub)')
  await run(
    `insert into ws_p.visit select gen_random_uuid(), case when n > 5000 then 2 else 1 end, '2026-01-01'::timestamptz + n * interval '1 minute' from generate_series(1, 10000) n`,
  )
  await run(
    `insert into ws_p._record_event (id, at, form, record, kind, cause, changes)
      select gen_random_uuid(), case when hub = 1 then updated_at else '2026-11-20'::timestamptz + k * interval '1 minute' end, 'visit', id, 'create', '{}', '{}'
      from ws_p.visit, generate_series(1, 12) k where hub = 2 or k = 1`,
  )
  await run('vacuum analyze ws_p._record_event, ws_p.visit')
  const ids: SqlFragment = sql`select id, updated_at as changed from ws_p.visit where hub = ${param(1, 'int')}`
  const found = newestAmong({
    schema: 'ws_p',
    rings: [{ form: 'visit', ids, noted: false }],
    table: '_record_event',
    asked: 'kind',
    only: sql`true`,
    walked: sql`true`,
    after: undefined,
    limit: 51,
    byChange: true,
  })
  const { text, values } = toStatement(sql`${found} select form, record from t`)
  const rows = await database.query<{ record: string }>({ text, values })
  const last = await run(
    'select id as record from ws_p.visit where hub = 1 order by updated_at desc limit 51',
  )
  expect(rows.map(({ record }) => record).toSorted()).toEqual(
    last.map((row) => String(row['record'])).toSorted(),
  )
  const [plan] = await database.query<{ 'QUERY PLAN': readonly [{ readonly Plan: Step }] }>({
    text: `explain (analyze, format json) ${text}`,
    values,
  })
  expect(linesRead(plan?.['QUERY PLAN'][0].Plan ?? {})).toBeLessThan(6000)
  await database.close()
})
