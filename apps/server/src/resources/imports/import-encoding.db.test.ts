import type { Import, Problem } from '@pipewright/contract'
import { appUnderTest, query, signedInMember, zipOf, type TestClient } from '@pipewright/testing'
import exceljs from 'exceljs'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { settled, upload } from './testing/upload.ts'

const workspace = 'acme'

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const put = (
    browser: TestClient,
    path: string,
    content: Uint8Array,
    encoding?: string,
    name = 'leads.csv',
  ) =>
    upload<Import & Problem>(
      browser,
      `/api/w/${workspace}/${path}${encoding === undefined ? '' : `?encoding=${encoding}`}`,
      name,
      content,
    )
  const send = (content: Uint8Array, encoding?: string, name?: string, form = 'lead') =>
    put(owner, `forms/${form}/imports`, content, encoding, name)
  const again = (id: string, content: Uint8Array, encoding?: string, browser = owner, name?: string) =>
    put(browser, `imports/${id}/file`, content, encoding, name)
  const staged = (id: string) =>
    query<{ row: number; cells: string[] }>(
      world.databaseUrl,
      `select row, cells from ws_acme._import_row where import = '${id}' order by row`,
    )
  const get = (id: string) => owner.call('getImport', { params: { workspace, id } })
  return { world, owner, put, send, again, staged, get, [Symbol.asyncDispose]: world.close }
}

const seen = ({ readAs, rows, columns, mapping }: Import) => ({
  readAs,
  rows,
  columns: columns.map(({ name, samples }) => [name, ...samples]),
  fields: mapping.map(({ field }) => field),
})

/** Short texts that are taken for another encoding by their bytes. */
const wrong = [
  ['big5', 'gb18030', 'Name;Company;Phone\n陳國華;高雄商店;0912 345 678\n李雅美;宏偉實業;0933 456 789\n'],
  ['gb18030', 'big5', '联系人;公司名称;手机\n朱瑄喆;堃瑄贸易;13900001111\n喆堃;珺玥书店;13900002222\n'],
  ['windows-1252', 'gb18030', 'Name;Company;Phone\nßß;ACME;0221 345 678\n'],
] as const

test.each(wrong)(
  'a file in %s that is taken for %s is read anew as chosen, and by its bytes again',
  async (encoding, guess, text) => {
    await using at = await setUp()
    const content = iconv.encode(text, encoding)
    const { status, body: job } = await at.send(content)
    expect({ status, readAs: job.readAs }).toEqual({
      status: 201,
      readAs: { encoding: guess, chosen: false },
    })
    const [head = '', ...lines] = text.trimEnd().split('\n')
    const right = {
      readAs: { encoding, chosen: true },
      rows: lines.length,
      columns: head
        .split(';')
        .map((name, column) => [name, ...lines.map((line) => line.split(';')[column] ?? '')]),
      fields: ['name', 'company', 'phone'],
    }
    const read = await at.again(job.id, content, encoding)
    expect({ status: read.status, id: read.body.id }).toEqual({ status: 200, id: job.id })
    expect(seen(read.body)).toEqual(right)
    expect(seen(await at.get(job.id))).toEqual(right)
    expect((await at.staged(job.id)).map(({ row, cells }) => [row, ...cells])).toEqual(
      lines.map((line, index) => [index + 2, ...line.split(';')]),
    )
    const back = await at.again(job.id, content)
    expect(seen(back.body)).toEqual(seen(job))
  },
)

test('what is read anew is checked and comes in, and its check ends the choice', async () => {
  await using at = await setUp()
  const [encoding, , text] = wrong[0]
  const content = iconv.encode(text, encoding)
  const { body: job } = await at.send(content)
  const { body: read } = await at.again(job.id, content, encoding)
  await at.owner.call('checkImport', { params: { workspace, id: job.id }, body: { mapping: read.mapping } })
  expect(await settled(at.owner, workspace, job.id)).toMatchObject({ state: 'checked', bad: 0 })
  const late = await at.again(job.id, content, 'gb18030')
  expect({ status: late.status, code: late.body.code }).toEqual({ status: 409, code: 'import-state' })
  expect(await at.get(job.id)).toMatchObject({ state: 'checked', readAs: { encoding, chosen: true } })
  await at.owner.call('commitImport', { params: { workspace, id: job.id }, body: { skipBad: false } })
  expect(await settled(at.owner, workspace, job.id)).toMatchObject({ state: 'done', done: 2 })
  expect(await query(at.world.databaseUrl, `select name from ws_acme.lead order by phone`)).toEqual([
    { name: '陳國華' },
    { name: '李雅美' },
  ])
})

test.each([
  ['GBK as UTF-8', 'gbk', 'utf-8', 'Unicode (UTF-8)'],
  ['GBK as UTF-16', 'gbk', 'utf-16le', 'Unicode (UTF-16, little-endian)'],
  ['UTF-8 as UTF-16', 'utf-8', 'utf-16be', 'Unicode (UTF-16, big-endian)'],
  ['UTF-16 as UTF-8', 'utf-16le', 'utf-8', 'Unicode (UTF-8)'],
  ['UTF-16 as GBK', 'utf-16le', 'gb18030', 'Simplified Chinese (GBK, GB18030)'],
])('%s makes no sense: it is told, and the reading before stays', async (_, written, encoding, name) => {
  await using at = await setUp()
  const content = iconv.encode('姓名,公司\n张伟,云杉科技\n李四,青山\n', written, { addBOM: true })
  const { body: job } = await at.send(content)
  const before = await at.staged(job.id)
  const { status, body } = await at.again(job.id, content, encoding)
  expect({ status, code: body.code, title: body.title }).toEqual({
    status: 422,
    code: 'encoding-misfit',
    title: `The characters of this file make no sense as ${name}. Choose another encoding.`,
  })
  expect(seen(await at.get(job.id))).toEqual(seen(job))
  expect(await at.staged(job.id)).toEqual(before)
})

