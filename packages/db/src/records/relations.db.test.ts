import {
  aForm,
  aFormulaField,
  aMoneyField,
  aRelationField,
  aRelationsField,
  aRight,
  aRole,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHistory } from '../ledger/history.ts'
import { describeImpact } from '../publish/describe-impact.ts'
import { publish } from '../publish/publish.ts'
import { createRecord } from './create-records.ts'
import { deleteRecord } from './delete-record.ts'
import { getRecord } from './get-record.ts'
import { queryRecords } from './query-records.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const product = aForm({
  key: 'product',
  fields: [aTextField(), aMoneyField({ key: 'price', scale: 2 }), aTextField({ key: 'kind' })],
})
const deal = aForm({
  key: 'deal',
  fields: [
    aTextField(),
    aRelationsField({
      key: 'products',
      form: 'product',
      maxCount: 3,
      filter: { ne: [{ var: 'kind' }, 'internal'] },
    }),
    aRelationsField({ key: 'wishes', form: 'product', onDelete: 'clear' }),
    aRelationField({ key: 'main', form: 'product' }),
    aFormulaField({
      key: 'total',
      expression: { sum: [{ var: 'products.price' }] },
      resultType: 'money',
      currency: 'CNY',
      scale: 2,
    }),
  ],
})
const definition = anApp({
  forms: [product, deal],
  roles: [
    aRole({
      forms: [
        aRight({ form: 'deal', write: ['name', 'products', 'wishes', 'main'] }),
        aRight({
          form: 'product',
          actions: ['read'],
          scope: { type: 'condition', condition: { ne: [{ var: 'kind' }, 'secret'] } },
          read: ['name', 'kind'],
          write: [],
        }),
      ],
    }),
  ],
})
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
})
afterAll(() => space.close())

type Who = 'admin' | 'rep'
const create = (form: string, values: unknown, who: Who = 'admin') =>
  writeTransaction(space.database, (tx) => createRecord(tx, space.scene(who), form, { values }, person))
const update = (id: string, version: number, values: unknown, who: Who = 'admin') =>
  writeTransaction(space.database, (tx) =>
    updateRecord(tx, space.scene(who), 'deal', id, { version, values }, person),
  )
const remove = (form: string, id: string, version = 1) =>
  writeTransaction(space.database, (tx) => deleteRecord(tx, space.scene('admin'), form, id, version, person))

async function made(form: string, values: unknown): Promise<string> {
  const outcome = await create(form, values)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}

const aProduct = (name: string, price = '1.00', kind = 'goods') => made('product', { name, price, kind })

const links = async (id: string) => {
  const rows = await space.database.query<{ name: string }>({
    text: `select p.name from ws_test.deal_products l join ws_test.product p on p.id = l.target where l.parent = $1 order by l.position`,
    values: [id],
  })
  return rows.map(({ name }) => name)
}

test('many records are kept in their order, with titles, and any SQL tool can join them', async () => {
  const [one, two] = [await aProduct('One', '1.50'), await aProduct('Two', '2.25')]
  const outcome = await create('deal', { name: 'Deal', products: [two, one, two] })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  const { record } = outcome
  expect(record).toMatchObject({
    values: { products: [two, one], total: '3.75' },
    titles: { [one]: 'One', [two]: 'Two' },
  })
  expect(await links(record.id)).toEqual(['Two', 'One'])
  expect((await update(record.id, 1, { products: [one] })).ok).toBe(true)
  expect(await links(record.id)).toEqual(['One'])
  const history = await readHistory(space.database, space.scene('admin'), 'deal', record.id)
  expect(history).toMatchObject({
    ok: true,
    events: [{ changes: expect.arrayContaining([{ field: 'products', old: [two, one], new: [one] }]) }, {}],
    titles: { [one]: 'One', [two]: 'Two' },
  })
})

test('records are found by any or all of those they refer to, and by conditions on them', async () => {
  const [red, blue] = [await aProduct('Red'), await aProduct('Blue')]
  const both = await made('deal', { name: 'Both', products: [red, blue] })
  const single = await made('deal', { name: 'Single', products: [red] })
  const find = async (filter: unknown) => {
    const page = await queryRecords(space.database, space.scene('rep'), 'deal', {
      filter: filter as never,
      sort: [{ field: 'name', direction: 'asc' }],
    })
    return page.ok ? page.rows.map(({ id }) => id) : page
  }
  expect(await find({ hasAny: [{ var: 'products' }, [red]] })).toEqual([both, single])
  expect(await find({ hasAll: [{ var: 'products' }, [red, blue]] })).toEqual([both])
  expect(await find({ in: ['Blue', { var: 'products.name' }] })).toEqual([both])
})

test('who may not see a record cannot choose it and reads no title of it', async () => {
  const [secret, open] = [await aProduct('Secret', '1.00', 'secret'), await aProduct('Open')]
  expect(await create('deal', { name: 'Deal', products: [open, secret] }, 'rep')).toMatchObject({
    ok: false,
    problem: { errors: [{ pointer: '/values/products/1', code: 'no-such-record' }] },
  })
  const deal = await made('deal', { name: 'Deal', products: [open, secret] })
  const found = await getRecord(space.database, space.scene('rep'), 'deal', deal)
  expect(found.ok && found.record.titles).toMatchObject({ [open]: 'Open' })
  expect(found.ok && found.record.titles).not.toHaveProperty(secret)
  await space.database.query({
    text: `update ws_test.deal set owner = $1 where id = $2`,
    values: [space.members.rep, deal],
  })
  expect((await update(deal, 1, { products: [secret] }, 'rep')).ok).toBe(true)
})

