import type { Import, ImportWrites, Problem } from '@pipewright/contract'
import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { settled, upload } from './testing/upload.ts'

const workspace = 'acme'
const byId = (mode: 'update' | 'both', by = ['id']): ImportWrites => ({ mode, by, empty: 'keep' })

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const make = async (form: string, values: Record<string, unknown>, browser: TestClient = owner) =>
    browser.call('createRecord', { params: { workspace, form }, body: { values: values as never } })
  const send = async (content: string, form = 'product', browser = owner) =>
    (await upload<Import & Problem>(browser, `/api/w/${workspace}/forms/${form}/imports`, 'a.csv', content))
      .body
  const check = async ({ id, mapping }: Import, writes: ImportWrites, browser = owner) => {
    await browser.call('checkImport', { params: { workspace, id }, body: { mapping, writes } })
    return settled(browser, workspace, id)
  }
  const commit = async (id: string, skipBad = false) => {
    await owner.call('commitImport', { params: { workspace, id }, body: { skipBad } })
    return settled(owner, workspace, id)
  }
  const products = async () =>
    (await owner.call('queryRecords', { params: { workspace, form: 'product' }, body: {} })).rows
  return { world, owner, make, send, check, commit, products, [Symbol.asyncDispose]: world.close }
}

test.each([
  ['en', 'Id', 'Name'],
  ['zh', '编号', '产品名称'],
] as const)('an exported file (%s) names its records by their ids', async (locale, idHeader, nameHeader) => {
  await using at = await setUp()
  const pump = await at.make('product', { name: 'Pump', code: 'P-1', list_price: '10.00' })
  const exported = await at.owner.send({
    method: 'POST',
    url: `/api/w/${workspace}/forms/product/export`,
    body: { format: 'csv', columns: ['id', 'name', 'code'] },
    headers: { 'accept-language': locale },
  })
  expect(exported.body).toContain(idHeader)
  expect(exported.body).toContain(nameHeader)
  const job = await at.send(exported.body.replace('Pump', 'Pump 2'))
  expect(job.mapping.map(({ field }) => field)).toEqual(['id', 'name', 'code'])
  const checked = await at.check(job, byId('update'))
  expect(checked).toMatchObject({ bad: 0, changed: 1, problems: [] })
  expect(checked.preview[0]).toMatchObject({ record: { id: pump.id }, was: { name: 'Pump' } })
  expect(await at.commit(job.id)).toMatchObject({ state: 'done' })
  expect((await at.products()).map(({ id, values }) => [id, values['name']])).toEqual([[pump.id, 'Pump 2']])
})

test('what is no id, or names nothing that is there, is told, and no record is made with a given id', async () => {
  await using at = await setUp()
  const pump = await at.make('product', { name: 'Pump', code: 'P-1', list_price: '10.00' })
  const gone = await at.make('product', { name: 'Gone', code: 'G-1', list_price: '1.00' })
  const params = { workspace, form: 'product', id: gone.id }
  await at.owner.call('deleteRecord', { params, query: { version: String(gone.version) } })
  const account = await at.make('account', { name: 'Acme' })
  const rows = [`17,A,1,a`, `${uuidv7()},B,2,b`, `${gone.id},C,3,c`, `${account.id},D,4,d`]
  const last = [`,New,5,N-1`, ` ${pump.id.toUpperCase()} ,Pump 2,6,P-1`, `${pump.id},Again,7,P-1`]
  const job = await at.send(`Id,name,list_price,code\n${[...rows, ...last].join('\n')}\n`)
  const mapping = ['id', 'name', 'list_price', 'code'].map((field, column) => ({ column, field }))
  const wrong = [
    [2, 'not-an-id'],
    [3, 'not-matched'],
    [4, 'not-matched'],
    [5, 'not-matched'],
  ]
  const strict = await at.check({ ...job, mapping }, byId('update'))
  expect(strict.problems.map(({ row, code }) => [row, code])).toEqual([
    ...wrong,
    [6, 'key-empty'],
    [8, 'key-twice'],
  ])
  expect(strict.problems[0]).toMatchObject({ column: 'Id', field: 'id', value: '17' })
  expect(strict.problems[0]?.message).toContain('“17” is not the id of a record')
  const both = await at.check({ ...job, mapping }, byId('both'))
  expect(both.problems.map(({ row, code }) => [row, code])).toEqual([...wrong, [8, 'key-twice']])
  await at.commit(job.id, true)
  const after = await at.products()
  expect(new Set(after.map(({ values }) => values['name']))).toEqual(new Set(['New', 'Pump 2']))
  expect(after).toHaveLength(2)
  expect(after.find(({ values }) => values['name'] === 'Pump 2')?.id).toBe(pump.id)
})

test('an id of a record that the importer may not see or change answers like one that names none', async () => {
  await using at = await setUp()
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'] })
  const hidden = await at.make('lead', { name: 'Hidden', company: 'Acme' })
  const own = await at.make('lead', { name: 'Own', company: 'Acme' }, rep.browser)
  const none = uuidv7()
  const file = `Id,company\n${hidden.id},Stolen\n${none},Stolen\n${own.id},Mine\n`
  const job = await at.send(file, 'lead', rep.browser)
  expect(job.mapping[0]).toMatchObject({ field: 'id' })
  const checked = await at.check(job, byId('update'), rep.browser)
  const told = checked.problems.map(({ row, code, message }) => [row, code, message])
  expect(told).toEqual([
    [2, 'not-matched', `No record found for “${hidden.id}”.`],
    [3, 'not-matched', `No record found for “${none}”.`],
  ])
  expect(checked.preview).toMatchObject([{ record: { id: own.id, title: 'Own' } }])
  const others = await at.send(file, 'lead')
  expect(
    (await at.owner.problem(at.check(others, { mode: 'create', by: [], empty: 'keep' }))).errors,
  ).toMatchObject([{ pointer: '/mapping/0/field', code: 'not-writable' }])
})

test('a column of other numbers is not taken for ids, and a second key must agree with the id', async () => {
  await using at = await setUp()
  const pump = await at.make('product', { name: 'Pump', code: 'P-1', list_price: '10.00' })
  const plain = await at.send('Id,Name\n17,Pump\n')
  expect(plain.mapping.map(({ field }) => field)).not.toContain('id')
  const job = await at.send(`Id,Code,Name\n${pump.id},P-2,Pump\n${pump.id},p-1,Pump 2\n`)
  const checked = await at.check(job, byId('update', ['id', 'code']))
  expect(checked.problems.map(({ row, code }) => [row, code])).toEqual([[2, 'not-matched']])
  expect(checked.preview).toMatchObject([{ row: 3, record: { id: pump.id } }])
})

test('a kept match keeps the id as a key', async () => {
  await using at = await setUp()
  const kept = await at.owner.call('saveImportPreset', {
    params: { workspace, form: 'product' },
    body: { name: 'Exports', columns: [{ name: 'Id', field: 'id' }], writes: byId('update') },
  })
  expect(kept.presets).toMatchObject([{ columns: [{ field: 'id' }], writes: { by: ['id'] } }])
})
