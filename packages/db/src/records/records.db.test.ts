import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from './create-records.ts'
import type { Connection } from '../connection/connection.ts'
import { deleteRecord, restoreRecord } from './delete-record.ts'
import { getRecord } from './get-record.ts'
import type { RecordOutcome } from './outcome.ts'
import { countRecords } from './count-records.ts'
import { queryRecords } from './query-records.ts'
import { readBoard } from './read-board.ts'
import { searchAll } from './search-records.ts'
import { counting, testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'
import { readHistory } from '../ledger/history.ts'

const person = { type: 'person' } as const
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase())
})
afterAll(() => space.close())

const create = (member: 'admin' | 'rep' | 'other', form: string, values: unknown): Promise<RecordOutcome> =>
  writeTransaction(space.database, (tx) => createRecord(tx, space.scene(member), form, { values }, person))

async function made(member: 'admin' | 'rep' | 'other', form: string, values: unknown) {
  const outcome = await create(member, form, values)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record
}

const update = (
  member: 'admin' | 'rep' | 'other',
  form: string,
  id: string,
  version: unknown,
  values: unknown,
  owner?: string,
) =>
  writeTransaction(space.database, (tx) =>
    updateRecord(
      tx,
      space.scene(member),
      form,
      id,
      owner === undefined ? { version, values } : { version, values, owner },
      person,
    ),
  )

test('a quote is calculated with its rows, exactly', async () => {
  const account = await made('admin', 'account', { name: '杭州云杉科技有限公司' })
  const product = await made('admin', 'product', {
    code: 'S',
    name: 'Server',
    list_price: '100.10',
    cost: '60',
  })
  const quote = await made('admin', 'quote', {
    account: account.id,
    items: [
      { product: product.id, quantity: '3', discount: '20' },
      { product: product.id, quantity: 1, unit_price: '0.33' },
    ],
  })
  expect(quote.values).toMatchObject({
    number: 'Q-00001',
    subtotal: '300.63',
    total: '240.57',
    cost_total: '240.00',
    margin: '0.57',
    status: 'draft',
  })
  expect(quote.titles).toMatchObject({ [account.id]: '杭州云杉科技有限公司', [product.id]: 'Server' })
  const rows = quote.values['items'] as readonly Record<string, unknown>[]
  expect(rows[0]).toMatchObject({ unit_price: '100.10', line_total: '240.24', line_cost: '180.00' })
  const changed = await update('admin', 'quote', quote.id, 1, {
    items: [
      { id: rows[1]!['id'], quantity: '2' },
      { product: product.id, quantity: 1 },
    ],
  })
  if (!changed.ok) throw new Error(JSON.stringify(changed.problem))
  expect(changed.record).toMatchObject({ version: 2, values: { total: '100.76' } })
  expect(
    (changed.record.values['items'] as readonly Record<string, unknown>[]).map(
      (row) => row['id'] === rows[1]!['id'],
    ),
  ).toEqual([true, false])
})

test('a cost that changes flows into the lines and quotes that use it', async () => {
  const account = await made('admin', 'account', { name: 'Flow' })
  const product = await made('admin', 'product', { code: 'P', name: 'P', list_price: '10', cost: '6' })
  const quote = await made('admin', 'quote', {
    account: account.id,
    items: [{ product: product.id, quantity: '2' }],
  })
  const changed = await update('admin', 'product', product.id, 1, { cost: '7.50' })
  expect(changed.ok).toBe(true)
  const after = await getRecord(space.database, space.scene('admin'), 'quote', quote.id)
  expect(after).toMatchObject({
    ok: true,
    record: { version: 1, values: { cost_total: '15.00', margin: '5.00' } },
  })
})

