import type { Values } from '@pipewright/contract'
import { appUnderTest, query, signedInMember, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }
let made = 0
/** Ids in the order of time, as browsers make them. */
const newSet = () =>
  `${(Date.now() + (made += 1))
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})/, '$1-')}-7000-8000-${String(made).padStart(12, '0')}`

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const form = (key: string) => ({ ...params, form: key })
  const create = (key: string, values: Values, by: TestClient = owner) =>
    by.call('createRecord', { params: form(key), body: { values } })
  const read = (key: string, id: string) => owner.call('getRecord', { params: { ...form(key), id } })
  const change = async (key: string, id: string, values: Values, by: TestClient = owner, set = newSet()) => {
    const { version } = await read(key, id)
    await by.call('updateRecord', {
      params: { ...form(key), id },
      body: { version, values },
      changeSet: { id: set, way: 'cell' },
    })
    return set
  }
  const undo = (id: string, by: TestClient = owner, into = newSet(), after?: string) =>
    by.call('undoChange', {
      params: { ...params, id },
      body: { into, ...(after === undefined ? {} : { after }) },
    })
  const list = (by: TestClient = owner) => by.call('listChanges', { params })
  return { world, owner, form, create, read, change, undo, list, [Symbol.asyncDispose]: world.close }
}

test('a change is listed, undone, and done again, each step by the ledger', async () => {
  await using at = await setUp()
  const account = await at.create('account', { name: 'Acme' })
  const first = await at.change('account', account.id, { name: 'Acme 2' })
  const second = await at.change('account', account.id, { name: 'Acme 3', phone: '+44 20 7946 0000' })
  const before = await at.list()
  expect(before.changes.slice(0, 2)).toMatchObject([
    { id: second, way: 'cell', form: 'account', kinds: ['update'], records: 1, undone: false },
    { id: first, record: { id: account.id, title: 'Acme 3' }, fields: ['name'] },
  ])
  expect(before.undo).toBe(second)
  const into = newSet()
  expect(await at.undo(second, at.owner, into)).toMatchObject({
    done: [{ form: 'account', record: account.id }],
    left: [],
    refused: [],
    next: null,
  })
  expect((await at.read('account', account.id)).values).toMatchObject({ name: 'Acme 2', phone: null })
  const after = await at.list()
  expect([after.undo, after.redo]).toEqual([first, into])
  expect(after.changes.filter(({ undone }) => undone).map(({ id }) => id)).toEqual([second])
  await at.undo(into)
  expect((await at.read('account', account.id)).values).toMatchObject({ name: 'Acme 3' })
  const { events } = await at.owner.call('getHistory', { params: { ...at.form('account'), id: account.id } })
  expect(events[0]?.cause).toEqual({ type: 'person', undoes: into })
  expect((await at.owner.problem(at.undo(second))).code).toBe('already-undone')
})

test('what somebody changed since is left alone and named, the other fields are put back', async () => {
  await using at = await setUp()
  const account = await at.create('account', { name: 'Acme' })
  const colleague = await signedInMember(at.world, { ...params, roles: ['admin'] })
  const set = await at.change('account', account.id, { name: 'Acme 2', phone: '+44 20 7946 0000' })
  await at.change('account', account.id, { name: 'Theirs' }, colleague.browser)
  const step = await at.undo(set)
  expect(step.left).toMatchObject([
    { form: 'account', record: account.id, title: 'Theirs', field: 'name', reason: 'changed' },
  ])
  expect(step.left[0]?.by?.member).toBe(colleague.id)
  expect((await at.read('account', account.id)).values).toMatchObject({ name: 'Theirs', phone: null })
})

test('what was deleted since is left alone, and named too', async () => {
  await using at = await setUp()
  const account = await at.create('account', { name: 'Acme' })
  const set = await at.change('account', account.id, { phone: '+44 20 7946 0000' })
  const { version } = await at.read('account', account.id)
  await at.owner.call('deleteRecord', {
    params: { ...at.form('account'), id: account.id },
    query: { version: String(version) },
  })
  expect((await at.undo(set)).left).toMatchObject([
    { form: 'account', record: account.id, title: 'Acme', field: null, reason: 'deleted' },
  ])
})

