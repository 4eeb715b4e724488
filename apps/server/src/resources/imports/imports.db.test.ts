import type { Import, ImportColumn, Problem } from '@pipewright/contract'
import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import exceljs from 'exceljs'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { settled, upload } from './testing/upload.ts'

const workspace = 'acme'

async function setUp(limits = {}) {
  const world = await appUnderTest({ prepared: 'workspace', limits })
  const owner = await world.owner()
  const send = (browser: TestClient, form: string, name: string, content: string | Uint8Array) =>
    upload<Import & Problem>(browser, `/api/w/${workspace}/forms/${form}/imports`, name, content)
  const started = async (
    browser: TestClient,
    form: string,
    content: string | Uint8Array,
    name = 'table.csv',
  ) => {
    const { status, body } = await send(browser, form, name, content)
    expect({ status, title: body.title }).toEqual({ status: 201, title: undefined })
    return body
  }
  const check = async (browser: TestClient, id: string, mapping: readonly ImportColumn[]) => {
    await browser.call('checkImport', { params: { workspace, id }, body: { mapping: [...mapping] } })
    return settled(browser, workspace, id)
  }
  const commit = async (browser: TestClient, id: string, skipBad = false) => {
    await browser.call('commitImport', { params: { workspace, id }, body: { skipBad } })
    return settled(browser, workspace, id)
  }
  const rows = async (form: string) =>
    (
      await owner.call('queryRecords', {
        params: { workspace, form },
        body: { sort: [{ field: 'created_at', direction: 'asc' }] },
      })
    ).rows
  return { world, owner, send, started, check, commit, rows, [Symbol.asyncDispose]: world.close }
}

const leads = [
  '姓名,公司,电话,线索来源,下次跟进日期,客户需求',
  '张伟,"云杉, 科技",013800138000,WEBSITE,3/25/2026,"第一行\n第二行 ""引号"""',
  'Ann,Acme,+44 20 7946 0000,Website,12/1/2026,',
].join('\r\n')

test('a file of leads is mapped by its headers, checked, previewed and imported', async () => {
  await using at = await setUp()
  const job = await at.started(at.owner, 'lead', `\uFEFF${leads}`)
  expect(job.mapping.map(({ field }) => field)).toEqual([
    'name',
    'company',
    'phone',
    'source',
    'next_follow_up',
    'need',
  ])
  expect(job.mapping[4]).toMatchObject({ dateFormat: 'MDY' })
  expect(job).toMatchObject({ rows: 2, state: 'uploaded', fileName: 'table.csv' })
  const checked = await at.check(at.owner, job.id, job.mapping)
  expect(checked.problems).toEqual([])
  expect(checked).toMatchObject({ state: 'checked', bad: 0, done: 2 })
  expect(checked.preview[0]).toMatchObject({
    row: 2,
    values: {
      name: '张伟',
      company: '云杉, 科技',
      phone: '013800138000',
      source: 'website',
      next_follow_up: '2026-03-25',
      need: '第一行\n第二行 "引号"',
    },
  })
  expect(await at.rows('lead')).toHaveLength(0)
  expect(await at.commit(at.owner, job.id)).toMatchObject({ state: 'done', done: 2 })
  expect((await at.rows('lead')).map(({ values }) => values['name'])).toEqual(
    expect.arrayContaining(['张伟', 'Ann']),
  )
  const again = await at.owner.problem(
    at.owner.call('commitImport', { params: { workspace, id: job.id }, body: { skipBad: false } }),
  )
  expect(again).toMatchObject({ status: 409, code: 'import-state' })
  expect(await at.rows('lead')).toHaveLength(2)
})

