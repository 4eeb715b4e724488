import type { ImportWrites } from '@pipewright/contract'
import { appUnderTest } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { byId, quoteHeader, quoteImports } from './testing/quote-imports.ts'

const workspace = 'acme'
const setUp = async () => quoteImports(await appUnderTest({ prepared: 'workspace' }))
const first: ImportWrites = { ...byId, differing: 'first' }

const header = 'Id,Valid until,Terms,Items: Product,Items: Quantity,Items: Unit price'
const edited = (id: string) =>
  `${header}\n${id},2027-01-01,Net 30,Pump,1,10\n${id},2027-01-02,Net 30,Valve,2,5\n${id},2027-01-02,,Pump,3,10\n`

test('records whose rows differ are refused, and it is told in which columns, records and rows', async () => {
  await using at = await setUp()
  const id = await at.make('quote', { account: at.account })
  const checked = await at.check(await at.send(edited(id)), byId)
  expect(checked).toMatchObject({ bad: 1, differing: [{ column: 'Valid until', records: 1, rows: 2 }] })
  expect(checked.problems.map(({ row, column, code, message }) => [row, column, code, message])).toEqual([
    [
      3,
      'Valid until',
      'row-differs',
      expect.stringContaining('Row 2, the first of this record, says “2027-01-01”'),
    ],
    [4, 'Valid until', 'row-differs', expect.anything()],
  ])
})

test('where the first row counts, what others say otherwise is told before and after the import', async () => {
  await using at = await setUp()
  const id = await at.make('quote', { account: at.account })
  const job = await at.send(edited(id))
  const checked = await at.check(job, first)
  const told = [
    [3, 'Valid until', 'first-counts'],
    [4, 'Valid until', 'first-counts'],
  ]
  expect(checked).toMatchObject({ bad: 0, changed: 1, lines: 3, warned: 1, writes: first })
  expect(checked.differing).toEqual([{ column: 'Valid until', records: 1, rows: 2 }])
  expect(checked.warnings.map(({ row, column, code }) => [row, column, code])).toEqual(told)
  const done = await at.commit(job.id)
  expect(done).toMatchObject({ state: 'done', done: 1 })
  expect(done.warnings.map(({ row, column, code }) => [row, column, code])).toEqual(told)
  expect(await at.valuesOf(id)).toMatchObject({ valid_until: '2027-01-01', terms: 'Net 30' })
  expect(await at.itemsOf(id)).toHaveLength(3)
})

test('what one row of an exported record changes counts, in whichever row, and what two change differently does not', async () => {
  await using at = await setUp()
  const held = { account: at.account, terms: 'Net 60', valid_until: '2027-01-01' }
  const [one, two, three] = [
    await at.make('quote', held),
    await at.make('quote', held),
    await at.make('quote', held),
  ]
  const rows = [
    `${one},2027-01-01,Net 60,Pump,1,10`,
    `${one},2027/1/1,Net 30,Valve,2,5`,
    `${one},2027-01-01,Net 60,Pump,3,10`,
    `${two},2027-02-02,Net 60,Pump,1,10`,
    `${two},2027-01-01,Net 60,Valve,2,5`,
    `${three},2027-03-03,Net 60,Pump,1,10`,
    `${three},2027-04-04,Net 60,Valve,2,5`,
  ]
  const job = await at.send(`${header}\n${rows.join('\n')}\n`)
  const checked = await at.check(job, byId)
  expect(checked).toMatchObject({ records: 3, bad: 1, changed: 2 })
  expect(checked.problems).toMatchObject([{ row: 8, column: 'Valid until', code: 'row-differs' }])
  await at.commit(job.id, true)
  expect(await at.valuesOf(one)).toMatchObject({ terms: 'Net 30', valid_until: '2027-01-01' })
  expect(await at.valuesOf(two)).toMatchObject({ terms: 'Net 60', valid_until: '2027-02-02' })
  expect(await at.valuesOf(three)).toMatchObject({ valid_until: '2027-01-01' })
  expect(await at.itemsOf(one)).toHaveLength(3)
})

