import type { FileInfo, Problem } from '@pipewright/contract'
import { appUnderTest, query, signedInMember, type TestClient } from '@pipewright/testing'
import { deleteUnattachedFiles, deleteUnusedPictures, workspaceRef } from '@pipewright/db'
import { expect, test } from 'vitest'
import { upload } from '../imports/testing/upload.ts'

const workspace = 'acme'
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(600_000, 7)])
const pdf = Buffer.from('%PDF-1.7\n<script>alert(1)</script>')

async function setUp(limits = {}) {
  const world = await appUnderTest({ prepared: 'workspace', limits })
  const owner = await world.owner()
  const send = (browser: TestClient, name: string, content: string | Uint8Array) =>
    upload<FileInfo & Problem>(browser, `/api/w/${workspace}/files`, name, content)
  const get = (browser: TestClient, id: string) =>
    browser.send({ method: 'GET', url: `/api/w/${workspace}/files/${id}` })
  return { world, owner, send, get, [Symbol.asyncDispose]: world.close }
}

test('FI-02: a file comes back byte for byte, images in the page, everything else to be saved, and nothing runs', async () => {
  await using at = await setUp()
  const { status, body: image } = await at.send(at.owner, '图片.png', png)
  expect([status, image.type, image.bytes, image.name]).toEqual([201, 'image/png', png.length, '图片.png'])
  const shown = await at.get(at.owner, image.id)
  expect(shown.rawPayload.equals(png)).toBe(true)
  expect(shown.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'content-disposition': `inline; filename="__.png"; filename*=UTF-8''%E5%9B%BE%E7%89%87.png`,
  })
  const { body: document } = await at.send(at.owner, 'offer.pdf', pdf)
  expect((await at.get(at.owner, document.id)).headers['content-disposition']).toMatch(/^attachment;/)
})

test.each([
  ['a page', 'a.html', '<html>', 415, 'unsupported-type'],
  ['a drawing with script', 'a.svg', '<svg onload=1>', 415, 'unsupported-type'],
  ['a page called image', 'a.png', '<html>', 422, 'file-unreadable'],
  ['a program called text', 'a.txt', 'MZ\u0000\u0000', 422, 'file-unreadable'],
  ['nothing', 'a.txt', '', 422, 'file-unreadable'],
  ['no ending', 'a', 'x', 415, 'unsupported-type'],
])('FI-03: %s is refused', async (_, name, content, status, code) => {
  await using at = await setUp()
  const answer = await at.send(at.owner, name, content)
  expect([answer.status, answer.body.code]).toEqual([status, code])
})

test('FI-05: too large is refused while it streams, and leaves nothing', async () => {
  await using at = await setUp({ fileBytes: 100_000 })
  expect(await at.send(at.owner, 'a.png', png)).toMatchObject({ status: 413, body: { code: 'too-large' } })
  expect(await query(at.world.databaseUrl, 'select 1 from ws_acme._file')).toEqual([])
})

test('FI-04: a name keeps no folders, no control and no turning characters', async () => {
  await using at = await setUp()
  expect((await at.send(at.owner, '../../etc/\u202Egnp.pass\u0007wd.txt', 'x')).body.name).toBe(
    'gnp.passwd.txt',
  )
})

test('FI-01: a file is its uploader’s until a record has it, then of those who may read record and field', async () => {
  await using at = await setUp()
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'] })
  const finance = await signedInMember(at.world, { workspace, roles: ['finance'] })
  const { body: file } = await at.send(at.owner, 'contract.pdf', pdf)
  const statuses = async () => [
    (await at.get(at.owner, file.id)).statusCode,
    (await at.get(finance.browser, file.id)).statusCode,
    (await at.get(rep.browser, file.id)).statusCode,
  ]
  expect(await statuses()).toEqual([200, 404, 404])
  const account = await at.owner.call('createRecord', {
    params: { workspace, form: 'account' },
    body: { values: { name: 'A' } },
  })
  const contract = await at.owner.call('createRecord', {
    params: { workspace, form: 'contract' },
    body: { values: { name: 'C', account: account.id, amount: '1', files: [file.id] } },
  })
  expect(await statuses()).toEqual([200, 200, 404])
  const list = (browser: TestClient) =>
    browser.call('listFiles', { params: { workspace }, body: { ids: [file.id] } })
  expect((await list(finance.browser)).files).toEqual([
    { id: file.id, name: 'contract.pdf', bytes: pdf.length, type: 'application/pdf', version: 1 },
  ])
  expect((await list(rep.browser)).files).toEqual([])
  await at.owner.call('deleteRecord', {
    params: { workspace, form: 'contract', id: contract.id },
    query: { version: String(contract.version) },
  })
  expect(await statuses()).toEqual([404, 404, 404])
})