test('every bad row is told with its row, column, value and reason, and only the good ones come in when asked for', async () => {
  await using at = await setUp()
  const table =
    'name,email,source,next_follow_up\nA,a@b.co,website,2026-02-30\n,nobody,Xyz,2026-01-01\n\nC,c@d.co,website,2026-01-01\nD,d@e.co,website,2026-01-01,more\n'
  const job = await at.started(at.owner, 'lead', table)
  const checked = await at.check(at.owner, job.id, job.mapping)
  expect(checked.problems.map(({ row, column, value, code }) => [row, column, value, code])).toEqual([
    [2, 'next_follow_up', '2026-02-30', 'bad-date'],
    [3, 'source', 'Xyz', 'not-an-option'],
    [3, 'email', 'nobody', 'bad-email'],
    [3, 'name', '', 'required'],
    [6, null, null, 'ragged'],
  ])
  expect(checked).toMatchObject({ rows: 4, bad: 3 })
  const zh = await at.owner.send({
    method: 'GET',
    url: `/api/w/${workspace}/imports/${job.id}`,
    headers: { 'accept-language': 'zh' },
  })
  expect(zh.json<Import>().problems[0]?.message).toBe('按所选的年月日顺序，这不是有效日期。')
  const refused = await at.owner.problem(
    at.owner.call('commitImport', { params: { workspace, id: job.id }, body: { skipBad: false } }),
  )
  expect(refused.code).toBe('import-state')
  expect(await at.commit(at.owner, job.id, true)).toMatchObject({ state: 'done', done: 1 })
  expect((await at.rows('lead')).map(({ values }) => values['name'])).toEqual(['C'])
})

test('what is unique is so against stored records and within the file, and relations are found by any key', async () => {
  await using at = await setUp()
  const accounts = await at.started(at.owner, 'account', 'id,Name\nA1,One\nA2,Two\nA3,Two\n')
  expect((await at.check(at.owner, accounts.id, accounts.mapping)).bad).toBe(0)
  await at.commit(at.owner, accounts.id)
  const again = await at.started(at.owner, 'account', 'id,Name\na1,Other\nA9,x\nA9,y\n')
  const checked = await at.check(at.owner, again.id, again.mapping)
  expect(checked.problems.map(({ row, code, field }) => [row, code, field])).toEqual([
    [2, 'not-unique', 'external_id'],
    [4, 'not-unique', 'external_id'],
  ])
  const contacts = await at.started(at.owner, 'contact', 'name,account_id\nAnn,A1\nBob,A7\n')
  expect(contacts.mapping[1]).toMatchObject({ field: 'account', matchBy: 'external_id' })
  expect((await at.check(at.owner, contacts.id, contacts.mapping)).problems).toMatchObject([
    { row: 3, code: 'not-matched', value: 'A7', message: 'No record found for “A7”.' },
  ])
  const byName = contacts.mapping.map((column) => ({
    ...column,
    ...(column.field === 'account' ? { matchBy: 'name' } : {}),
  }))
  expect((await at.check(at.owner, contacts.id, byName)).bad).toBe(2)
  const single = await at.started(at.owner, 'contact', 'name,account\nBob,one\n')
  const previewed = await at.check(at.owner, single.id, single.mapping)
  expect(Object.values(previewed.titles ?? {})).toEqual(['One'])
  const twins = await at.started(at.owner, 'contact', 'name,account\nAnn,Two\nBob,one\n')
  expect((await at.check(at.owner, twins.id, twins.mapping)).problems).toMatchObject([
    { row: 2, code: 'matched-many' },
  ])
})

test.each([
  ['utf-16le', true],
  ['utf-16be', true],
  ['gb18030', false],
  ['big5', false],
] as const)('text in %s is read', async (encoding, addBOM) => {
  await using at = await setUp()
  const table =
    encoding === 'big5'
      ? '姓名;公司\n張偉;雲杉科技有限公司\n王小明;臺北電子公司\n'
      : '姓名;公司\n张伟;云杉科技有限公司\n王小明;上海电子公司\n'
  const job = await at.started(at.owner, 'lead', iconv.encode(table, encoding, { addBOM }))
  expect(job.columns.map(({ name }) => name)).toEqual(['姓名', '公司'])
  expect(job.columns[0]?.samples[0]).toBe(encoding === 'big5' ? '張偉' : '张伟')
})