test('a change of many records is one step, undone some at a time and gone on with after a stop', async () => {
  await using at = await setUp()
  const accounts = await Promise.all(
    Array.from({ length: 230 }, (_, n) => at.create('account', { name: `A${n}` })),
  )
  const set = newSet()
  await at.owner.call('bulkRecords', {
    params: at.form('account'),
    body: {
      records: accounts.map(({ id, version }) => ({ id, version })),
      action: { type: 'update', values: { phone: '+44 20 7946 0000' } },
    },
    changeSet: { id: set, way: 'bulk' },
  })
  expect((await at.list()).changes[0]).toMatchObject({ id: set, records: 230, record: null })
  const into = newSet()
  const first = await at.undo(set, at.owner, into)
  expect(first.done.length).toBe(200)
  const again = await at.undo(set, at.owner, into)
  expect([again.done.length, again.left.length]).toEqual([0, 0])
  const rest = await at.undo(set, at.owner, into, first.next ?? '')
  expect([rest.done.length, rest.next]).toEqual([30, null])
  const [still] = await query<{ n: number }>(
    at.world.databaseUrl,
    `select count(*)::int as n from ws_acme.account where phone is not null`,
  )
  expect(still?.n).toBe(0)
})

test('a deletion brings back the record and what named it, and a new record goes again', async () => {
  await using at = await setUp()
  const set = newSet()
  const account = await at.owner.call('createRecord', {
    params: at.form('account'),
    body: { values: { name: 'Acme' } },
    changeSet: { id: set },
  })
  const gone = newSet()
  await at.owner.call('deleteRecord', {
    params: { ...at.form('account'), id: account.id },
    query: { version: String(account.version) },
    changeSet: { id: gone },
  })
  expect((await at.list()).changes[0]).toMatchObject({ id: gone, kinds: ['delete'] })
  await at.undo(gone)
  expect((await at.read('account', account.id)).deleted_at).toBeNull()
  await at.undo(set)
  expect((await at.read('account', account.id)).deleted_at).not.toBeNull()
})

test('rows of line items come back with what was entered in them; what is calculated follows', async () => {
  await using at = await setUp()
  const product = await at.create('product', { name: 'P', code: 'P', list_price: '10.00' })
  const account = await at.create('account', { name: 'Acme' })
  const deal = await at.create('opportunity', { name: 'Deal', account: account.id, amount: '100.00' })
  const quote = await at.create('quote', {
    opportunity: deal.id,
    account: account.id,
    items: [
      { product: product.id, quantity: '2', unit_price: '10.00' },
      { product: product.id, quantity: '3', unit_price: '10.00' },
    ],
  })
  const rows = quote.values['items'] as Record<string, string>[]
  const set = await at.change('quote', quote.id, { items: [{ id: rows[0]?.['id'] ?? '', quantity: '7' }] })
  const changed = await at.read('quote', quote.id)
  expect((changed.values['items'] as object[]).length).toBe(1)
  const into = newSet()
  expect(await at.undo(set, at.owner, into)).toMatchObject({ left: [], refused: [] })
  const back = await at.read('quote', quote.id)
  expect((back.values['items'] as Record<string, string>[]).map(({ quantity }) => quantity)).toEqual(
    rows.map(({ quantity }) => quantity),
  )
  expect(back.values['total']).toEqual(quote.values['total'])
  expect(await at.undo(into)).toMatchObject({ left: [], refused: [] })
  const once = (await at.read('quote', quote.id)).values['items'] as object[]
  expect(once.length).toBe(1)
})

test('nobody undoes what others did, nor more than they may write by now', async () => {
  await using at = await setUp()
  const account = await at.create('account', { name: 'Acme' })
  const set = await at.change('account', account.id, { name: 'Acme 2' })
  const colleague = await signedInMember(at.world, { ...params, roles: ['admin'] })
  expect((await colleague.browser.problem(at.undo(set, colleague.browser))).code).toBe('not-found')
  expect((await at.list(colleague.browser)).changes).toEqual([])
  expect((await at.owner.problem(at.undo(set, at.owner, 'not-a-uuid'))).code).toBe('invalid')
})
