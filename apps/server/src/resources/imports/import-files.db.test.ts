import type { FileInfo, Import, ImportColumn, ImportWrites, Problem } from '@pipewright/contract'
import { deleteUnattachedFiles, workspaceRef } from '@pipewright/db'
import { aForm, aRight, aTextField } from '@pipewright/metadata/builders'
import { appUnderTest, query, signedInMember, zipOf, type TestClient, type Zipped } from '@pipewright/testing'
import iconv from 'iconv-lite'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { settled, upload } from './testing/upload.ts'

const workspace = 'acme'
const deed = aForm({
  key: 'deed',
  fields: [
    aTextField({ required: true, unique: true }),
    aTextField({ key: 'note', label: { en: 'Note' } }),
    {
      key: 'scans',
      label: { en: 'Scans', zh: '扫描件' },
      type: 'attachment',
      types: ['pdf', 'png'],
      maxBytes: 2000,
    },
    { key: 'hidden', label: { en: 'Hidden' }, type: 'attachment' },
  ],
})
const actions = ['create', 'read', 'update', 'import'] as const
const right = aRight({ form: 'deed', actions: [...actions], write: ['name', 'note', 'scans'] })
const pdf = (text: string) => `%PDF-1.7 ${text}`

async function setUp(limits = {}) {
  const world = await appUnderTest({ prepared: 'workspace', limits })
  const owner = await world.owner()
  const edits = [{ type: 'addForm' as const, form: deed, rights: [{ role: 'rep', right }] }]
  const { version } = await owner.call('editDraft', { params: { workspace }, body: { version: 0, edits } })
  await owner.call('publishDraft', { params: { workspace }, body: { version } })
  const send = (browser: TestClient, name: string, content: string | Uint8Array) =>
    upload<Import & Problem>(browser, `/api/w/${workspace}/forms/deed/imports`, name, content)
  const add = (browser: TestClient, id: string, files: readonly Zipped[]) =>
    upload<Import & Problem>(browser, `/api/w/${workspace}/imports/${id}/files`, 'scans.zip', zipOf(files))
  const check = async (
    browser: TestClient,
    id: string,
    mapping: readonly ImportColumn[],
    writes?: ImportWrites,
  ) => {
    const body = { mapping: [...mapping], ...(writes === undefined ? {} : { writes }) }
    await browser.call('checkImport', { params: { workspace, id }, body })
    return settled(browser, workspace, id)
  }
  const commit = async (browser: TestClient, id: string, skipBad = false) => {
    await browser.call('commitImport', { params: { workspace, id }, body: { skipBad } })
    return settled(browser, workspace, id)
  }
  /** Names of the files of each record, by its name. */
  const attached = async (browser: TestClient = owner) => {
    const { rows } = await browser.call('queryRecords', {
      params: { workspace, form: 'deed' },
      body: { columns: ['name', 'scans'], sort: [{ field: 'name', direction: 'asc' }] },
    })
    const all: Record<string, string[]> = {}
    for (const { values } of rows) {
      const ids = (values['scans'] ?? []) as string[]
      const { files } = await browser.call('listFiles', { params: { workspace }, body: { ids } })
      all[String(values['name'])] = files.map(({ name }: FileInfo) => name)
    }
    return all
  }
  return { world, owner, send, add, check, commit, attached, [Symbol.asyncDispose]: world.close }
}

const fields = (job: Import) => job.mapping.map(({ field }) => field)
const coded = (job: Import) => job.problems.map(({ row, code, value }) => [row, code, value])

