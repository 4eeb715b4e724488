import type { ItemsTable, Problem, ReadItems } from '@pipewright/contract'
import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { upload } from '../imports/testing/upload.ts'

const workspace = 'acme'
const place = { workspace, form: 'quote', lineItems: 'items' }

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const make = (form: string, values: object) =>
    owner.call('createRecord', { params: { workspace, form }, body: { values: values as never } })
  const product = (code: string, name: string) => make('product', { code, name, list_price: '10', cost: '4' })
  const read = (browser: TestClient, rows: string[][], fields: readonly (string | null)[]) =>
    browser.call('readItems', {
      params: place,
      body: { rows, mapping: fields.map((field, column) => ({ column, field })) },
    })
  const file = (browser: TestClient, name: string, content: string | Uint8Array) =>
    upload<ItemsTable & Problem>(
      browser,
      `/api/w/${workspace}/forms/quote/line-items/items/file`,
      name,
      content,
    )
  const exported = (browser: TestClient, id: string, format: 'csv' | 'xlsx') =>
    browser.send({
      method: 'POST',
      url: `/api/w/${workspace}/forms/quote/records/${id}/line-items/items/export`,
      body: { format },
    })
  return { world, owner, make, product, read, file, exported, [Symbol.asyncDispose]: world.close }
}

