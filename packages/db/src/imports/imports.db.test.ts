import { existsSync, readFileSync } from 'node:fs'
import type { AppDefinition, Report } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  templateDefinition,
  testWorkspace,
  type TestWorkspace,
} from '../records/testing/template-workspace.ts'
import { runReport } from '../reports/run-report.ts'
import {
  abandonedImports,
  cancelImport,
  checkImport,
  commitImport,
  goOnImporting,
  previewRows,
  readNotedRows,
  startChecking,
  startImporting,
  type ImportJob,
  type JobHost,
} from './index.ts'
import { host, killedAt, now, stagedImports } from './testing/staged-imports.ts'

let space: TestWorkspace

/** The template with the stage of the real set that it does not have. */
function definitionWithPledged(): AppDefinition {
  const definition = templateDefinition()
  return {
    ...definition,
    forms: definition.forms.map((form) =>
      form.key !== 'opportunity'
        ? form
        : {
            ...form,
            fields: form.fields.map((field) =>
              field.key === 'stage' && field.type === 'choice'
                ? {
                    ...field,
                    options: [
                      ...(field.options ?? []),
                      { key: 'pledged', label: { en: 'Pledged', zh: '已承诺' } },
                    ],
                  }
                : field,
            ),
          },
    ),
  }
}

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definitionWithPledged())
})
afterAll(() => space.close())

type Columns = Parameters<ReturnType<typeof stagedImports>['checked']>[1]
type Of<K extends keyof ReturnType<typeof stagedImports>> = ReturnType<typeof stagedImports>[K]
const checked: Of<'checked'> = (...table) => stagedImports(space).checked(...table)
const committed: Of<'committed'> = (...how) => stagedImports(space).committed(...how)
const job: Of<'job'> = (id) => stagedImports(space).job(id)

async function one<Row>(text: string): Promise<Row> {
  const [row] = await space.database.query<Row>({ text, values: [] })
  if (row === undefined) throw new Error('no row')
  return row
}
const count = async (form: string) =>
  (await one<{ n: number }>(`select count(*)::int as n from ws_test.${form}`)).n
const empty = async () =>
  space.database.query({
    text: 'truncate ws_test.account, ws_test.contact, ws_test.opportunity, ws_test.payment cascade',
    values: [],
  })

/** Accounts, contacts, opportunities and payments that name one another by key. */
interface NpspSet {
  readonly accounts: readonly string[][]
  readonly contacts: readonly string[][]
  readonly opportunities: readonly string[][]
  readonly payments: readonly string[][]
}

const maps: Readonly<Record<string, { form: string; columns: Columns }>> = {
  accounts: { form: 'account', columns: [{ field: 'external_id' }, { field: 'name' }] },
  contacts: {
    form: 'contact',
    columns: [
      { field: 'external_id' },
      { field: 'name' },
      { field: 'phone' },
      { field: 'account', matchBy: 'external_id' },
    ],
  },
  opportunities: {
    form: 'opportunity',
    columns: [
      { field: 'external_id' },
      { field: 'name' },
      { field: 'amount', decimal: '.' },
      { field: 'stage' },
      { field: 'close_date', dateFormat: 'YMD' },
      { field: 'account', matchBy: 'external_id' },
    ],
  },
  payments: {
    form: 'payment',
    columns: [
      { field: 'external_id' },
      { field: 'amount', decimal: '.' },
      { field: 'date', dateFormat: 'YMD' },
      { field: 'opportunity', matchBy: 'external_id' },
    ],
  },
}

async function importSet(set: NpspSet): Promise<void> {
  await empty()
  for (const [name, { form, columns }] of Object.entries(maps)) {
    const found = await checked(form, columns, set[name as keyof NpspSet])
    expect(found.problems.slice(0, 3)).toEqual([])
    expect(await committed(found)).toMatchObject({
      state: 'done',
      done: set[name as keyof NpspSet].length,
    })
  }
}

const cents = (rows: readonly string[][], column: number) =>
  rows.reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0)
const money = (sum: number) => `${Math.floor(sum / 100)}.${String(sum % 100).padStart(2, '0')}`