test('the filter, the most allowed and unknown records are checked one by one', async () => {
  const [internal, open] = [await aProduct('Own', '1.00', 'internal'), await aProduct('Open')]
  expect(await create('deal', { name: 'Deal', products: [open, internal] })).toMatchObject({
    problem: { errors: [{ pointer: '/values/products/1', code: 'not-eligible' }] },
  })
  expect(await create('deal', { name: 'Deal', products: [crypto.randomUUID()] })).toMatchObject({
    problem: { errors: [{ pointer: '/values/products/0', code: 'no-such-record' }] },
  })
  const four = await Promise.all(['a', 'b', 'c', 'd'].map((name) => aProduct(name)))
  expect(await create('deal', { name: 'Deal', products: four })).toMatchObject({
    problem: { errors: [{ pointer: '/values/products', code: 'too-many' }] },
  })
  expect(await create('deal', { name: 'Deal', products: open })).toMatchObject({
    problem: { errors: [{ pointer: '/values/products', code: 'wrong-type' }] },
  })
})

test('a related record that is deleted is held on to, or let go with a line in the ledger', async () => {
  const [held, wish, kept] = [await aProduct('Held'), await aProduct('Wish'), await aProduct('Kept')]
  const id = await made('deal', { name: 'Deal', products: [held], wishes: [wish, kept] })
  expect(await remove('product', held)).toEqual({ ok: false, problem: { code: 'in-use' } })
  expect((await remove('product', wish)).ok).toBe(true)
  const found = await getRecord(space.database, space.scene('admin'), 'deal', id)
  expect(found).toMatchObject({ ok: true, record: { version: 2, values: { wishes: [kept] } } })
  const history = await readHistory(space.database, space.scene('admin'), 'deal', id)
  expect(history).toMatchObject({
    events: [{ kind: 'update', changes: [{ field: 'wishes', old: [wish, kept], new: [kept] }] }, {}],
  })
})

test('what is calculated over related records follows them', async () => {
  const item = await aProduct('Item', '5.00')
  const id = await made('deal', { name: 'Deal', products: [item] })
  await writeTransaction(space.database, (tx) =>
    updateRecord(
      tx,
      space.scene('admin'),
      'product',
      item,
      { version: 1, values: { price: '7.50' } },
      person,
    ),
  )
  const found = await getRecord(space.database, space.scene('admin'), 'deal', id)
  expect(found).toMatchObject({ ok: true, record: { values: { total: '7.50' } } })
})

test('a relation to one becomes one to many with its values, and back while no record refers to more', async () => {
  const own = await testWorkspace(await freshDatabase(), definition)
  const write = async (form: string, values: unknown) => {
    const outcome = await writeTransaction(own.database, (tx) =>
      createRecord(tx, own.scene('admin'), form, { values }, person),
    )
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
    return outcome.record.id
  }
  const item = await write('product', { name: 'Item' })
  const id = await write('deal', { name: 'Deal', main: item })
  const withMain = (main: (typeof deal.fields)[number]) => ({
    ...definition,
    forms: [product, { ...deal, fields: deal.fields.map((field) => (field.key === 'main' ? main : field)) }],
  })
  const many = withMain(aRelationsField({ key: 'main', form: 'product' }))
  const go = (next: typeof definition, base: number) =>
    publish(own.database, own.workspace, {
      definition: next,
      base,
      by: null,
      changes: [],
      now: '2026-11-22T08:00:00.000Z',
    })
  expect((await go(many, 1)).ok).toBe(true)
  const list = () =>
    own.database.query<{ main: unknown; linked: number }>({
      text: `select main, (select count(*)::int from ws_test.deal_main l where l.parent = d.id and l.target = any(d.main)) as linked from ws_test.deal d where id = $1`,
      values: [id],
    })
  expect(await list()).toEqual([{ main: [item], linked: 1 }])
  const other = await write('product', { name: 'Other' })
  await own.database.query({ text: 'update ws_test.deal set main = main || $1::uuid', values: [other] })
  expect(await list()).toEqual([{ main: [item, other], linked: 2 }])
  const impact = await describeImpact(own.database, own.workspace, many, definition)
  expect(impact.changes.flatMap(({ effects }) => effects)).toMatchObject([
    { code: 'relation-narrowed', severity: 'error', count: 1 },
  ])
  await own.database.query({ text: 'update ws_test.deal set main = main[1:1]', values: [] })
  expect((await go(definition, 2)).ok).toBe(true)
  const [row] = await own.database.query({
    text: 'select main from ws_test.deal where id = $1',
    values: [id],
  })
  expect(row).toEqual({ main: item })
  expect((await go(many, 3)).ok).toBe(true)
  expect(await list()).toEqual([{ main: [item], linked: 1 }])
  await own.close()
})