test('payments flow into instalment, contract and account, and back out when deleted', async () => {
  const account = await made('admin', 'account', { name: 'Chain' })
  const contract = await made('admin', 'contract', { name: 'C', account: account.id, amount: '300' })
  const plan = await made('admin', 'payment_plan', {
    label: 'First',
    contract: contract.id,
    amount: '100',
    due_date: '2026-01-01',
  })
  expect(plan.values).toMatchObject({
    account: account.id,
    open: '100.00',
    overdue: '100.00',
    is_settled: false,
  })
  const payment = await made('admin', 'payment', {
    payment_plan: plan.id,
    amount: '40.25',
    date: '2026-11-01',
  })
  const read = async (form: string, id: string) => {
    const found = await getRecord(space.database, space.scene('admin'), form, id)
    if (!found.ok) throw new Error('gone')
    return found.record.values
  }
  expect(await read('payment_plan', plan.id)).toMatchObject({
    paid: '40.25',
    open: '59.75',
    overdue: '59.75',
  })
  expect(await read('contract', contract.id)).toMatchObject({
    planned: '100.00',
    paid: '40.25',
    open: '59.75',
    overdue: '59.75',
    paid_percent: '13.4',
  })
  expect(await read('account', account.id)).toMatchObject({
    receivable_open: '59.75',
    receivable_overdue: '59.75',
  })
  const deleted = await writeTransaction(space.database, (tx) =>
    deleteRecord(tx, space.scene('admin'), 'payment', payment.id, 1, person),
  )
  expect(deleted).toEqual({ ok: true, followers: [] })
  expect(await read('contract', contract.id)).toMatchObject({ paid: '0.00', open: '100.00' })
  const inUse = await writeTransaction(space.database, (tx) =>
    deleteRecord(tx, space.scene('admin'), 'contract', contract.id, 1, person),
  )
  expect(inUse).toEqual({ ok: false, problem: { code: 'in-use' } })
  const back = await writeTransaction(space.database, (tx) =>
    restoreRecord(tx, space.scene('admin'), 'payment', payment.id, 2, person),
  )
  expect(back).toMatchObject({ ok: true, record: { version: 3, deleted_at: null } })
  expect(await read('contract', contract.id)).toMatchObject({ paid: '40.25' })
  const history = await readHistory(space.database, space.scene('admin'), 'payment', payment.id)
  expect(history).toMatchObject({
    ok: true,
    events: [{ kind: 'restore' }, { kind: 'delete' }, { kind: 'create' }],
  })
})

test('CO-01: a hundred at once get numbers without gaps', async () => {
  const account = await made('admin', 'account', { name: 'Numbers' })
  const made100 = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      made('admin', 'sales_order', { account: account.id, notes: `n${n}` }),
    ),
  )
  const numbers = made100.map((record) => String(record.values['number'])).toSorted()
  expect(numbers).toEqual(Array.from({ length: 100 }, (_, n) => `SO-${String(n + 1).padStart(5, '0')}`))
})

test('ten writers on one instalment agree with a fresh sum', async () => {
  const account = await made('admin', 'account', { name: 'Ten' })
  const contract = await made('admin', 'contract', { name: 'C', account: account.id, amount: '1000' })
  const plan = await made('admin', 'payment_plan', {
    label: 'All',
    contract: contract.id,
    amount: '1000',
    due_date: '2027-01-01',
  })
  await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      made('admin', 'payment', { payment_plan: plan.id, amount: `${n}.01`, date: '2026-11-01' }),
    ),
  )
  const [row] = await space.database.query<{ sum: string; paid: string; total: string }>({
    text: `select (select sum(amount) from ws_test.payment where payment_plan = $1) as sum, paid, (select paid from ws_test.contract where id = $2) as total from ws_test.payment_plan where id = $1`,
    values: [plan.id, contract.id],
  })
  expect(row).toEqual({ sum: '435.30', paid: '435.30', total: '435.30' })
})