test('a file is read with a suggestion for its columns, and its rows with products found by name', async () => {
  await using at = await setUp()
  const pump = await at.product('P-1', 'Pump')
  await at.product('P-2', 'Valve')
  await at.product('P-3', 'valve')
  const csv = 'Product,Qty,Unit price,Remark\r\nPump,"1,5","1.234,50",x\r\nvalves,two,9,\r\n,3,,\r\n'
  const { status, body } = await at.file(at.owner, 'rows.csv', csv)
  expect({ status, header: body.header, more: body.more }).toEqual({
    status: 200,
    header: ['Product', 'Qty', 'Unit price', 'Remark'],
    more: false,
  })
  expect(body.mapping.map(({ field }) => field)).toEqual(['product', 'quantity', 'unit_price', 'description'])
  const answer: ReadItems = await at.owner.call('readItems', {
    params: place,
    body: { rows: body.rows, mapping: body.mapping.map((column) => ({ ...column, decimal: ',' as const })) },
  })
  expect(answer.rows).toEqual([
    { product: pump.id, quantity: '1.5', unit_price: '1234.5', description: 'x' },
    { unit_price: '9' },
    { quantity: '3' },
  ])
  expect(answer.titles).toEqual({ [pump.id]: 'Pump' })
  expect(answer.problems.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual([
    '2 product not-matched',
    '2 quantity not-a-number',
  ])
})

test('what is no table is refused with its reason', async () => {
  await using at = await setUp()
  const { status, body } = await at.file(at.owner, 'rows.xlsx', new Uint8Array([1, 2, 3]))
  expect({ status, code: body.code }).toEqual({ status: 422, code: 'file-unreadable' })
})

test('the rows of one record leave as CSV and XLSX, as they are read again', async () => {
  await using at = await setUp()
  const account = await at.make('account', { name: 'Acme' })
  const pump = await at.product('P-1', 'Pump')
  const quote = await at.make('quote', {
    account: account.id,
    items: [
      { product: pump.id, quantity: '2', unit_price: '9.50', description: '=1+1', discount: '0' },
      { product: pump.id, quantity: '1' },
    ],
  })
  const csv = await at.exported(at.owner, quote.id, 'csv')
  expect(csv.statusCode).toBe(200)
  const [header, first] = csv.body.replace('\uFEFF', '').split('\r\n')
  expect(header).toMatch(/^Product,Description,Quantity,Unit price,Discount,/)
  expect(first).toMatch(/^Pump,'=1\+1,2(\.00)?,9\.50,/)
  const again = await at.file(at.owner, 'again.csv', csv.body)
  const { rows: cells, mapping } = again.body
  const rows = await at.owner.call('readItems', { params: place, body: { rows: cells, mapping } })
  expect(rows.rows[0]).toMatchObject({ product: pump.id, description: '=1+1', unit_price: '9.5' })
  expect(rows.problems).toEqual([])
  const book = new exceljs.Workbook()
  const xlsx = await at.exported(at.owner, quote.id, 'xlsx')
  await book.xlsx.load(xlsx.rawPayload as unknown as ArrayBuffer)
  expect(book.worksheets[0]!.rowCount).toBe(3)
  const gone = await at.exported(at.owner, account.id, 'csv')
  expect(gone.statusCode).toBe(404)
})

test('who may not fill the rows cannot have text read, and who may not see them gets none', async () => {
  await using at = await setUp()
  const finance = await signedInMember(at.world, { workspace, roles: ['finance'] })
  const refused = at.read(finance.browser, [['Pump']], ['product'])
  await expect(refused).rejects.toMatchObject({ problem: { status: expect.any(Number) as number } })
  const none = at.owner.call('readItems', {
    params: { ...place, lineItems: 'nothing' },
    body: { rows: [], mapping: [] },
  })
  await expect(none).rejects.toMatchObject({ problem: { code: 'not-found' } })
})

test('rows inside rows leave as a table of their own that says which row each stands in, and are read back from it', async () => {
  await using at = await setUp()
  const { owner } = at
  const { version } = await owner.call('getDraft', { params: { workspace } })
  const label = (en: string) => ({ en, zh: `${en}表` })
  const parts = {
    type: 'lineItems',
    key: 'parts',
    label: label('Parts'),
    fields: [
      { type: 'text', key: 'part', label: label('Part') },
      { type: 'number', key: 'pieces', label: label('Pieces'), scale: 1 },
      { type: 'date', key: 'due', label: label('Due') },
    ],
  } as const
  const add = { type: 'addField', form: 'quote', lineItems: 'items', index: 0, write: [], read: [] } as const
  const edits = [{ ...add, write: [], read: [], field: parts }]
  const draft = await owner.call('editDraft', {
    params: { workspace },
    body: { version, edits: edits as never },
  })
  await owner.call('publishDraft', { params: { workspace }, body: { version: draft.version } })
  const pump = await at.product('P-1', 'Pump')
  const line = { product: pump.id, quantity: '1' }
  const account = await at.make('account', { name: 'Buyer' })
  const own = [
    {
      ...line,
      parts: [
        { part: '=Bolt', pieces: '4', due: '2026-12-24' },
        { part: 'Nut', pieces: '1.5' },
      ],
    },
    line,
    { ...line, parts: [{ part: 'Lid' }] },
  ]
  const quote = await at.make('quote', {
    account: account.id,
    items: own,
  })
  const path = `/api/w/${workspace}/forms/quote`
  const url = `${path}/records/${quote.id}/line-items/items.parts/export`
  const sent = await owner.send({ method: 'POST', url, body: { format: 'csv' } })
  expect(sent.statusCode).toBe(200)
  const lines = sent.body
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
  expect(lines[0]?.split(',').slice(1)).toEqual(['Part', 'Pieces', 'Due'])
  expect(lines[0]?.split(',')[0]).toMatch(/ row$/)
  expect(lines.map((text) => text.split(',')[0]).slice(1)).toEqual(['1', '1', '3'])
  const table = await upload<ItemsTable>(owner, `${path}/line-items/items.parts/file`, 'parts.csv', sent.body)
  expect(table.body.mapping.map(({ field }) => field)).toEqual([null, 'part', 'pieces', 'due'])
  const read = await owner.call('readItems', {
    params: { ...place, lineItems: 'items.parts' },
    body: { rows: table.body.rows, mapping: table.body.mapping },
  })
  expect(read.problems).toEqual([])
  expect(read.rows).toEqual(own.flatMap((row) => ('parts' in row ? row.parts : [])))
})

test('a column that has a label in the other language only is told by that label, not by its key', async () => {
  await using at = await setUp()
  const { version } = await at.owner.call('getDraft', { params: { workspace } })
  const field = { type: 'number', key: 'zhongliang', label: { zh: '重量' } } as const
  const site = { form: 'quote', lineItems: 'items', index: 0, write: [], read: [] }
  const edits = [{ type: 'addField' as const, ...site, field }]
  const draft = await at.owner.call('editDraft', { params: { workspace }, body: { version, edits } })
  await at.owner.call('publishDraft', { params: { workspace }, body: { version: draft.version } })
  const { problems } = await at.read(at.owner, [['heavy']], ['zhongliang'])
  expect(problems.map(({ column }) => column)).toEqual(['重量'])
})