/** Records and their sums, by their own rows and by what the accounts have rolled up from them. */
const figures = () =>
  one<
    Record<string, unknown>
  >(`select (select count(*)::int from ws_test.account) as accounts, (select count(*)::int from ws_test.contact) as contacts,
    (select count(*)::int from ws_test.opportunity) as opportunities, (select sum(amount) from ws_test.opportunity where stage = 'won') as won, (select sum(won_amount) from ws_test.account) as rolled_up,
    (select count(*)::int from ws_test.payment) as payments, (select sum(amount) from ws_test.payment) as paid, (select count(*)::int from ws_test.payment where opportunity is null) as loose`)

/** What a person sees: won opportunities in a report. */
async function reported(form: string, filter?: Report['filter']) {
  const label = { en: 'Test', zh: '测试' }
  const report: Report = {
    key: 'test',
    form,
    label,
    chart: 'table',
    dimensions: [],
    measures: [
      { key: 'sum', label, function: 'sum', field: 'amount' },
      { key: 'count', label, function: 'count' },
    ],
    ...(filter === undefined ? {} : { filter }),
  }
  const found = await runReport(space.database, space.scene('admin'), report)
  if (!found.ok) throw new Error(JSON.stringify(found.problem))
  return found.answer.totals
}
const won = { eq: [{ var: 'stage' }, 'won'] }

test('tables that refer to one another by key come in, and counts and sums agree', async () => {
  const numbers = Array.from({ length: 60 }, (_, n) => n + 1)
  const set: NpspSet = {
    accounts: numbers.map((n) => [`${n}`, `Household ${n}`]),
    contacts: numbers.map((n) => [
      `${n}`,
      `Person ${n}`,
      n % 3 === 0 ? '' : `3-(902)296-${6000 + n}`,
      `${((n * 7) % 60) + 1}`,
    ]),
    opportunities: numbers.map((n) => [
      `${n}`,
      `Gift: $${n}`,
      `${n * 11}.0`,
      n === 60 ? 'Pledged' : 'Closed Won',
      '2016-11-25',
      `${((n * 13) % 60) + 1}`,
    ]),
    payments: numbers.map((n) => [`${n}`, `${n * 5}.5`, '2018-07-31', `${((n * 17) % 60) + 1}`]),
  }
  await importSet(set)
  const wonSum = money(
    cents(
      set.opportunities.filter((row) => row[3] === 'Closed Won'),
      2,
    ),
  )
  expect(await figures()).toEqual({
    accounts: 60,
    contacts: 60,
    opportunities: 60,
    won: wonSum,
    rolled_up: wonSum,
    payments: 60,
    paid: money(cents(set.payments, 1)),
    loose: 0,
  })
})

const folder = new URL('../../../../../shared/data/npsp/', import.meta.url)
const realSet =
  process.env['NPSP_DATA'] === undefined ? folder : new URL(`file://${process.env['NPSP_DATA']}/`)

/** The files hold no quotes with line breaks, so a line is a row here; the server's own reader has its own tests. */
function realRows(name: string, columns: readonly string[]): string[][] {
  const [header = [], ...rows] = readFileSync(new URL(`${name}.csv`, realSet), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    )
  const places = columns.map((column) => header.indexOf(column))
  expect(places).not.toContain(-1)
  return rows.map((row) => places.map((place) => row[place] ?? ''))
}

test.runIf(existsSync(new URL('accounts.csv', realSet)))(
  'the data of a real organisation comes in by its keys',
  { timeout: 120_000 },
  async () => {
    const contacts = realRows('contacts', ['id', 'FirstName', 'LastName', 'Phone', 'account_id'])
    const set: NpspSet = {
      accounts: realRows('accounts', ['id', 'Name']),
      contacts: contacts.map(([id = '', first = '', last = '', phone = '', account = '']) => [
        id,
        `${first} ${last}`.trim(),
        phone,
        account,
      ]),
      opportunities: realRows('opportunities', [
        'id',
        'name',
        'amount',
        'stage_name',
        'close_date',
        'account_id',
      ]),
      payments: realRows('payments', [
        'id',
        'npe01__Payment_Amount__c',
        'npe01__Payment_Date__c',
        'npe01__opportunity__c',
      ]),
    }
    await importSet(set)
    expect(await figures()).toEqual({
      accounts: 1223,
      contacts: 1024,
      opportunities: 1517,
      won: '1739555.00',
      rolled_up: '1739555.00',
      payments: 2443,
      paid: '1739555.00',
      loose: 0,
    })
    expect(await reported('opportunity', won)).toEqual(['1739555.00', '1516'])
    expect(await reported('payment')).toEqual(['1739555.00', '2443'])
  },
)