test('CO-02, CO-03: a stale version is refused with what changed since', async () => {
  const account = await made('admin', 'account', { name: 'Stale' })
  expect(await update('admin', 'account', account.id, 1, { city: 'Hangzhou' })).toMatchObject({
    ok: true,
    record: { version: 2 },
  })
  expect(await update('admin', 'account', account.id, 1, { city: 'Ningbo' })).toEqual({
    ok: false,
    problem: { code: 'stale-version', version: 2, changed: ['city', 'completeness'] },
  })
  expect(await update('admin', 'account', account.id, undefined, {})).toMatchObject({
    problem: { code: 'version-missing' },
  })
  expect(await update('admin', 'account', account.id, '2', {})).toMatchObject({
    problem: { code: 'bad-version' },
  })
  expect(await update('admin', 'account', account.id, 2, { city: 'Hangzhou' })).toMatchObject({
    ok: true,
    record: { version: 2 },
  })
})

test('statements: create ≤ 4, page 1, board 2', async () => {
  const account = await made('admin', 'account', { name: 'Counted' })
  const create4 = await space.database.transaction(async (tx) => {
    const counted = counting(tx)
    const outcome = await createRecord(
      counted,
      space.scene('admin'),
      'lead',
      { values: { name: 'L', company: 'X', source: 'website' } },
      person,
    )
    expect(outcome).toMatchObject({ ok: true })
    return counted.statements.length
  })
  expect(create4).toBeLessThanOrEqual(2)
  await made('admin', 'opportunity', { name: 'O', account: account.id, amount: '5' })
  const counted = counting(space.database)
  const page = await queryRecords(counted, space.scene('admin'), 'opportunity', {})
  expect(page).toMatchObject({ ok: true, rows: [{ title: 'O', titles: { [account.id]: 'Counted' } }] })
  expect(counted.statements).toHaveLength(1)
  const board = await readBoard(counted, space.scene('admin'), 'opportunity', {
    field: 'stage',
    sums: ['amount'],
  })
  expect(counted.statements).toHaveLength(3)
  expect(board).toMatchObject({
    ok: true,
    columns: [
      { value: 'qualification', count: 1, sums: { amount: '5.00' }, rows: [{ title: 'O' }] },
      {},
      {},
      {},
      {},
      {},
    ],
  })
})

test('search finds one and two characters, and every page shows each row once', async () => {
  for (let n = 0; n < 23; n += 1)
    await made('admin', 'lead', {
      name: `客户${n}`,
      company: n % 3 === 0 ? null : `Company ${n % 5}`,
      source: 'website',
    })
  const hits = await queryRecords(space.database, space.scene('admin'), 'lead', {
    search: '客户2',
    limit: 100,
  })
  expect(hits.ok && hits.rows.map((row) => row.title).toSorted()).toEqual([
    '客户2',
    '客户20',
    '客户21',
    '客户22',
  ])
  expect(await countRecords(space.database, space.scene('admin'), 'lead', { search: '客' })).toEqual({
    ok: true,
    count: 23,
    exact: true,
  })
  const all = await searchAll(space.database, space.scene('admin'), '客户22')
  expect(all).toMatchObject([{ form: 'lead', hits: [{ title: '客户22' }] }])
  for (const direction of ['asc', 'desc'] as const) {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await queryRecords(space.database, space.scene('admin'), 'lead', {
        search: '客户',
        sort: [{ field: 'company', direction }],
        limit: 4,
        after,
      })
      if (!page.ok) throw new Error(JSON.stringify(page.problem))
      seen.push(...page.rows.map((row) => row.title))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(new Set(seen).size).toBe(23)
    expect(seen).toHaveLength(23)
  }
})

test('a unique value is refused by the index, naming the field only to those who may read it', async () => {
  await made('admin', 'account', { name: 'U1', external_id: 'X-１' })
  const again = await create('admin', 'account', { name: 'U2', external_id: 'x-1' })
  expect(again).toEqual({
    ok: false,
    problem: {
      code: 'duplicate',
      params: { field: expect.any(String) as string },
      errors: [{ pointer: '/values/external_id', code: 'not-unique' }],
    },
  })
  const scene = space.scene('rep')
  const { external_id: _, ...fields } = scene.rights.forms['account']!.fields
  const rights = {
    ...scene.rights,
    forms: { ...scene.rights.forms, account: { ...scene.rights.forms['account']!, fields } },
  }
  const blind = await writeTransaction(space.database, (tx) =>
    createRecord(tx, { ...scene, rights }, 'account', { values: { name: 'U3', external_id: 'x-1' } }, person),
  )
  expect(blind).toMatchObject({ problem: { errors: [{ code: 'unknown-field' }] } })
})