test('FI-05: uploads that no record took go, with their content', async () => {
  await using at = await setUp()
  await at.send(at.owner, 'a.png', png)
  const gone = await deleteUnattachedFiles(
    at.world.database,
    workspaceRef('acme'),
    '2026-11-21T08:00:00.001Z',
  )
  expect(gone).toBe(1)
  expect(await query(at.world.databaseUrl, 'select 1 from ws_acme._file_chunk')).toEqual([])
})

test('a picture for layouts is for every member to see, stays without a record, and only builders bring one', async () => {
  await using at = await setUp()
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'] })
  const bring = (browser: TestClient, name: string, content: string | Uint8Array) =>
    upload<FileInfo & Problem>(browser, `/api/w/${workspace}/files/pictures`, name, content)
  expect((await bring(rep.browser, 'plan.png', png)).status).toBe(403)
  expect((await bring(at.owner, 'plan.pdf', pdf)).body.code).toBe('unsupported-type')
  const { status, body: picture } = await bring(at.owner, 'plan.png', png)
  expect([status, (await at.get(rep.browser, picture.id)).statusCode]).toEqual([201, 200])
  const { body: forgotten } = await at.send(at.owner, 'a.png', png)
  const database = at.world.database
  expect(await deleteUnattachedFiles(database, workspaceRef(workspace), '2100-01-01T00:00:00.000Z')).toBe(1)
  expect((await at.get(at.owner, forgotten.id)).statusCode).toBe(404)
  expect((await at.get(rep.browser, picture.id)).statusCode).toBe(200)
  // Putting it into a record takes it away from nobody.
  const account = await at.owner.call('createRecord', {
    params: { workspace, form: 'account' },
    body: { values: { name: 'A' } },
  })
  await at.owner.call('createRecord', {
    params: { workspace, form: 'contract' },
    body: { values: { name: 'C', account: account.id, amount: '1', files: [picture.id] } },
  })
  expect((await at.get(rep.browser, picture.id)).statusCode).toBe(200)
})

test('a picture goes when no draft, undo step or revision names it and it is old enough, and not before', async () => {
  await using at = await setUp()
  const { database } = at.world
  const bring = async (name: string) =>
    (await upload<FileInfo>(at.owner, `/api/w/${workspace}/files/pictures`, name, png)).body.id
  const [published, drafted, undone, unused] = [
    await bring('published.png'),
    await bring('drafted.png'),
    await bring('undone.png'),
    await bring('unused.png'),
  ]
  const params = { workspace }
  const { definition } = await at.owner.call('getApp', { params })
  const form = definition.forms.find(({ key }) => key === 'account')
  const place = { form: 'account', section: form?.layout.sections[0]?.key ?? '', index: 0 }
  const put = async (key: string, file: string) => {
    const { version } = await at.owner.call('getDraft', { params })
    const item = { element: { type: 'image' as const, key, file } }
    const edits = [{ type: 'addElement' as const, ...place, item }]
    return at.owner.call('editDraft', { params, body: { version, edits } })
  }
  const { version } = await put('first', published)
  await at.owner.call('publishDraft', { params, body: { version } })
  await put('second', undone)
  const taken = await at.owner.call('getDraft', { params })
  const edits = [{ type: 'removeElement' as const, form: 'account', element: 'second' }]
  await at.owner.call('editDraft', { params, body: { version: taken.version, edits } })
  await put('third', drafted)
  const clear = (before: string) => deleteUnusedPictures(database, workspaceRef(workspace), before)
  expect(await clear('2026-11-21T08:00:00.000Z')).toBe(0)
  expect(await clear('2100-01-01T00:00:00.000Z')).toBe(1)
  const statuses = []
  for (const id of [published, drafted, undone, unused])
    statuses.push((await at.get(at.owner, id)).statusCode)
  expect(statuses).toEqual([200, 200, 200, 404])
})
