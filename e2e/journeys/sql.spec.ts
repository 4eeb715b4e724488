import { expect, test } from '../setup/test.ts'

test('any SQL tool reads real tables with typed columns, foreign keys and readable names', async ({
  world,
}) => {
  const stages = await world.sql<{ stage: string; count: string; sum: string }>(
    `select stage, count(*), sum(amount) from ${`ws_${world.workspace}`}.opportunity group by 1`,
  )
  expect(stages.map(({ stage }) => stage).toSorted()).toEqual([
    'lost',
    'needs_analysis',
    'negotiation',
    'proposal',
    'qualification',
    'won',
  ])
  for (const { count, sum } of stages) {
    expect(Number(count)).toBeGreaterThan(0)
    expect(sum).toMatch(/^\d+\.\d{2}$/)
  }

  const columns = await world.sql<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
      where table_schema = $1 and table_name = 'opportunity' and column_name = any($2) order by 1`,
    [`ws_${world.workspace}`, ['account', 'amount', 'close_date', 'created_at', 'name']],
  )
  expect(columns).toEqual([
    { name: 'account', type: 'uuid' },
    { name: 'amount', type: 'numeric' },
    { name: 'close_date', type: 'date' },
    { name: 'created_at', type: 'timestamp with time zone' },
    { name: 'name', type: 'text' },
  ])

  const references = await world.sql<{ target: string }>(
    `select distinct confrelid::regclass::text as target from pg_constraint
      where contype = 'f' and conrelid = 'opportunity'::regclass order by 1`,
  )
  expect(references.map(({ target }) => target)).toEqual(
    expect.arrayContaining(['_member', 'account', 'contact']),
  )
})
