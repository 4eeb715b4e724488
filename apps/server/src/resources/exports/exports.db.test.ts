import type { Import, Problem } from '@pipewright/contract'
import { aForm, anAnyRelationField, aTextField } from '@pipewright/metadata/builders'
import { appUnderTest, query, signedInMember, type TestClient } from '@pipewright/testing'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { settled, upload } from '../imports/testing/upload.ts'

const workspace = 'acme'

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const send = (browser: TestClient, form: string, body: object, locale = 'en') =>
    browser.send({
      method: 'POST',
      url: `/api/w/${workspace}/forms/${form}/export`,
      body,
      headers: { 'accept-language': locale },
    })
  const make = (form: string, values: Record<string, never> | object) =>
    owner.call('createRecord', { params: { workspace, form }, body: { values: values as never } })
  return { world, owner, send, make, [Symbol.asyncDispose]: world.close }
}

test('IE-07: a list is exported with labels, titles, paths and exact numbers, and nothing that runs', async () => {
  await using at = await setUp()
  const account = await at.make('account', { name: '=HYPERLINK("http://x")', city: 'Ürümqi' })
  await at.make('opportunity', {
    name: ' ＋1, "big"\u3000',
    account: account.id,
    amount: '123456789012345.67',
    close_date: '2026-12-01',
    need: '@a\nb',
  })
  const columns = ['name', 'account', 'account.city', 'amount', 'close_date', 'stage', 'need', 'owner']
  const csv = await at.send(at.owner, 'opportunity', { format: 'csv', columns })
  expect(csv.statusCode).toBe(200)
  expect(csv.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'content-disposition': expect.stringContaining(
      'attachment; filename="Opportunities 2026-11-21.csv"',
    ) as string,
  })
  expect(csv.body).toBe(
    '\uFEFFName,Account,Account / City,Amount,Close date,Stage,Need,Owner\r\n' +
      '"\'＋1, ""big""","\'=HYPERLINK(""http://x"")",Ürümqi,123456789012345.67,2026-12-01,Qualification,"\'@a\nb",Ada Lovelace\r\n',
  )
  const zh = await at.send(at.owner, 'opportunity', { format: 'csv', columns: ['name', 'stage'] }, 'zh')
  expect(zh.body.split('\r\n')[1]).toMatch(/,初步接洽$/)
})

test('a workbook has numbers as numbers and days as days, and spreadsheets read it', async () => {
  await using at = await setUp()
  await at.make('opportunity', { name: 'A & <B>', amount: '1234.50', close_date: '2026-12-01' })
  await at.make('opportunity', { name: '-2', amount: '123456789012345.67' })
  const answer = await at.send(at.owner, 'opportunity', {
    format: 'xlsx',
    columns: ['name', 'amount', 'close_date'],
    sort: [{ field: 'name', direction: 'desc' }],
  })
  const book = new exceljs.Workbook()
  await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  const cells = [1, 2, 3].map((row) => [1, 2, 3].map((column) => sheet.getCell(row, column).value))
  expect(cells[0]).toEqual(['Name', 'Amount', 'Close date'])
  const byName = new Map(cells.slice(1).map(([name, ...rest]) => [String(name), rest]))
  expect([...byName.keys()].toSorted()).toEqual(["'-2", 'A & <B>'])
  expect(byName.get('A & <B>')).toEqual([1234.5, new Date('2026-12-01T00:00:00.000Z')])
  expect(byName.get("'-2")?.[0]).toBe('123456789012345.67')
})

test.each(['csv', 'xlsx'] as const)(
  'IE-10: what is exported as %s and imported again is the same',
  async (format) => {
    await using at = await setUp()
    const values = {
      name: "'=1+1",
      company: 'Wang, "Li" _x0041_',
      phone: '+86 13800138000',
      email: 'a@b.co',
      need: 'one\n=two',
      next_follow_up: '2026-02-28',
      status: 'contacted',
      city: '00012',
    }
    await at.make('lead', values)
    const columns = Object.keys(values)
    const { rawPayload } = await at.send(at.owner, 'lead', { format, columns })
    await query(at.world.databaseUrl, 'delete from ws_acme.lead')
    const { body: job } = await upload<Import & Problem>(
      at.owner,
      `/api/w/${workspace}/forms/lead/imports`,
      `lead.${format}`,
      rawPayload,
    )
    expect(job.mapping.map(({ field }) => field)).toEqual(columns)
    await at.owner.call('checkImport', { params: { workspace, id: job.id }, body: { mapping: job.mapping } })
    expect((await settled(at.owner, workspace, job.id)).problems).toEqual([])
    await at.owner.call('commitImport', { params: { workspace, id: job.id }, body: { skipBad: false } })
    await settled(at.owner, workspace, job.id)
    const { rows } = await at.owner.call('queryRecords', {
      params: { workspace, form: 'lead' },
      body: { columns },
    })
    expect(rows.map((row) => row.values)).toEqual([values])
  },
)

