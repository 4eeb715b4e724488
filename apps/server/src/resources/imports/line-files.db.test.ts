import type { FileInfo, Import, Problem } from '@pipewright/contract'
import { appUnderTest, signedInMember, zipOf, type TestClient, type Zipped } from '@pipewright/testing'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { byName, jobImports } from './testing/job-imports.ts'
import { upload } from './testing/upload.ts'

const workspace = 'acme'
const pdf = (text: string) => `%PDF-1.7 ${text}`
const files: Zipped[] = [
  { name: 'one.pdf', content: pdf('1') },
  { name: 'two.pdf', content: pdf('2') },
]
const fields = (job: Import) => job.mapping.map(({ field }) => field)

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const { browser: rep } = await signedInMember(world, { workspace, roles: ['rep'] })
  const at = await jobImports(world, rep)
  const named = async (browser: TestClient = at.owner) => {
    const all: Record<string, string[][]> = {}
    for (const [name, lines] of Object.entries(await at.lines())) {
      all[name] = []
      for (const line of lines) {
        const ids = (line['drawings'] ?? []) as string[]
        const { files: found } = await browser.call('listFiles', { params: { workspace }, body: { ids } })
        all[name].push(found.map((file: FileInfo) => file.name))
      }
    }
    return all
  }
  return { ...at, named }
}

test('files of a zip that lines name belong to these lines; a second line has a copy of its own', async () => {
  await using at = await setUp()
  const table = 'Name,Parts: Pieces,Parts: Drawings\nA,1,one.pdf; two.pdf\n,2,one.pdf\nB,3,\n,4,two.pdf\n'
  const job = await at.send(at.rep, zipOf([...files, { name: 'jobs.csv', content: table }]), 'jobs.zip')
  expect(fields(job)).toEqual(['name', 'parts.pieces', 'parts.drawings'])
  const checked = await at.check(at.rep, job)
  expect(checked).toMatchObject({ bad: 0, records: 2, lines: 4, files: { count: 2, unusedCount: 0 } })
  const done = await at.commit(at.rep, job.id)
  expect(done).toMatchObject({ state: 'done', done: 2 })
  expect(await at.named()).toEqual({ A: [['one.pdf', 'two.pdf'], ['one.pdf']], B: [[], ['two.pdf']] })
  const ids = Object.values(await at.lines()).flatMap((lines) =>
    lines.flatMap((line) => line['drawings'] ?? []),
  )
  expect(new Set(ids).size).toBe(4)
  expect(await at.named(at.rep)).toEqual(await at.named())
  expect(await at.undo(at.rep, done.change, uuidv7())).toMatchObject({ left: [] })
  expect(await at.lines()).toEqual({})
})

test('a file that is not in the zip is told at its line, and lines that name none keep theirs', async () => {
  await using at = await setUp()
  const first = await at.send(at.owner, 'Name,Parts: Pieces,Parts: Drawings\nA,1,one.pdf\n,2,gone.pdf\n')
  expect(fields(first)).toEqual(['name', 'parts.pieces', null])
  const add = async () =>
    (
      await upload<Import & Problem>(
        at.owner,
        `/api/w/${workspace}/imports/${first.id}/files`,
        'drawings.zip',
        zipOf(files),
      )
    ).body
  const job = await add()
  expect(fields(job)).toEqual(['name', 'parts.pieces', 'parts.drawings'])
  const checked = await at.check(at.owner, job)
  expect(checked.problems.map(({ row, field, code }) => [row, field, code])).toEqual([
    [3, 'parts.drawings', 'file-missing'],
  ])
  const good = await at.send(
    at.owner,
    zipOf([
      ...files,
      { name: 'a.csv', content: 'Name,Parts: Pieces,Parts: Drawings\nA,1,one.pdf\n,2,two.pdf\n' },
    ]),
    'a.zip',
  )
  await at.check(at.owner, good)
  await at.commit(at.owner, good.id)
  const more = await at.send(
    at.owner,
    zipOf([...files, { name: 'a.csv', content: 'Name,Parts: Pieces,Parts: Drawings\nA,10,\n,20,one.pdf\n' }]),
    'a.zip',
  )
  expect(await at.check(at.owner, more, byName)).toMatchObject({ bad: 0, changed: 1 })
  const done = await at.commit(at.owner, more.id)
  expect(await at.named()).toEqual({ A: [['one.pdf'], ['one.pdf']] })
  await at.undo(at.owner, done.change, uuidv7())
  expect(await at.named()).toEqual({ A: [['one.pdf'], ['two.pdf']] })
})