test('some characters that were cut in two do not keep a file from being read as chosen', async () => {
  await using at = await setUp()
  const whole = iconv.encode('姓名,公司\n张伟,云杉科技有限公司\n李四,青山贸易公司\n', 'gbk')
  // The last character lost its second half, as in exports with columns of so many bytes.
  const content = Buffer.concat([whole.subarray(0, -2), Buffer.from('\n')])
  const { body: job } = await at.send(content)
  expect(job.readAs).toEqual({ encoding: 'windows-1252', chosen: false })
  const { body } = await at.again(job.id, content, 'gb18030')
  expect(seen(body).columns).toEqual([
    ['姓名', '张伟', '李四'],
    ['公司', '云杉科技有限公司', '青山贸易公\uFFFD'],
  ])
})

test('an upload can say its encoding itself, also where nothing would be found by its bytes', async () => {
  await using at = await setUp()
  const content = iconv.encode('姓名,公司\n张伟,云杉科技有限公司\n', 'utf-16le', { addBOM: false })
  expect((await at.send(content)).body.code).toBe('file-unreadable')
  const { status, body } = await at.send(content, 'utf-16le')
  expect({ status, ...seen(body) }).toMatchObject({
    status: 201,
    readAs: { encoding: 'utf-16le', chosen: true },
    fields: ['name', 'company'],
  })
  expect((await at.send(content, 'latin-9')).status).toBe(422)
})

test('no encoding is chosen for a workbook', async () => {
  await using at = await setUp()
  const book = new exceljs.Workbook()
  book.addWorksheet('Leads').addRows([['name'], ['Ann']])
  const content = new Uint8Array(await book.xlsx.writeBuffer())
  const { body: job } = await at.send(content, undefined, 'leads.xlsx')
  expect(job.readAs).toBeNull()
  const { status, body } = await at.again(job.id, content, 'big5', at.owner, 'leads.xlsx')
  expect({ status, title: body.title }).toEqual({
    status: 422,
    title: 'This file cannot be read: it is a workbook, for which no encoding can be chosen.',
  })
  expect(seen(await at.get(job.id))).toEqual(seen(job))
})

test('a table in a zip is read anew, and files that came with an import stay and are matched again', async () => {
  await using at = await setUp()
  const table = iconv.encode('客戶,附件,手機\n陳偉,one.pdf,0912\n黃國華,two.pdf,0933\n', 'big5')
  const scans = ['one.pdf', 'two.pdf'].map((name) => ({ name, content: `%PDF-1.7 ${name}` }))
  const zip = zipOf([{ name: 'contracts.csv', content: table }, ...scans])
  const { body: job } = await at.send(zip, undefined, 'contracts.zip', 'contract')
  expect(job).toMatchObject({ readAs: { encoding: 'gb18030', chosen: false }, files: { count: 2 } })
  const fromZip = await at.again(job.id, zip, 'big5', at.owner, 'contracts.zip')
  const right = [
    ['客戶', '陳偉', '黃國華'],
    ['附件', 'one.pdf', 'two.pdf'],
    ['手機', '0912', '0933'],
  ]
  expect(seen(fromZip.body)).toMatchObject({ readAs: { encoding: 'big5', chosen: true }, columns: right })
  expect(fromZip.body).toMatchObject({
    fileName: 'contracts.zip',
    files: { name: 'contracts.zip', count: 2 },
  })
  expect(fromZip.body.mapping[1]).toMatchObject({ field: 'files' })

  const { body: alone } = await at.send(table, undefined, 'contracts.csv', 'contract')
  const added = await upload<Import>(
    at.owner,
    `/api/w/${workspace}/imports/${alone.id}/files`,
    'scans.zip',
    zipOf(scans),
  )
  expect(added.body.files).toMatchObject({ name: 'scans.zip', count: 2 })
  const { body } = await at.again(alone.id, table, 'big5', at.owner, 'contracts.csv')
  expect(body).toMatchObject({ fileName: 'contracts.csv', files: { name: 'scans.zip', count: 2 } })
  expect(seen(body).columns).toEqual(right)
  expect(body.mapping[1]).toMatchObject({ field: 'files' })
})

test('AZ: only its maker reads an import anew, and only as long as they may import', async () => {
  await using at = await setUp()
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'] })
  const content = iconv.encode(wrong[0][2], 'big5')
  const { body: job } = await at.send(content)
  expect((await at.again(job.id, content, 'big5', rep.browser)).status).toBe(404)
  expect(seen(await at.get(job.id))).toEqual(seen(job))
  const own = await at.put(rep.browser, 'forms/lead/imports', content)
  const withRoles = async (roles: string[]) => {
    await at.owner.call('updateMember', { params: { workspace, id: rep.id }, body: { roles } })
    // A change of roles ends the session.
    await rep.browser.call('signIn', { body: { email: rep.email, password: rep.password } })
    return at.again(own.body.id, content, 'big5', rep.browser)
  }
  expect((await withRoles([])).status).toBe(404)
  expect(await withRoles(['rep'])).toMatchObject({ status: 200, body: { readAs: { encoding: 'big5' } } })
})
