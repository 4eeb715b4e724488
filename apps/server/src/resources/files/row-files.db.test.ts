import { appUnderTest, memberIdOf, ownerPerson, signedInMember } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { params, specimenApp, workspace } from '../../testing/specimen.ts'

let close: () => Promise<void>
let at: Awaited<ReturnType<typeof setUp>>

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  close = world.close
  const owner = await world.owner()
  const ada = await memberIdOf(world, workspace, ownerPerson.email)
  const bob = await signedInMember(world, { workspace, roles: ['rep'], name: 'Bob' })
  const app = await specimenApp(owner, [ada, bob.id])
  const update = (id: string, version: number, values: object) =>
    owner.call('updateRecord', { params: { ...params, id }, body: { version, values: values as never } })
  const get = async (browser: typeof owner, id: string) =>
    (await browser.send({ method: 'GET', url: `/api/w/${workspace}/files/${id}` })).statusCode
  return { owner, bob: bob.browser, app, update, get }
}
beforeAll(async () => {
  at = await setUp()
})
afterAll(() => close())

const rowsOf = (record: { readonly values: Readonly<Record<string, unknown>> }) =>
  record.values['rows'] as Record<string, unknown>[]

test('a file in a row belongs to the record, whose readers alone may fetch it', async () => {
  const { app, owner, bob } = at
  const file = await app.things.newFile()
  expect([await at.get(owner, file), await at.get(bob, file)]).toEqual([200, 404])
  await app.create({ title: 'one', rows: [{ attachment: [file] }] })
  expect([await at.get(owner, file), await at.get(bob, file)]).toEqual([200, 404])
})

test('a copied row shows the same file; a row of another record cannot take it', async () => {
  const { app, owner } = at
  const file = await app.things.newFile()
  const made = await app.create({ title: 'two', rows: [{ attachment: [file] }] })
  const [row] = rowsOf(made)
  const copied = await at.update(made.id, made.version, {
    rows: [{ id: row?.['id'], attachment: [file] }, { attachment: [file] }],
  })
  expect(rowsOf(copied)).toMatchObject([{ attachment: [file] }, { attachment: [file] }])
  const problem = await owner.problem(app.create({ title: 'three', rows: [{ attachment: [file] }] }))
  expect(problem.errors).toMatchObject([{ pointer: '/values/rows/0/attachment/0', code: 'no-such-file' }])
})

test('rich text in a row is cleaned when it is written, and is plain in a table', async () => {
  const { app } = at
  const html = '<p onclick="x()">Hello <strong>you</strong><script>alert(1)</script></p>'
  const made = await app.create({ title: 'four', rows: [{ rich_text: html }] })
  expect(JSON.stringify(rowsOf(made))).not.toMatch(/script|onclick/)
  expect(JSON.stringify(rowsOf(made))).toContain('<strong>you</strong>')
  const table = await app.exportCells('rows', { eq: [{ var: 'title' }, 'four'] })
  expect(table.toString()).toContain('Hello you')
})

test('a table of records names the files of their rows', async () => {
  const { app } = at
  await app.create({ title: 'five', rows: [{ attachment: [await app.things.newFile()] }] })
  const table = await app.exportCells('rows', { eq: [{ var: 'title' }, 'five'] })
  expect(table.toString()).toContain('a.txt')
})
