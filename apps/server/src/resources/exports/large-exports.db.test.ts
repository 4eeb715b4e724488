import type { Export } from '@pipewright/contract'
import { appUnderTest, ownerPerson, query, signedInMember, type TestClient } from '@pipewright/testing'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { workbook } from './workbook.ts'

const workspace = 'acme'
const day = 24 * 3_600_000

async function setUp(rows = 300) {
  const world = await appUnderTest({ prepared: 'workspace', limits: { exportedAtOnce: 50 } })
  const owner = await world.owner()
  await owner.call('createRecord', { params: { workspace, form: 'lead' }, body: { values: { name: '=1' } } })
  await query(
    world.databaseUrl,
    `insert into ws_acme.lead (id, owner, version, created_at, updated_at, name, status, _grams)
    select gen_random_uuid(), l.owner, 1, l.created_at, l.updated_at, 'lead ' || lpad(n::text, 5, '0'), 'new', '{}' from ws_acme.lead l, generate_series(2, ${rows}) n`,
  )
  const begin = async (browser: TestClient, more: object = {}) =>
    browser.call('startExport', {
      params: { workspace, form: 'lead' },
      body: { format: 'csv', columns: ['name'], sort: [{ field: 'name', direction: 'asc' }], ...more },
    })
  const file = (browser: TestClient, id: string) =>
    browser.send({ method: 'GET', url: `/api/w/${workspace}/exports/${id}/file` })
  return { world, owner, begin, file, [Symbol.asyncDispose]: world.close }
}

/** Waits until an export is over. */
async function ended(browser: TestClient, id: string | undefined): Promise<Export> {
  for (;;) {
    const { exports } = await browser.call('listExports', { params: { workspace } })
    const job = exports.find((one) => one.id === id)
    if (job !== undefined && job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('a large list becomes a file in the background; its member is told and fetches it for seven days', async () => {
  await using at = await setUp()
  const { export: begun } = await at.begin(at.owner)
  expect(begun).toMatchObject({ form: 'lead', state: 'running', fileName: 'Leads 2026-11-21.csv' })
  const job = await ended(at.owner, begun?.id)
  expect(job).toMatchObject({ state: 'done', total: 300, done: 300, error: null })
  const answer = await at.file(at.owner, job.id)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'content-disposition': expect.stringContaining('attachment; filename="Leads 2026-11-21.csv"') as string,
  })
  const lines = answer.body.split('\r\n')
  expect(lines).toHaveLength(302)
  expect(lines[1]).toBe("'=1")
  expect(new Set(lines).size).toBe(302)
  const { items } = await at.owner.call('listNotifications', { params: { workspace }, query: {} })
  expect(items[0]).toMatchObject({ kind: 'exportReady', path: '/exports', text: 'Your export is ready' })

  const sheet = await ended(at.owner, (await at.begin(at.owner, { format: 'xlsx' })).export?.id)
  const book = new exceljs.Workbook()
  await book.xlsx.load((await at.file(at.owner, sheet.id)).rawPayload as unknown as ArrayBuffer)
  expect(book.worksheets[0]?.rowCount).toBe(301)

  const rep = await signedInMember(at.world, { workspace, roles: ['rep'] })
  expect((await at.file(rep.browser, job.id)).statusCode).toBe(404)
  expect(await rep.browser.call('listExports', { params: { workspace } })).toEqual({ exports: [] })
  at.world.time.now += 7 * day + 1
  const late = at.world.client()
  const { email, password } = ownerPerson
  await late.call('signIn', { body: { email, password } })
  expect((await at.file(late, job.id)).statusCode).toBe(404)
})

test('few records are sent at once, and the right to export is asked for at the start', async () => {
  await using at = await setUp()
  expect(await at.begin(at.owner, { filter: { eq: [{ var: 'name' }, 'lead 00007'] } })).toEqual({
    export: null,
  })
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'] })
  const rights = (await rep.browser.call('getApp', { params: { workspace } })).rights['lead']
  const url = `/api/w/${workspace}/forms/lead/exports`
  const body = { format: 'csv', columns: ['name'] }
  const answer = await rep.browser.send({ method: 'POST', url, body })
  expect(answer.statusCode).toBe(rights?.export === true ? 200 : 403)
  // What a rep may see is little.
  expect(answer.body).not.toContain('running')
})

test('a file is not given any more when what its member may see has changed', async () => {
  await using at = await setUp()
  const admin = await signedInMember(at.world, { workspace, roles: ['admin'] })
  const { export: begun } = await at.begin(admin.browser)
  const job = await ended(admin.browser, begun?.id)
  expect((await at.file(admin.browser, job.id)).statusCode).toBe(200)
  const north = await at.owner.call('createDepartment', {
    params: { workspace },
    body: { name: 'North', parent: null, manager: null },
  })
  const { members } = await at.owner.call('listMembers', { params: { workspace } })
  const own = members.find(({ email }) => email === admin.email)
  await at.owner.call('updateMember', {
    params: { workspace, id: own?.id ?? '' },
    body: { roles: ['manager'], department: north.id },
  })
  // Somebody whose roles changed signs in anew.
  const again = at.world.client()
  await again.call('signIn', { body: { email: admin.email, password: admin.password } })
  const answer = await at.file(again, job.id)
  expect(answer).toMatchObject({
    statusCode: 409,
    body: expect.stringContaining('export-outdated') as string,
  })
  expect(answer.body).not.toContain('lead 00002')
})

test('what a killed server began is begun anew, a few times, and can be cancelled', async () => {
  await using at = await setUp()
  const { export: first } = await at.begin(at.owner)
  const done = await ended(at.owner, first?.id)
  const again = `update ws_acme._export set state = 'running', done = 40, ended_at = null, tries = $2 where id = $1`
  await query(at.world.databaseUrl, again, [done.id, 1])
  await using second = await at.world.secondProcess()
  const owner = await second.owner()
  expect(await ended(owner, done.id)).toMatchObject({ state: 'done', done: 300 })
  expect((await at.file(owner, done.id)).body.split('\r\n')).toHaveLength(302)

  await query(at.world.databaseUrl, again, [done.id, 3])
  await using next = await at.world.secondProcess()
  const third = await next.owner()
  expect(await ended(third, done.id)).toMatchObject({ state: 'failed', bytes: 0 })
  expect((await at.file(third, done.id)).statusCode).toBe(404)

  const { export: last } = await at.begin(third)
  await third.call('cancelExport', { params: { workspace, id: last?.id ?? '' }, body: {} })
  const { exports } = await third.call('listExports', { params: { workspace } })
  expect(exports.map(({ id }) => id)).not.toContain(last?.id)
  expect((await at.file(third, last?.id ?? '')).statusCode).toBe(404)
})

test('a workbook goes on in another sheet where one is full, with its header and every row once', async () => {
  async function* batches() {
    for (const from of [0, 4])
      yield Array.from({ length: 4 }, (_row, at) => [{ text: `row ${from + at}`, kind: 'text' as const }])
  }
  const parts: Buffer[] = []
  for await (const part of workbook(['Name'], batches(), { lines: 4, signs: 1_000_000 })) parts.push(part)
  const book = new exceljs.Workbook()
  await book.xlsx.load(Buffer.concat(parts) as unknown as ArrayBuffer)
  const sheets = book.worksheets.map((sheet) => sheet.getColumn(1).values.slice(1))
  expect(sheets).toEqual([
    ['Name', 'row 0', 'row 1', 'row 2'],
    ['Name', 'row 3', 'row 4', 'row 5'],
    ['Name', 'row 6', 'row 7'],
  ])
})
