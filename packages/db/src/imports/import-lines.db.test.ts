import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createRecords } from '../records/create-records.ts'
import { testWorkspace, type TestWorkspace } from '../records/testing/template-workspace.ts'
import { abandonedImports, checkImport, commitImport, startChecking, startImporting } from './index.ts'
import { host, killedAt, now, stagedImports } from './testing/staged-imports.ts'

let space: TestWorkspace
beforeAll(async () => {
  space = await testWorkspace(await freshDatabase())
  const make = async (form: string, values: Record<string, unknown>) => {
    const made = await space.database.transaction((tx) =>
      createRecords(tx, space.scene('admin'), form, [{ values }], { type: 'person' }),
    )
    if (!made.ok) throw new Error(JSON.stringify(made.refused))
  }
  await make('account', { name: 'Acme' })
  for (const name of ['Pump', 'Valve', 'Lid'])
    await make('product', { name, code: name, list_price: '10', cost: '4' })
})
afterAll(() => space.close())
beforeEach(() => space.database.query({ text: 'truncate ws_test.quote cascade', values: [] }))

const columns = [
  { field: 'account' },
  { field: 'terms' },
  { field: 'items.product' },
  { field: 'items.quantity' },
]
const products = ['Pump', 'Valve', 'Lid']
/** Lines of each quote. */
const each = 2
/** Quotes with lines whose quantities tell which quote and line they are of. */
const rowsOf = (quotes: number) =>
  Array.from({ length: quotes * each }, (_, n) => [
    n % each === 0 ? 'Acme' : '',
    n % each === 0 ? `T${n / each}` : '',
    products[n % 3] ?? '',
    `${n + 1}`,
  ])

async function stored() {
  const [found] = await space.database.query<Record<string, number>>({
    text: `select (select count(*) from ws_test.quote)::int as quotes, count(*)::int as lines,
        count(distinct quantity)::int as quantities, count(distinct (parent, position))::int as places,
        count(*) filter (where 'T' || ((quantity::int - 1) / ${each}) = q.terms)::int as own,
        (select count(*) from ws_test._record_event where form = 'quote')::int as events
      from ws_test.quote_items i join ws_test.quote q on q.id = i.parent`,
    values: [],
  })
  return found
}
const whole = (quotes: number) => ({
  quotes,
  lines: quotes * each,
  quantities: quotes * each,
  places: quotes * each,
  own: quotes * each,
})

async function started(quotes: number) {
  const at = stagedImports(space)
  const found = await at.checked('quote', columns, rowsOf(quotes))
  expect(found).toMatchObject({ state: 'checked', bad: 0, records: quotes, lines: quotes * each })
  const changeSet = space.scene('admin').newId()
  await startImporting(space.database, space.workspace, { id: found.id, now, skipBad: false, changeSet })
  const work = async (how = host) =>
    commitImport(space.database, space.scene('admin'), await at.job(found.id), how)
  return { id: found.id, work, job: () => at.job(found.id) }
}

test('IE-02: killed between two parts, records go on with their lines where they were, none twice and none missing', async () => {
  const { id, work, job } = await started(1100)
  await expect(work(killedAt(2))).rejects.toThrow('killed')
  expect(await stored()).toMatchObject(whole(1000))
  expect(await job()).toMatchObject({ state: 'importing', done: 1000 })
  expect((await abandonedImports(space.database, space.workspace)).map((one) => one.id)).toEqual([id])
  await Promise.all([work(), work()])
  expect(await job()).toMatchObject({ state: 'done', done: 1100 })
  expect(await stored()).toMatchObject(whole(1100))
}, 60_000)

test('IE-02: killed within a part, nothing of it stays, neither records nor lines', async () => {
  const { work, job } = await started(1100)
  let asked = 0
  const dying = () => {
    asked += 1
    if (asked === 2) throw new Error('killed')
    return now
  }
  await expect(work({ ...host, now: dying })).rejects.toThrow('killed')
  expect(await stored()).toMatchObject(whole(1000))
  await work()
  expect(await job()).toMatchObject({ state: 'done', done: 1100 })
  expect(await stored()).toMatchObject(whole(1100))
})

test('records with many lines come in in smaller parts, and go on behind the last one', async () => {
  const at = stagedImports(space)
  const rows = Array.from({ length: 22 * 500 }, (_, n) => [
    n % 500 === 0 ? 'Acme' : '',
    n % 500 === 0 ? `Q${n / 500}` : '',
    products[n % 3] ?? '',
    '1',
  ])
  const found = await at.checked('quote', columns, rows)
  expect(found).toMatchObject({ bad: 0, records: 22, lines: 11_000 })
  await expect(at.committed(found, false, killedAt(2))).rejects.toThrow('killed')
  const half = await at.job(found.id)
  expect(half.done).toBe(20)
  expect(await stored()).toMatchObject({ quotes: 20, lines: 10_000 })
  await commitImport(space.database, space.scene('admin'), half, host)
  expect(await stored()).toMatchObject({ quotes: 22, lines: 11_000, places: 11_000 })
}, 60_000)

test('a check that died is made again, with another match of columns as well', async () => {
  const at = stagedImports(space)
  const dying = at.checked('quote', columns, rowsOf(1100), space.database, { at: killedAt(2) })
  await expect(dying).rejects.toThrow('killed')
  const [left] = await space.database.query<{ id: string }>({
    text: `select id from ws_test._import where state = 'checking'`,
    values: [],
  })
  const id = left?.id ?? ''
  await space.database.query({
    text: `update ws_test._import set state = 'failed' where id = $1`,
    values: [id],
  })
  const again = async (own: typeof columns) => {
    const mapping = own.map((one, column) => ({ ...one, column }))
    await startChecking(space.database, space.workspace, { id, now, mapping })
    await checkImport(space.database, space.scene('admin'), await at.job(id), host)
    return at.job(id)
  }
  expect(await again(columns)).toMatchObject({ state: 'checked', bad: 0, records: 1100, lines: 2200 })
  // Without its lines each row is a record by itself, and every second names no account.
  expect(await again(columns.slice(0, 2))).toMatchObject({ records: 2200, lines: 0, bad: 1100 })
  const last = await again(columns)
  expect(last).toMatchObject({ bad: 0, records: 1100, lines: 2200 })
  await at.committed(last)
  expect(await stored()).toMatchObject(whole(1100))
})