test('what only a later row fills in counts for a record that is there, and is told of a new one', async () => {
  await using at = await setUp()
  const id = await at.make('quote', { account: at.account, terms: 'Net 60' })
  const job = await at.send(`${header}\n${id},,,Pump,1,10\n${id},,Net 30,Valve,2,5\n`)
  expect(await at.check(job, byId)).toMatchObject({ bad: 0, problems: [], warnings: [] })
  // A first row that empties it says something else, too.
  const clears = await at.check(job, { ...byId, empty: 'clear' })
  expect(clears.problems).toMatchObject([{ row: 3, column: 'Terms', code: 'row-adds' }])
  await at.check(job, byId)
  await at.commit(job.id)
  expect(await at.valuesOf(id)).toMatchObject({ terms: 'Net 30' })

  const fresh = '01936f3e-0000-7000-8000-000000000002'
  const rows = ['Acme,,,Pump,1,10', 'Acme,,Net 30,Valve,2,5'].map((row) => `${fresh},${row}`)
  const made = await at.send(`Id,Account,${header.slice(3)}\n${rows.join('\n')}\n`)
  const mapping = made.mapping.map((one) => (one.field === 'id' ? { ...one, field: null } : one))
  const create: ImportWrites = { mode: 'create', by: [], empty: 'keep' }
  const refused = await at.check({ id: made.id, mapping }, create)
  expect(refused.problems).toMatchObject([{ row: 3, column: 'Terms', code: 'row-adds' }])
  const taken = await at.check({ id: made.id, mapping }, { ...create, differing: 'first' })
  expect(taken.warnings).toMatchObject([{ row: 3, column: 'Terms', code: 'first-empty' }])
})

test('other words for the same are no difference', async () => {
  await using at = await setUp()
  const id = await at.make('quote', { account: at.account })
  const content = `${header}\n${id},2027-01-05,Net 30,Pump,1,10\n${id},2027/1/5,Net 30,Valve,2,5\n`
  const job = await at.send(content)
  expect(await at.check(job, byId)).toMatchObject({ bad: 0, lines: 2, differing: [], problems: [] })
})

test('a new record of an exported file is not split where its rows differ', async () => {
  await using at = await setUp()
  const id = '01936f3e-0000-7000-8000-000000000001'
  const rows = ['Acme,2027-01-01,Pump,1,10', 'Acme,2027-01-02,Valve,2,5']
  const job = await at.send(`Id,${quoteHeader}\n${rows.map((row) => `${id},${row}`).join('\n')}\n`)
  const mapping = job.mapping.map((one) => (one.field === 'id' ? { ...one, field: null } : one))
  const checked = await at.check({ id: job.id, mapping })
  expect(checked).toMatchObject({ records: 1, bad: 1, differing: [{ column: 'Valid until' }] })
  const taken = await at.check(
    { id: job.id, mapping },
    { mode: 'create', by: [], empty: 'keep', differing: 'first' },
  )
  expect(taken).toMatchObject({ records: 1, bad: 0, lines: 2, warned: 1 })
})

test('the choice is kept with the match of columns, and means nothing where rows have no lines', async () => {
  await using at = await setUp()
  const params = { workspace, form: 'quote' }
  const body = { name: 'ERP', columns: [{ name: 'Id', field: 'id' }], writes: first }
  const { presets } = await at.owner.call('saveImportPreset', { params, body })
  expect(presets[0]?.writes).toEqual(first)
  const job = await at.send(`Account,Valid until\nAcme,2027-01-01\n`)
  const checked = await at.check(job, { mode: 'create', by: [], empty: 'keep', differing: 'first' })
  expect(checked).toMatchObject({ bad: 0, differing: [] })
  expect(checked.writes).not.toHaveProperty('differing')
})