test('a zip with a table and files: they are found by path, name and other letters, and belong to their records', async () => {
  await using at = await setUp()
  const files: Zipped[] = [
    { name: 'all/deeds.csv', content: 'Name,Scans\nA,one.pdf; sub/Two.PDF\nB,SUB/two.pdf\nC,"a; b.pdf"\nD,' },
    { name: 'all/one.pdf', content: pdf('1') },
    { name: 'all/sub/Two.PDF', content: pdf('2') },
    { name: 'all/a; b.pdf', content: pdf('3') },
    { name: 'all/spare.pdf', content: pdf('4') },
    { name: '__MACOSX/all/._one.pdf', content: 'x' },
    { name: 'all/.DS_Store', content: 'x' },
  ]
  const { status, body: job } = await at.send(at.owner, 'deeds.zip', zipOf(files))
  expect({ status, fields: fields(job) }).toEqual({ status: 201, fields: ['name', 'scans'] })
  const checked = await at.check(at.owner, job.id, job.mapping)
  expect(checked).toMatchObject({ state: 'checked', bad: 0, problems: [] })
  expect(checked.files).toEqual({
    name: 'deeds.zip',
    count: 4,
    refused: [],
    refusedCount: 0,
    unused: ['all/spare.pdf'],
    unusedCount: 1,
  })
  expect(await at.attached()).toEqual({})
  const done = await at.commit(at.owner, job.id)
  expect(done).toMatchObject({ state: 'done', done: 4 })
  expect(await at.attached()).toEqual({ A: ['one.pdf', 'Two.PDF'], B: ['Two.PDF'], C: ['a; b.pdf'], D: [] })
  // Each record has a file of its own with the same content.
  const kept = await query<{ name: string; content: Buffer }>(
    at.world.databaseUrl,
    `select f.name, c.content from ws_acme._file f join ws_acme._file_chunk c on c.file = f.id where f.record is not null order by f.name collate "C"`,
  )
  expect(kept.map(({ name, content }) => [name, content.toString()])).toEqual([
    ['Two.PDF', pdf('2')],
    ['Two.PDF', pdf('2')],
    ['a; b.pdf', pdf('3')],
    ['one.pdf', pdf('1')],
  ])
  // What no row named goes with the uploads that nobody took.
  await deleteUnattachedFiles(at.world.database, workspaceRef('acme'), '2100-01-01T00:00:00Z')
  expect(await query(at.world.databaseUrl, `select name from ws_acme._file where record is null`)).toEqual([])

  const undone = await at.owner.call('undoChange', {
    params: { workspace, id: done.change ?? '' },
    body: { into: uuidv7() },
  })
  expect(undone).toMatchObject({ left: [] })
  expect(await at.attached()).toEqual({})
})

test('what is missing, several times there, too large or of another kind is told by row, and nothing half comes in', async () => {
  await using at = await setUp({ fileBytes: 5000 })
  const table = [
    'Name,Note,Scans',
    'Missing,,nowhere.pdf',
    'Twice,,same.pdf',
    'Large,,large.pdf',
    'Huge,,huge.pdf',
    'Liar,,liar.pdf',
    'Program,,run.exe',
    'Text,,note.txt',
    'Locked,,locked.pdf',
    'Empty,,empty.pdf',
    'Good,,2026/same.pdf',
    'None,,',
  ].join('\n')
  const { body: job } = await at.send(at.owner, 'deeds.csv', table)
  expect({ fields: fields(job), files: job.files }).toEqual({ fields: ['name', 'note', null], files: null })
  const { status, body: filed } = await at.add(at.owner, job.id, [
    { name: '2025/same.pdf', content: pdf('a') },
    { name: '2026/same.pdf', content: pdf('b') },
    { name: 'large.pdf', content: pdf(String(Math.PI).repeat(120)) },
    { name: 'huge.pdf', content: pdf(String(Math.E).repeat(400)) },
    { name: 'liar.pdf', content: '<html>' },
    { name: 'run.exe', content: 'MZ' },
    { name: 'note.txt', content: 'hello' },
    { name: 'locked.pdf', content: pdf('c'), locked: true },
    { name: 'empty.pdf', content: '' },
  ])
  expect({ status, fields: fields(filed) }).toEqual({ status: 200, fields: ['name', 'note', 'scans'] })
  expect(filed.files).toMatchObject({ name: 'scans.zip', count: 9, refusedCount: 5, unusedCount: 0 })
  const checked = await at.check(at.owner, job.id, filed.mapping)
  expect(coded(checked)).toEqual([
    [2, 'file-missing', 'nowhere.pdf'],
    [3, 'file-many', 'same.pdf'],
    [4, 'file-too-large', 'large.pdf'],
    [5, 'zipped-large', 'huge.pdf'],
    [6, 'zipped-mismatch', 'liar.pdf'],
    [7, 'zipped-unknown', 'run.exe'],
    [8, 'file-kind', 'note.txt'],
    [9, 'zipped-locked', 'locked.pdf'],
    [10, 'zipped-empty', 'empty.pdf'],
  ])
  expect(checked.problems[0]?.message).toBe('The zip has no file “nowhere.pdf”.')
  expect(checked.files).toMatchObject({ unused: ['2025/same.pdf'] })
  expect(await at.commit(at.owner, job.id, true)).toMatchObject({ state: 'done', done: 2 })
  expect(await at.attached()).toEqual({ Good: ['same.pdf'], None: [] })
})

