import { fillCalculated } from '../publish/fill-calculated.ts'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRateWork } from '../rates/exchange-rates.ts'
import { queryRecords } from './query-records.ts'
import { entangled } from './testing/entangled.ts'
import { runWriters } from './testing/ten-writers.ts'
import { now, testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'

// For a longer run: WRITER_SECONDS=60 vitest run ten-writers
const seconds = Number(process.env['WRITER_SECONDS'] ?? 0)
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), entangled)
})
afterAll(() => space.close())

const everything = async () => {
  const { schema } = space.workspace
  const tables = entangled.forms.map(({ key }) => key)
  const rows = await Promise.all(
    tables.map((table) =>
      space.database.query({ text: `select * from ${schema}.${table} order by id`, values: [] }),
    ),
  )
  return Object.fromEntries(tables.map((table, position) => [table, rows[position]]))
}

/** What is taken while reading is what plain SQL makes of the rows. */
async function expectRead(): Promise<void> {
  const { schema } = space.workspace
  const columns = ['id', 'won_now']
  const page = await queryRecords(space.database, space.scene('admin'), 'account', { columns, limit: 100 })
  if (!page.ok) throw new Error(page.problem.code)
  const plain = await space.database.query<{ id: string; won: string | null }>({
    text: `select a.id, (select coalesce(sum(d.amount), 0)::numeric(20, 2)::text from ${schema}.deal d where d.account = a.id and d.stage = 'won' and d.deleted_at is null) as won from ${schema}.account a`,
    values: [],
  })
  const read = new Map(page.rows.map(({ id, values }) => [id, values['won_now']]))
  expect(plain.length).toBeGreaterThan(0)
  expect(read).toEqual(new Map(plain.map(({ id, won }) => [id, won])))
}

/** Writers that wait for each other in a ring are let go one after the other by the server, a second later each. */
async function deadlocks(): Promise<number> {
  const [row] = await space.database.query<{ deadlocks: number }>({
    text: 'select deadlocks from pg_stat_database where datname = current_database()',
    values: [],
  })
  return row?.deadlocks ?? Number.NaN
}

/** Every amount is worth what the last rate makes of it, and nothing is left to be done about rates. */
async function expectWorth(): Promise<void> {
  const { schema } = space.workspace
  expect(await openRateWork(space.database, space.workspace)).toEqual([])
  const [priced] = await space.database.query<{ count: number }>({
    text: `select count(*)::int as count from ${schema}.deal d join ${schema}._exchange_rate r on r.currency = d.price_currency and r.home = 'CNY'`,
    values: [],
  })
  expect(priced?.count).toBeGreaterThan(0)
  const wrong = await space.database.query({
    text: `select d.price, r.rate from ${schema}.deal d join ${schema}._exchange_rate r on r.currency = d.price_currency and r.home = 'CNY' where d.price_home is distinct from round(d.price_amount * r.rate, 2)`,
    values: [],
  })
  expect(wrong).toEqual([])
}

test(
  'ten writers, torn connections among them, leave every calculated cell as a fresh computation has it',
  { timeout: 60_000 + seconds * 2000 },
  async () => {
    const long = seconds > 0
    const result = await runWriters(space, {
      writers: 10,
      changes: long ? Number.MAX_SAFE_INTEGER : 30,
      seconds: long ? seconds : 20,
      seed: 7,
    })
    expect(result.done).toBeGreaterThan(50)
    expect(result.kills).toBeGreaterThan(0)
    expect(await deadlocks()).toBeLessThan(result.done / 8)
    const kept = await everything()
    const recalculate = entangled.forms.flatMap(({ key, fields }) =>
      fields.filter((field) => 'resultType' in field).map((field) => ({ form: key, field: field.key })),
    )
    await space.database.transaction((tx) =>
      fillCalculated(
        tx,
        space.workspace,
        entangled,
        { steps: [], recalculate, reindexSearch: [] },
        { by: null, now, revision: 1 },
      ),
    )
    expect(await everything()).toEqual(kept)
    await expectRead()
    await expectWorth()
    if (long) process.stdout.write(`${JSON.stringify(result)}, ${kept['deal']?.length} deals\n`)
  },
)
