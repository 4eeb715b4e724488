import { uuidv7 } from 'uuidv7'
import { appUnderTest } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { byId, quoteHeader, quoteImports } from './testing/quote-imports.ts'

const workspace = 'acme'
const setUp = async () => quoteImports(await appUnderTest({ prepared: 'workspace' }))

test('rows below one another are the lines of one record, whether they repeat what is of it or leave it empty', async () => {
  await using at = await setUp()
  const job = await at.send(
    `${quoteHeader}\nAcme,2027-01-01,Pump,1,10\n,,Valve,2,5\nAcme,2027-01-02,Pump,3,10\nAcme,2027-01-02,Valve,4,5\n`,
  )
  expect(job.mapping.map(({ field }) => field)).toEqual([
    'account',
    'valid_until',
    'items.product',
    'items.quantity',
    'items.unit_price',
  ])
  const checked = await at.check(job)
  expect(checked).toMatchObject({ bad: 0, rows: 4, records: 2, lines: 4, problems: [] })
  expect(checked.preview.map(({ row }) => row)).toEqual([2, 4])
  expect(checked.titles).toMatchObject({ [at.pump]: 'Pump' })
  expect(await at.commit(job.id)).toMatchObject({ state: 'done', done: 2 })
  const told = (await at.quotes()).map((items) => items.map(({ product, quantity }) => [product, quantity]))
  expect(told).toEqual(
    expect.arrayContaining([
      [
        [at.pump, '1.00'],
        [at.valve, '2.00'],
      ],
      [
        [at.pump, '3.00'],
        [at.valve, '4.00'],
      ],
    ]),
  )
})

test('what is wrong with a line is told at its own row and column, and its record stays out as a whole', async () => {
  await using at = await setUp()
  const job = await at.send(
    `${quoteHeader}\nAcme,2027-01-01,Pump,1,10\n,,Nothing,2,5\n,,,2,10\nAcme,2027-01-02,Valve,4,5\n`,
  )
  const checked = await at.check(job)
  expect(checked).toMatchObject({ bad: 1, records: 2, lines: 4 })
  expect(checked.problems.map(({ row, column, field, code }) => [row, column, field, code])).toEqual([
    [3, 'Items: Product', 'items.product', 'not-matched'],
    [4, 'Items: Product', 'items.product', 'required'],
  ])
  await at.commit(job.id, true)
  expect(await at.quotes()).toHaveLength(1)
})

test('a file of records with their lines comes in again: lines change, go and are added, and one step brings them back', async () => {
  await using at = await setUp()
  const line = (product: string, quantity: string) => ({ product, quantity, unit_price: '10' })
  const id = await at.make('quote', {
    account: at.account,
    items: [line(at.pump, '1'), line(at.valve, '2'), line(at.pump, '3')],
  })
  const other = await at.make('quote', { account: at.account, items: [line(at.pump, '7')] })
  const before = await at.itemsOf(id)
  const exported = await at.owner.send({
    method: 'POST',
    url: `/api/w/${workspace}/forms/quote/export`,
    body: { format: 'csv', columns: ['number', 'account'], rowsOf: 'items' },
    headers: { 'accept-language': 'en' },
  })
  const same = await at.check(await at.send(exported.body), byId)
  expect(same).toMatchObject({ bad: 0, records: 2, lines: 4, changed: 2, same: 2, problems: [] })
  const [head = '', ...rows] = exported.body.trim().split('\r\n')
  const own = rows.filter((row) => row.includes(id))
  const rest = rows.filter((row) => row.includes(other))
  const kept = own[0] ?? ''
  const last = own[2] ?? ''
  const blank = kept.split(',').map((_, place) => (place === 0 ? id : ''))
  const names = head.replaceAll('"', '').split(',')
  const added = blank
    .with(names.indexOf('Line items: Product'), 'Valve')
    .with(names.indexOf('Line items: Quantity'), '9')
  added[names.indexOf('Line items: Unit price')] = '5'
  const job = await at.send([head, kept, last, added.join(','), ...rest].join('\r\n'))
  const checked = await at.check(job, byId)
  expect(checked).toMatchObject({ bad: 0, records: 2, lines: 4, changed: 2, same: 1 })
  const shown = checked.preview.find(({ record }) => record?.id === id)
  expect(shown?.was?.['items']).toHaveLength(3)
  expect(shown?.values['items']).toHaveLength(3)
  const done = await at.commit(job.id)
  expect(done).toMatchObject({ state: 'done', done: 2 })
  const after = await at.itemsOf(id)
  expect(after.map((one) => one['quantity'])).toEqual(['1.00', '3.00', '9.00'])
  expect(after.map((one) => one['id']).slice(0, 2)).toEqual([before[0]?.['id'], before[2]?.['id']])
  await at.owner.call('undoChange', {
    params: { workspace, id: done.change ?? '' },
    body: { into: uuidv7() },
  })
  await expect
    .poll(async () => (await at.itemsOf(id)).map((one) => one['quantity']))
    .toEqual(['1.00', '2.00', '3.00'])
})

test('a further row that says something else of its record is told, and lines alone make no records', async () => {
  await using at = await setUp()
  const id = await at.make('quote', { account: at.account })
  const job = await at.send(
    `Id,Valid until,Items: Product,Items: Quantity,Items: Unit price\n${id},2027-01-01,Pump,1,10\n${id},2027-01-02,Valve,2,5\n`,
  )
  const checked = await at.check(job, byId)
  expect(checked.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
    [3, 'Valid until', 'row-differs'],
  ])
  const bare = job.mapping.filter(({ field }) => field?.startsWith('items.'))
  expect((await at.owner.problem(at.check({ ...job, mapping: bare }))).errors).toMatchObject([
    { pointer: '/mapping', code: 'required' },
  ])
})

test('a record whose lines go on where a batch of rows ends stays one record', async () => {
  await using at = await setUp()
  const lines = Array.from({ length: 2_100 }, (_, n) => {
    const day = n % 6 < 3 ? '2027-01-01' : '2027-01-02'
    return `Acme,${day},Pump,${(n % 3) + 1},10`
  })
  const job = await at.send(`${quoteHeader}\n${lines.join('\n')}\n`)
  expect(await at.check(job)).toMatchObject({ bad: 0, records: 700, lines: 2_100 })
  expect(await at.commit(job.id)).toMatchObject({ state: 'done', done: 700 })
}, 60_000)