test('an archive of a Chinese computer names its files in GBK and does not say so', async () => {
  await using at = await setUp()
  const files: Zipped[] = [
    { name: iconv.encode('清单.csv', 'gbk'), content: '﻿Name,扫描件\n张伟,合同/张伟.pdf' },
    { name: iconv.encode('合同/张伟.pdf', 'gbk'), content: pdf('1') },
  ]
  const { body: job } = await at.send(at.owner, '合同.zip', zipOf(files))
  expect(fields(job)).toEqual(['name', 'scans'])
  await at.check(at.owner, job.id, job.mapping)
  expect(await at.commit(at.owner, job.id)).toMatchObject({ state: 'done', done: 1 })
  expect(await at.attached()).toEqual({ 张伟: ['张伟.pdf'] })
})

test('rows that change records give them files, and an undo gives back those they had', async () => {
  await using at = await setUp()
  const { body: file } = await upload<FileInfo>(at.owner, `/api/w/${workspace}/files`, 'old.pdf', pdf('old'))
  const make = (name: string, scans: string[]) =>
    at.owner.call('createRecord', { params: { workspace, form: 'deed' }, body: { values: { name, scans } } })
  await make('A', [file.id])
  await make('B', [])
  const { body: job } = await at.send(
    at.owner,
    'deeds.zip',
    zipOf([
      { name: 'deeds.csv', content: 'Name,Scans\nA,new.pdf\nB,new.pdf\nC,new.pdf' },
      { name: 'new.pdf', content: pdf('new') },
    ]),
  )
  const checked = await at.check(at.owner, job.id, job.mapping, { mode: 'both', by: ['name'], empty: 'keep' })
  expect(checked).toMatchObject({ state: 'checked', bad: 0, changed: 2, same: 0 })
  const done = await at.commit(at.owner, job.id)
  expect(await at.attached()).toEqual({ A: ['new.pdf'], B: ['new.pdf'], C: ['new.pdf'] })
  await at.owner.call('undoChange', {
    params: { workspace, id: done.change ?? '' },
    body: { into: uuidv7() },
  })
  expect(await at.attached()).toEqual({ A: ['old.pdf'], B: [] })
})