const leads = (most: number) =>
  Array.from({ length: most }, (_, n) => [
    `Lead ${n}`,
    `Company ${n % 500}`,
    `1380013${String(n).padStart(4, '0')}`,
    'Website',
    '2026-12-01',
  ])
const leadColumns: Columns = [
  { field: 'name' },
  { field: 'company' },
  { field: 'phone' },
  { field: 'source' },
  { field: 'next_follow_up', dateFormat: 'YMD' },
]
const clearLeads = () => space.database.query({ text: 'truncate ws_test.lead cascade', values: [] })

test('10,000 rows are checked and imported within 20 seconds', { timeout: 60_000 }, async () => {
  await clearLeads()
  const begun = performance.now()
  const found = await checked('lead', leadColumns, leads(10_000))
  const half = performance.now()
  expect(await committed(found)).toMatchObject({ state: 'done', done: 10_000, bad: 0 })
  const ms = Math.round(performance.now() - begun)
  process.stderr.write(`10,000 rows: checked in ${Math.round(half - begun)} ms, all in ${ms} ms\n`)
  expect(await count('lead')).toBe(10_000)
  expect(ms).toBeLessThan(20_000)
  expect(
    await one(
      `select count(*)::int as n, count(distinct record)::int as records from ws_test._record_event where form = 'lead' and cause->>'type' = 'import' and cause->>'id' = '${found.id}'`,
    ),
  ).toEqual({ n: 10_000, records: 10_000 })
})

test('IE-02: killed between two parts it goes on where it was, adds nothing twice and is one change', async () => {
  await clearLeads()
  const found = await checked('lead', leadColumns, leads(2500))
  const scene = space.scene('admin')
  const { workspace } = scene
  const changeSet = scene.newId()
  await startImporting(space.database, workspace, { id: found.id, now, skipBad: false, changeSet })
  const work = async (at: JobHost) => commitImport(space.database, scene, await job(found.id), at)
  await expect(work(killedAt(2))).rejects.toThrow('killed')
  expect(await count('lead')).toBe(1000)
  expect(await job(found.id)).toMatchObject({ state: 'importing', done: 1000, position: 1001 })
  expect((await abandonedImports(space.database, workspace)).map(({ id }) => id)).toEqual([found.id])
  await Promise.all([work(host), work(host)])
  expect(await job(found.id)).toMatchObject({ state: 'done', done: 2500 })
  expect(await count('lead')).toBe(2500)
  expect(
    await one(
      `select count(*)::int as n from ws_test._record_event where form = 'lead' and change_set = '${changeSet}'`,
    ),
  ).toEqual({ n: 2500 })
})

test('IE-02: killed half-way it makes each record for names without one once', async () => {
  await empty()
  const scene = space.scene('admin')
  const makes = ['Nova', 'Lone'].map((text) => ({ text, form: 'account', record: scene.newId() }))
  const rows = Array.from({ length: 1500 }, (_, n) => [`Contact ${n}`, n === 1400 ? 'Lone' : 'NOVA'])
  const found = await checked('contact', [{ field: 'name' }, { field: 'account', makes }], rows)
  expect(found).toMatchObject({ state: 'checked', bad: 0, problems: [] })
  expect(await count('account')).toBe(0)
  await expect(committed(found, false, killedAt(2))).rejects.toThrow('killed')
  expect([await count('account'), await count('contact')]).toEqual([1, 1000])
  await commitImport(space.database, scene, await job(found.id), host)
  expect(await job(found.id)).toMatchObject({ state: 'done', done: 1500 })
  expect([await count('account'), await count('contact')]).toEqual([2, 1500])
  expect(
    await one(
      `select count(*)::int as n from ws_test._record_event where form = 'account' and cause->>'id' = '${found.id}'`,
    ),
  ).toEqual({ n: 2 })
})

