import { aSalesApp } from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../connection/connect.ts'
import type { Database } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { migrate } from '../migrations/migrate.ts'
import { checkCatalogue } from './check-catalogue.ts'
import { installWorkspace } from './install-workspace.ts'
import { publish } from './publish.ts'
import { readCatalogue } from './read-catalogue.ts'

const now = '2026-11-21T00:00:00.000Z'
const definition = aSalesApp()
let database: Database
let drop: () => Promise<void>
let count = 0

beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  database = connect({ url: fresh.url, poolSize: 3 })
  await migrate(database, { now })
})
afterAll(async () => {
  await database.close()
  await drop()
})

async function install(): Promise<WorkspaceRef> {
  count += 1
  const made = await installWorkspace(database, { key: `check${count}`, name: 'C', definition, now })
  if (!made.ok) throw new Error(made.problem)
  return made.workspace
}
const run = ({ schema }: WorkspaceRef, text: string) =>
  database.query({ text: text.replaceAll('ws.', `"${schema}".`), values: [] })

test('SC-13: a workspace is what its definition wants, also after fields were removed, and the check leaves nothing behind', async () => {
  const workspace = await install()
  expect(await checkCatalogue(database, workspace)).toEqual([])
  const [account, ...others] = definition.forms
  const without = { ...account!, fields: account!.fields.filter(({ key }) => key !== 'industry') }
  const layout = {
    ...without.layout,
    sections: without.layout.sections.map((section) => ({
      ...section,
      items: section.items.filter((item) => !('field' in item && item.field === 'industry')),
    })),
  }
  const next = { ...definition, forms: [{ ...without, layout }, ...others], retired: ['account.industry'] }
  const request = { definition: next, base: 1, by: null, changes: [], now }
  expect(await publish(database, workspace, request)).toMatchObject({ ok: true })
  const before = await readCatalogue(database, workspace.schema)
  expect(await checkCatalogue(database, workspace)).toEqual([])
  expect(await readCatalogue(database, workspace.schema)).toEqual(before)
  const left = await database.query({
    text: `select nspname from pg_namespace where nspname like 'check\\_%'`,
    values: [],
  })
  expect(left).toEqual([])
})

test('SC-13: every difference is named, and none is mended', async () => {
  const workspace = await install()
  await run(workspace, 'alter table ws.account drop column industry')
  await run(workspace, 'alter table ws.account add column stranger text')
  await run(workspace, 'alter table ws.account alter column name type varchar(10)')
  await run(workspace, 'create table ws.spare (id uuid primary key)')
  const { indexes } = await readCatalogue(database, workspace.schema)
  const index = indexes
    .map((line) => line.split(' ')[0]!)
    .find((name) => /^opportunity_(?!.*pkey)/.test(name))!
  await run(workspace, `drop index ws."${index}"`)
  const found = await checkCatalogue(database, workspace)
  const said = found.map(({ type, what, table, name }) => [type, what, table, name].join(' '))
  expect(said).toEqual(
    expect.arrayContaining([
      'missing column account industry',
      'extra column account stranger',
      'different column account name',
      'extra table spare spare',
      `missing index opportunity ${index}`,
    ]),
  )
  expect(found.find(({ name }) => name === 'name')).toMatchObject({
    wanted: 'text',
    found: 'character varying(10)',
  })
  expect(await checkCatalogue(database, workspace)).toEqual(found)
})

test('SC-13: a table that is gone, and one that has had too many columns, are named', async () => {
  const workspace = await install()
  const columns = Array.from({ length: 1200 }, (_, n) => n)
  await run(workspace, `alter table ws.account ${columns.map((n) => `add column c${n} int`).join(', ')}`)
  await run(workspace, `alter table ws.account ${columns.map((n) => `drop column c${n}`).join(', ')}`)
  expect(await checkCatalogue(database, workspace)).toMatchObject([{ type: 'crowded', table: 'account' }])
  await run(workspace, 'drop table ws.account cascade')
  const missing = (await checkCatalogue(database, workspace)).filter(({ what }) => what === 'table')
  expect(missing).toMatchObject([{ type: 'missing', table: 'account' }])
})