test('files come under the rights of their field, and an import of another does not exist', async () => {
  await using at = await setUp()
  const rep = await signedInMember(at.world, { workspace, roles: ['rep'] })
  const finance = await signedInMember(at.world, { workspace, roles: ['finance'] })
  const zip = [{ name: 'one.pdf', content: pdf('1') }]
  const { body: job } = await at.send(rep.browser, 'deeds.csv', 'Name,Scans,Hidden\nA,one.pdf,one.pdf')
  expect((await at.add(finance.browser, job.id, zip)).status).toBe(404)
  expect((await at.add(at.owner, job.id, zip)).status).toBe(404)
  const { body: filed } = await at.add(rep.browser, job.id, zip)
  expect(fields(filed)).toEqual(['name', 'scans', null])
  const params = { workspace, id: job.id }
  const mapping = filed.mapping.map((one) => (one.column === 2 ? { ...one, field: 'hidden' } : one))
  await expect(rep.browser.call('checkImport', { params, body: { mapping } })).rejects.toMatchObject({
    problem: { code: 'invalid' },
  })
  const checked = await at.check(rep.browser, job.id, filed.mapping)
  expect(checked).toMatchObject({ state: 'checked', bad: 0 })
  const [values] = checked.preview.map((row) => row.values)
  const ids = { ids: values?.['scans'] as string[] }
  expect((await rep.browser.call('listFiles', { params: { workspace }, body: ids })).files).toHaveLength(1)
  expect((await at.owner.call('listFiles', { params: { workspace }, body: ids })).files).toEqual([])
  expect(await at.commit(rep.browser, job.id)).toMatchObject({ state: 'done', done: 1 })
  expect((await at.owner.call('listFiles', { params: { workspace }, body: ids })).files).toHaveLength(1)
})

test.each([
  ['no zip at all', Buffer.from('hello'), 'it is not a zip file'],
  ['a bomb', zipOf([{ name: 'a.txt', content: Buffer.alloc(3_000_000) }]), 'far larger than the file'],
  [
    'more files than anybody lists',
    zipOf(Array.from({ length: 10_001 }, (_, n) => ({ name: `${n}.txt`, content: 'x' }))),
    'more than 10,000 files',
  ],
])('%s is refused and leaves no file', async (_, content, reason) => {
  await using at = await setUp()
  const { body: job } = await at.send(at.owner, 'deeds.csv', 'Name\nA')
  const answer = await upload<Problem>(
    at.owner,
    `/api/w/${workspace}/imports/${job.id}/files`,
    'a.zip',
    content,
  )
  expect(answer).toMatchObject({ status: 422, body: { code: 'file-unreadable' } })
  expect(answer.body.detail ?? answer.body.title).toContain(reason)
  expect(await query(at.world.databaseUrl, 'select 1 from ws_acme._file')).toEqual([])
})

test('a zip whose content breaks off leaves nothing, and paths that lead out of it are only names', async () => {
  await using at = await setUp()
  const { body: job } = await at.send(at.owner, 'deeds.csv', 'Name,Scans\nA,etc/passwd.pdf')
  const good = zipOf([
    { name: '../../etc/passwd.pdf', content: pdf('1') },
    { name: 'b.pdf', content: pdf(Array.from({ length: 300 }, (_, n) => n * 7919).join()) },
  ])
  const broken = Buffer.from(good)
  broken.fill(0xff, 150, 400)
  const path = `/api/w/${workspace}/imports/${job.id}/files`
  expect((await upload<Problem>(at.owner, path, 'a.zip', broken)).status).toBe(422)
  expect(await query(at.world.databaseUrl, 'select 1 from ws_acme._file')).toEqual([])
  const { body: filed } = await upload<Import>(at.owner, path, 'a.zip', good)
  expect((await at.check(at.owner, job.id, filed.mapping)).bad).toBe(0)
  await at.commit(at.owner, job.id)
  expect(await at.attached()).toEqual({ A: ['passwd.pdf'] })
})

test('a zip without a table, or with several, says so', async () => {
  await using at = await setUp()
  const one = await at.send(at.owner, 'a.zip', zipOf([{ name: 'a.pdf', content: pdf('') }]))
  expect(one).toMatchObject({ status: 422 })
  const two = await at.send(
    at.owner,
    'a.zip',
    zipOf([
      { name: 'a.csv', content: 'Name\nA' },
      { name: 'b.csv', content: 'Name\nA' },
      { name: 'deeper/c.csv', content: 'Name\nA' },
    ]),
  )
  expect(two.body.detail ?? two.body.title).toContain('a.csv, b.csv.')
})