test('a check looks at what its import says when it begins, and has nothing to do where another was first', async () => {
  const columns = [{ field: 'name' }, { field: 'company' }]
  const found = await checked('lead', columns, [['Ann', 'Acme']])
  const scene = space.scene('admin')
  const { workspace } = scene
  const mapping = [
    { column: 0, field: 'company' },
    { column: 1, field: 'name' },
  ]
  await startChecking(space.database, workspace, { id: found.id, now, mapping })
  // Whoever waited for a turn since the first match.
  const late = () => checkImport(space.database, scene, found, host)
  await Promise.all([late(), late()])
  expect(await previewRows(space.database, workspace, found.id, 1)).toMatchObject([
    { values: { name: 'Acme', company: 'Ann' } },
  ])
  await cancelImport(space.database, workspace, { id: found.id, now })
  await late()
  expect(await job(found.id)).toMatchObject({ state: 'cancelled' })
})

test('an import at work is not taken for abandoned, and one that is cancelled at work keeps what it tells', async () => {
  await clearLeads()
  const found = await checked('lead', leadColumns, leads(2500))
  const { workspace } = space.scene('admin')
  let asked = 0
  let cancelling: Promise<boolean> | undefined
  let abandoned: Promise<readonly ImportJob[]> | undefined
  const watching = {
    now: () => now,
    isStopping: () => {
      asked += 1
      if (asked === 2) {
        abandoned = abandonedImports(space.database, workspace)
        cancelling = abandoned.then(() => cancelImport(space.database, workspace, { id: found.id, now }))
      }
      return false
    },
  }
  await committed(found, false, watching)
  expect(await abandoned).toEqual([])
  await cancelling
  const after = await job(found.id)
  expect(after.done).toBe(await count('lead'))
  expect(after.done).toBeGreaterThanOrEqual(1000)
})

test('rows refused midway stop an import of all, and it goes on without them and tells them', async () => {
  await empty()
  const columns = [{ field: 'external_id' }, { field: 'name' }]
  const rows = Array.from({ length: 1500 }, (_, n) => [`K${n}`, `Account ${n}`])
  const found = await checked('account', columns, rows)
  await committed(await checked('account', columns, [['k1400', 'Rival']]))
  const { workspace } = space.scene('admin')
  const stopped = await committed(found)
  expect(stopped).toMatchObject({ state: 'failed', error: 'changed', done: 1000, refused: 1 })
  expect(stopped.problems).toMatchObject([{ row: 1402, code: 'not-unique', value: 'K1400' }])
  expect(await startChecking(space.database, workspace, { id: found.id, now, mapping: [] })).toBe(false)
  expect(await goOnImporting(space.database, workspace, { id: found.id, now })).toBe(true)
  await commitImport(space.database, space.scene('admin'), await job(found.id), host)
  expect(await job(found.id)).toMatchObject({ state: 'done', done: 1499, refused: 1 })
  expect(await readNotedRows(space.database, workspace, found.id, 0, 10)).toMatchObject([{ row: 1402 }])
  expect(await count('account')).toBe(1500)
})

test('where bad rows are skipped, those that are refused late stay out and the others come in', async () => {
  await empty()
  const columns = [{ field: 'external_id' }, { field: 'name' }]
  const found = await checked('account', columns, [
    ['K1', 'One'],
    ['K2', 'Two'],
    ['K3', ''],
  ])
  await committed(await checked('account', columns, [['k2', 'Rival']]))
  const done = await committed(found, true)
  expect(done).toMatchObject({ state: 'done', done: 1, bad: 1, refused: 1 })
  expect(done.problems.map(({ row, code }) => [row, code])).toEqual([
    [3, 'not-unique'],
    [4, 'required'],
  ])
})

test('what became untrue since the check is told, and nothing of its part comes in', async () => {
  await empty()
  const found = await checked(
    'account',
    [{ field: 'external_id' }, { field: 'name' }],
    [
      ['K1', 'One'],
      ['K2', 'Two'],
    ],
  )
  const rival = await checked('account', [{ field: 'external_id' }, { field: 'name' }], [['k2', 'Rival']])
  await committed(rival)
  expect(await committed(found)).toMatchObject({
    state: 'failed',
    error: 'changed',
    // The row beside it is not blamed for it.
    problems: [{ code: 'not-unique', field: 'external_id', row: 3, value: 'K2' }],
  })
  expect(await count('account')).toBe(1)
})