async function workbookOf(fill: (sheet: exceljs.Worksheet, book: exceljs.Workbook) => void): Promise<Buffer> {
  const book = new exceljs.Workbook()
  fill(book.addWorksheet('Empty'), book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

test('a workbook gives days, exact numbers, keys with their zeros, rich text and what formulas gave', async () => {
  await using at = await setUp()
  const content = await workbookOf((_, book) => {
    const sheet = book.addWorksheet('Data')
    sheet.addRow(['name', 'next_follow_up', 'phone', 'need', 'company', 'city'])
    sheet.addRow([
      { richText: [{ text: 'An' }, { text: 'na', font: { bold: true } }] },
      new Date(Date.UTC(2026, 2, 5)),
      '0013800138000',
      0.1 + 0.2,
      { formula: '1+1', result: 2 },
      123456789012345,
    ])
    sheet.getCell('G4').value = 'beyond'
    sheet.getCell('A5').value = 'Bob <&> "q"'
  })
  const job = await at.started(at.owner, 'lead', content, 'leads.xlsx')
  expect(job.rows).toBe(3)
  expect(job.columns.map(({ samples }) => samples[0])).toEqual([
    'Anna',
    '2026-03-05',
    '0013800138000',
    '0.3',
    '2',
    '123456789012345',
  ])
  const checked = await at.check(at.owner, job.id, job.mapping)
  expect(checked.problems.map(({ row, code }) => [row, code])).toEqual([
    [4, 'ragged'],
    [4, 'required'],
  ])
  expect(checked.preview.map(({ values }) => values['name'])).toEqual(['Anna', 'Bob <&> "q"'])
})

const wide = Array.from({ length: 10_000 }, (_, n) => `c${n}`).join(',')

test.each([
  ['an empty file', 'a.csv', '', 'it is empty.'],
  ['blank lines', 'a.csv', '\n\n  \n', 'it is empty.'],
  ['only a header', 'a.csv', 'name,phone\n', 'it has a header but no rows.'],
  ['10,000 columns', 'a.csv', `${wide}\n${wide}\n`, 'it has more than 1,000 columns.'],
  ['a PDF called CSV', 'a.csv', '%PDF-1.7\n1 0 obj', 'it is not a table. Use a CSV or XLSX file.'],
  ['HTML called XLS', 'a.xls', '<html><table><tr><td>1', 'it is not a table. Use a CSV or XLSX file.'],
  ['NUL bytes', 'a.csv', 'name\nA\u0000B\n', 'it is not a table. Use a CSV or XLSX file.'],
  [
    'an old workbook',
    'a.xlsx',
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    'it is an old .xls workbook or protected by a password. Save it as XLSX without a password.',
  ],
  ['half a workbook', 'a.xlsx', Buffer.from('504b030414000000', 'hex'), 'it is damaged.'],
  ['a quote that never ends', 'a.csv', 'name,phone\n"A,1\nB,2\n', 'a quotation mark is not closed (row 2).'],
])('%s is refused with a reason', async (_, name, content, reason) => {
  await using at = await setUp()
  const { status, body } = await at.send(at.owner, 'lead', name, content)
  expect([status, body.code, body.title]).toEqual([
    422,
    'file-unreadable',
    `This file cannot be read: ${reason}`,
  ])
  expect(await at.world.database.query({ text: 'select 1 from ws_acme._import', values: [] })).toEqual([])
})

test('a file above the limit is refused while it comes in', async () => {
  await using at = await setUp({ fileBytes: 1024 * 1024 })
  const { status, body } = await at.send(at.owner, 'lead', 'a.csv', Buffer.alloc(3 * 1024 * 1024, 'a,b\n'))
  expect([status, body.code, body.title]).toEqual([413, 'too-large', 'This is too large. The limit is 1 MB.'])
})

test('AZ: who may not import is refused, fields that may not be written are neither offered nor taken, and an import is its maker’s alone', async () => {
  await using at = await setUp()
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'] })
  expect((await at.send(rep.browser, 'product', 'a.csv', 'name\nX\n')).status).toBe(403)
  expect((await at.send(rep.browser, 'nothing', 'a.csv', 'name\nX\n')).status).toBe(404)
  const job = await at.started(rep.browser, 'opportunity', 'name,cost,stage\nDeal,10,Qualification\n')
  expect(job.mapping.map(({ field }) => field)).toEqual(['name', null, 'stage'])
  const forced = job.mapping.map((column) => (column.column === 1 ? { column: 1, field: 'cost' } : column))
  const problem = await rep.browser.problem(
    rep.browser.call('checkImport', { params: { workspace, id: job.id }, body: { mapping: forced } }),
  )
  expect(problem.errors).toMatchObject([{ pointer: '/mapping/1/field', code: 'unknown-field' }])
  const other = await at.owner.problem(at.owner.call('getImport', { params: { workspace, id: job.id } }))
  expect(other.status).toBe(404)
})

test('a relation is found only among records the importer may see', async () => {
  await using at = await setUp()
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'] })
  await at.owner.call('createRecord', {
    params: { workspace, form: 'account' },
    body: { values: { name: 'Hidden Ltd' } },
  })
  const job = await at.started(rep.browser, 'contact', 'name,account\nAnn,Hidden Ltd\n')
  expect((await at.check(rep.browser, job.id, job.mapping)).problems).toMatchObject([{ code: 'not-matched' }])
})

test('of two commits at once one works, and a cancelled import is dropped', async () => {
  await using at = await setUp()
  const job = await at.started(at.owner, 'lead', 'name\nA\nB\n')
  await at.check(at.owner, job.id, job.mapping)
  const commits = await Promise.allSettled(
    [1, 2].map(() =>
      at.owner.call('commitImport', { params: { workspace, id: job.id }, body: { skipBad: false } }),
    ),
  )
  expect(commits.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await settled(at.owner, workspace, job.id)
  expect(await at.rows('lead')).toHaveLength(2)
  const dropped = await at.started(at.owner, 'lead', 'name\nC\n')
  expect(
    await at.owner.call('cancelImport', { params: { workspace, id: dropped.id }, body: {} }),
  ).toMatchObject({ state: 'cancelled' })
  const late = await at.owner.problem(
    at.owner.call('checkImport', {
      params: { workspace, id: dropped.id },
      body: { mapping: dropped.mapping },
    }),
  )
  expect(late.code).toBe('import-state')
})

test('a check and an import whose server died go on after the next start', async () => {
  await using at = await setUp()
  const job = await at.started(at.owner, 'lead', 'name\nA\n')
  const died = (state: string) =>
    at.world.database.query({
      text: `update ws_acme._import set state = $2, done = 0, change_set = gen_random_uuid() where id = $1`,
      values: [job.id, state],
    })
  await died('checking')
  const second = await at.world.secondProcess()
  await second.app.ready()
  expect(await settled(at.owner, workspace, job.id)).toMatchObject({ state: 'checked', error: null, done: 1 })
  await second.close()
  await died('importing')
  const third = await at.world.secondProcess()
  await third.app.ready()
  const done = await settled(at.owner, workspace, job.id)
  expect([done.state, done.done, done.change === null]).toEqual(['done', 1, false])
  expect(await at.rows('lead')).toHaveLength(1)
  await third.close()
})

test('an import goes on with the rights of the moment: of a member who may not any more nothing comes in', async () => {
  await using at = await setUp()
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'] })
  const job = await at.started(rep.browser, 'lead', 'name\nA\n')
  await at.check(rep.browser, job.id, job.mapping)
  await at.world.database.query({
    text: `update ws_acme._import set state = 'importing' where id = $1`,
    values: [job.id],
  })
  await at.world.database.query({
    text: `delete from ws_acme._member_role where member = (select created_by from ws_acme._import where id = $1)`,
    values: [job.id],
  })
  const second = await at.world.secondProcess()
  await second.app.ready()
  const [row] = await at.world.database.query<{ state: string; error: string }>({
    text: `select state, error from ws_acme._import where id = $1`,
    values: [job.id],
  })
  expect(row).toEqual({ state: 'failed', error: 'refused' })
  expect(await at.rows('lead')).toEqual([])
  await second.close()
})

test('columns whose fields are named are not guessed by their headers', async () => {
  await using at = await setUp()
  const fields = encodeURIComponent('company,,name,next_follow_up')
  const table = '甲,公司,乙,丙\nAcme,不要,Ann,3/25/2026\n'
  const job = await upload<Import & Problem>(
    at.owner,
    `/api/w/${workspace}/forms/lead/imports?fields=${fields}`,
    'table.csv',
    table,
  )
  expect(job.body.mapping).toEqual([
    { column: 0, field: 'company' },
    { column: 1, field: null },
    { column: 2, field: 'name' },
    { column: 3, field: 'next_follow_up', dateFormat: 'MDY' },
  ])
  const wrong = await upload<Import & Problem>(
    at.owner,
    `/api/w/${workspace}/forms/lead/imports?fields=name,nothing`,
    'table.csv',
    table,
  )
  expect(wrong.body).toMatchObject({ status: 422, errors: [{ pointer: '/fields', code: 'unknown-field' }] })
})