test('a record under approval is changed by the system alone', async () => {
  const account = await made('admin', 'account', { name: 'Held' })
  const scene = space.scene('admin')
  const hold = (lockedBy: string | null) =>
    writeTransaction(space.database, (tx) =>
      updateRecord(
        tx,
        scene,
        'account',
        account.id,
        { values: {} },
        { type: 'workflow' },
        { privileged: true, lockedBy },
      ),
    )
  expect(await hold(account.id)).toMatchObject({ ok: true, record: { version: 2, locked_by: account.id } })
  expect(await update('admin', 'account', account.id, 2, { city: 'x' })).toEqual({
    ok: false,
    problem: { code: 'locked' },
  })
  const deleted = await writeTransaction(space.database, (tx) =>
    deleteRecord(tx, scene, 'account', account.id, 2, person),
  )
  expect(deleted).toEqual({ ok: false, problem: { code: 'locked' } })
  expect(await hold(null)).toMatchObject({ ok: true, record: { version: 3, locked_by: null } })
  expect(await update('admin', 'account', account.id, 3, { city: 'x' })).toMatchObject({ ok: true })
})

test('deleting lets go of relations that may be let go, with a ledger line', async () => {
  const lead = await made('admin', 'lead', { name: 'Gone', source: 'website' })
  const account = await made('admin', 'account', { name: 'Stays' })
  const activity = await made('admin', 'activity', {
    subject: 'Call',
    lead: lead.id,
    account: account.id,
    occurred_at: '2026-11-20T10:00:00+08:00',
  })
  expect(await getRecord(space.database, space.scene('admin'), 'lead', lead.id)).toMatchObject({
    record: { values: { activity_count: '1', last_activity_at: '2026-11-20T02:00:00.000Z' } },
  })
  await writeTransaction(space.database, (tx) =>
    deleteRecord(tx, space.scene('admin'), 'lead', lead.id, 1, person),
  )
  expect(await getRecord(space.database, space.scene('admin'), 'activity', activity.id)).toMatchObject({
    record: { version: 2, values: { lead: null, account: account.id } },
  })
  expect(await readHistory(space.database, space.scene('admin'), 'activity', activity.id)).toMatchObject({
    events: [{ kind: 'update', changes: [{ field: 'lead', old: lead.id, new: null }] }, { kind: 'create' }],
  })
})

test('a write that nothing else leans on is stored and answered in one statement, as reading it would answer', async () => {
  const account = await made('admin', 'account', { name: '杭州一步科技' })
  const scene = space.scene('admin')
  const write = (work: (tx: Connection) => Promise<RecordOutcome>) =>
    writeTransaction(space.database, async (tx) => {
      const counted = counting(tx)
      const outcome = await work(counted)
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
      expect(counted.statements).toHaveLength(2)
      // Only a write has something to warn of.
      const read = await getRecord(tx, scene, 'contact', outcome.record.id)
      expect({ ...read, warnings: [] }).toEqual(outcome)
      return outcome
    })
  const values = { name: 'Li Wei', account: account.id }
  const created = await write((tx) => createRecord(tx, scene, 'contact', { values }, person))
  if (!created.ok) throw new Error('refused')
  expect(created.record.titles).toMatchObject({ [account.id]: '杭州一步科技' })
  const change = { version: 1, values: { name: 'Li Wei 2' } }
  const changed = await write((tx) => updateRecord(tx, scene, 'contact', created.record.id, change, person))
  expect(changed).toMatchObject({ record: { version: 2, title: 'Li Wei 2' } })
})