test('IE-10: titles that several records have come back as the records they meant, without being asked', async () => {
  await using at = await setUp()
  const twins = [
    (await at.make('account', { name: 'Acme, "West"' })).id,
    (await at.make('account', { name: 'Acme, "West"' })).id,
  ] as const
  const { id: single } = await at.make('account', { name: 'Only' })
  const targets = [{ form: 'lead' }, { form: 'account' }]
  const form = aForm({
    key: 'visit',
    fields: [
      aTextField(),
      { type: 'relation', key: 'account', label: { en: 'Account' }, form: 'account' },
      { type: 'relations', key: 'accounts', label: { en: 'Accounts' }, form: 'account' },
      anAnyRelationField({ key: 'regarding', label: { en: 'Regarding' }, targets }),
    ],
  })
  const edits = [{ type: 'addForm' as const, form, rights: [] }]
  const params = { workspace }
  const { version } = await at.owner.call('getDraft', { params })
  const draft = await at.owner.call('editDraft', { params, body: { version, edits } })
  await at.owner.call('publishDraft', { params, body: { version: draft.version } })
  const ref = (id: string) => ({ form: 'account', id })
  const values = [
    { name: 'A', account: twins[0], accounts: [twins[1], single], regarding: ref(twins[1]) },
    { name: 'B', account: twins[1], accounts: [twins[0], twins[1]], regarding: ref(twins[0]) },
    { name: 'C', account: single, accounts: [], regarding: ref(single) },
  ]
  for (const one of values)
    await at.owner.call('createRecord', { params: { ...params, form: 'visit' }, body: { values: one } })
  const columns = ['name', 'account', 'accounts', 'regarding']
  const read = async () =>
    (
      await at.owner.call('queryRecords', {
        params: { ...params, form: 'visit' },
        body: { columns, sort: [{ field: 'name', direction: 'asc' }] },
      })
    ).rows.map((row) => row.values)
  const before = await read()
  const { rawPayload } = await at.send(at.owner, 'visit', { format: 'csv', columns })
  const text = rawPayload.toString('utf8')
  expect(text).toContain(`[${twins[0]}]`)
  // What is named by its title alone stays as people write it.
  expect(text).not.toContain(single)
  await query(at.world.databaseUrl, 'delete from ws_acme.visit')
  const { body: job } = await upload<Import & Problem>(
    at.owner,
    `/api/w/${workspace}/forms/visit/imports`,
    'visits.csv',
    rawPayload,
  )
  await at.owner.call('checkImport', { params: { ...params, id: job.id }, body: { mapping: job.mapping } })
  expect(await settled(at.owner, workspace, job.id)).toMatchObject({ bad: 0, problems: [] })
  await at.owner.call('commitImport', { params: { ...params, id: job.id }, body: { skipBad: false } })
  await settled(at.owner, workspace, job.id)
  expect(await read()).toEqual(before)

  // A record that is gone is not taken for another one of its name.
  await query(at.world.databaseUrl, 'delete from ws_acme.visit')
  await query(at.world.databaseUrl, 'update ws_acme.account set deleted_at = now() where id = $1', [twins[0]])
  const again = await upload<Import>(
    at.owner,
    `/api/w/${workspace}/forms/visit/imports`,
    'visits.csv',
    rawPayload,
  )
  await at.owner.call('checkImport', {
    params: { ...params, id: again.body.id },
    body: { mapping: again.body.mapping },
  })
  const { problems } = await settled(at.owner, workspace, again.body.id)
  // The newest row stands first.
  expect(problems.map(({ row, field, code }) => [row, field, code])).toEqual([
    [3, 'accounts', 'not-matched'],
    [3, 'regarding', 'not-matched'],
    [4, 'account', 'not-matched'],
  ])
})

test('IE-08: only rows and fields of the reader go out, and only with the right to export', async () => {
  await using at = await setUp()
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'] })
  await at.make('opportunity', { name: 'Hidden', cost: '7' })
  await rep.browser.call('createRecord', {
    params: { workspace, form: 'opportunity' },
    body: { values: { name: 'Own' } },
  })
  const rights = (await rep.browser.call('getApp', { params: { workspace } })).rights['opportunity']
  const mine = await at.send(rep.browser, 'opportunity', { format: 'csv', columns: ['name'] })
  expect(mine.statusCode).toBe(rights?.export === true ? 200 : 403)
  expect(mine.body).not.toContain('Hidden')
  const cost = await at.send(rep.browser, 'opportunity', { format: 'csv', columns: ['name', 'cost'] })
  expect(cost.statusCode).toBeGreaterThanOrEqual(400)
  const filtered = await at.send(rep.browser, 'opportunity', {
    format: 'csv',
    columns: ['name'],
    filter: { gt: [{ var: 'cost' }, 1] },
  })
  expect(filtered.statusCode).toBeGreaterThanOrEqual(400)
})

test('IE-09: thousands of rows come out of one snapshot, each once, in order', async () => {
  await using at = await setUp()
  await at.make('lead', { name: 'seed' })
  await query(
    at.world.databaseUrl,
    `insert into ws_acme.lead (id, owner, version, created_at, updated_at, name, status, _grams)
    select gen_random_uuid(), l.owner, 1, l.created_at, l.updated_at, 'lead ' || lpad(n::text, 5, '0'), 'new', '{}' from ws_acme.lead l, generate_series(1, 4999) n`,
  )
  const { body } = await at.send(at.owner, 'lead', {
    format: 'csv',
    columns: ['name'],
    sort: [{ field: 'name', direction: 'asc' }],
  })
  const names = body.split('\r\n').slice(1, -1)
  expect(names).toHaveLength(5000)
  expect(names).toEqual(names.toSorted())
  expect(new Set(names).size).toBe(5000)
})
