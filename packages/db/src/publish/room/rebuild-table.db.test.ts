import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Field, Form } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../connection/connect.ts'
import type { Database } from '../../connection/connection.ts'
import { migrate } from '../../migrations/migrate.ts'
import { checkCatalogue } from '../check-catalogue.ts'
import { describeImpact } from '../describe-impact.ts'
import { installWorkspace } from '../install-workspace.ts'
import { publish } from '../publish.ts'
import { readCatalogue } from '../read-catalogue.ts'

const now = '2026-11-21T00:00:00.000Z'
const label = { en: 'Label', zh: '名称' }
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const text = (key: string): Field => ({ type: 'text', key, label })
const aForm = (key: string, fields: Field[]): Form => ({
  key,
  label,
  labelPlural: label,
  titleField: 'name',
  searchFields: ['name'],
  fields: [text('name'), ...fields],
  layout: { sections: [] },
})
/** A table that refers to itself and others, is referred to, has rows, links, parts and a column of an earlier revision. */
const account = (more: Field[] = []): Form =>
  aForm('account', [
    { type: 'relation', key: 'parent_account', label, form: 'account' },
    { type: 'relations', key: 'friends', label, form: 'account' },
    { type: 'address', key: 'address', label },
    { type: 'text', key: 'code', label, unique: true },
    { type: 'lineItems', key: 'items', label, fields: [text('what')] },
    ...more,
  ])
const deal = aForm('deal', [{ type: 'relation', key: 'account', label, form: 'account' }])
const app = (...forms: Form[]): AppDefinition => ({ ...emptyDefinition(label), forms })

let database: Database
let drop: () => Promise<void>

beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  database = connect({ url: fresh.url, poolSize: 4 })
  await migrate(database, { now })
})
afterAll(async () => {
  await database.close()
  await drop()
})

async function install(key: string, definition: AppDefinition) {
  const made = await installWorkspace(database, { key, name: 'R', definition, now })
  if (!made.ok) throw new Error(made.problem)
  const { workspace } = made
  const run = <Row>(sql: string, values: unknown[] = []) =>
    database.query<Row>({ text: sql.replaceAll('ws.', `${workspace.schema}.`), values })
  const used = async () =>
    (
      await run<{ n: number }>(
        `select max(attnum)::int as n from pg_attribute where attrelid = 'ws.account'::regclass`,
      )
    )[0]!.n
  const burn = async (upTo: number) => {
    const names = Array.from({ length: upTo - (await used()) }, (_, n) => `burnt_${n}`)
    await run(`alter table ws.account ${names.map((name) => `add column ${name} int`).join(', ')}`)
    await run(`alter table ws.account ${names.map((name) => `drop column ${name}`).join(', ')}`)
  }
  return { workspace, run, used, burn }
}
const publishing = (definition: AppDefinition, base: number) => ({
  definition,
  base,
  by: null,
  changes: [],
  now,
})

test('SC-09: a table that has had too many columns is made anew with all that hangs on it', async () => {
  const before = app(account([text('gone')]), deal)
  const { workspace, run, used, burn } = await install('room', before)
  await run(`insert into ws._member (id, name, email, created_at) values ($1, 'A', 'a@b.c', $2)`, [
    id(1),
    now,
  ])
  const write = (table: string, values: Record<string, unknown>) => {
    const all = {
      owner: id(1),
      created_by: id(1),
      updated_by: id(1),
      created_at: now,
      updated_at: now,
      ...values,
    }
    const names = Object.keys(all)
    return run(
      `insert into ws.${table} (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
      Object.values(all),
    )
  }
  await write('account', {
    id: id(10),
    name: 'Old',
    code: 'o',
    gone: 'kept',
    address: '{"text":"Paris","city":"Paris"}',
  })
  await write('account', { id: id(11), name: 'New', code: 'n', parent_account: id(10), friends: [id(10)] })
  await write('deal', { id: id(20), name: 'D', account: id(11) })
  await run(`insert into ws.account_items (id, parent, position, what) values ($1, $2, 0, 'thing')`, [
    id(30),
    id(10),
  ])
  const without = { ...app(account(), deal), retired: ['account.gone'] }
  expect(await publish(database, workspace, publishing(without, 1))).toMatchObject({ ok: true })
  await run(`grant select on ws.account to pg_monitor`)
  await run(`grant update (name) on ws.account to pg_monitor`)
  const rows = () => run('select * from ws.account order by id')
  const rights = () =>
    run(
      `select has_table_privilege('pg_monitor', 'ws.account', 'select') as reads, has_table_privilege('pg_monitor', 'ws.account', 'delete') as deletes, has_column_privilege('pg_monitor', 'ws.account', 'name', 'update') as writes`,
    )
  const triggers = () =>
    run(
      `select tgname, pg_get_triggerdef(oid) as text from pg_trigger where tgrelid = 'ws.account'::regclass and not tgisinternal order by 1`,
    )
  await burn(1495)
  const was = {
    catalogue: await readCatalogue(database, workspace.schema),
    rows: await rows(),
    rights: await rights(),
    triggers: await triggers(),
  }
  expect(was.triggers).toHaveLength(2)

  const more = Array.from({ length: 10 }, (_, n) => text(`more_${n}`))
  const after = { ...without, forms: [account(more), deal] }
  const impact = await describeImpact(database, workspace, without, after)
  expect(impact.changes.flatMap(({ effects }) => effects.map(({ code }) => code))).toEqual(['table-rebuilt'])
  expect(await publish(database, workspace, publishing(after, 2))).toMatchObject({ ok: true })
  expect(await used()).toBeLessThan(60)
  const isNew = (line: string) => /\bmore_\d/.test(line)
  const catalogue = await readCatalogue(database, workspace.schema)
  expect({ ...catalogue, columns: catalogue.columns.filter((line) => !isNew(line)) }).toEqual(was.catalogue)
  expect(
    (await rows()).map((row) =>
      Object.fromEntries(Object.entries(row as object).filter(([name]) => !isNew(name))),
    ),
  ).toEqual(was.rows)
  expect(await rights()).toEqual(was.rights)
  expect(await triggers()).toEqual(was.triggers)
  expect(await checkCatalogue(database, workspace)).toEqual([])
  // Keys and triggers hold.
  await expect(run('delete from ws.account where id = $1', [id(10)])).rejects.toThrow('foreign key')
  await run('update ws.account set friends = $2 where id = $1', [id(10), [id(11)]])
  expect(await run('select parent, target from ws.account_friends order by parent')).toEqual([
    { parent: id(10), target: id(11) },
    { parent: id(11), target: id(10) },
  ])
  // What was removed before comes back.
  const back = { ...app(account([text('gone'), ...more]), deal), retired: [] }
  expect(await publish(database, workspace, publishing(back, 3))).toMatchObject({ ok: true })
  expect(await run('select gone from ws.account order by id')).toEqual([{ gone: 'kept' }, { gone: null }])
})

test('SC-01, SC-09: when anything fails on the way, the table is as it was', async () => {
  const before = app(account(), deal)
  const { workspace, burn, used } = await install('failing', before)
  await burn(1499)
  const catalogue = await readCatalogue(database, workspace.schema)
  const after = app(account([text('more'), text('less')]), deal)
  const within = () => Promise.reject(new Error('cut off'))
  await expect(publish(database, workspace, { ...publishing(after, 1), within })).rejects.toThrow('cut off')
  expect(await used()).toBe(1499)
  expect(await readCatalogue(database, workspace.schema)).toEqual(catalogue)
})

test("SC-09: a table that somebody's view looks at is left as it is while there is room", async () => {
  const before = app(account(), deal)
  const { workspace, run, burn, used } = await install('viewed', before)
  await run('create view ws.names as select name from ws.account')
  await burn(1499)
  const after = app(account([text('more')]), deal)
  expect(await publish(database, workspace, publishing(after, 1))).toMatchObject({ ok: true })
  expect(await used()).toBe(1500)
  expect(await run('select * from ws.names')).toEqual([])
})

test("SC-09: somebody's view over a column that has to be altered is named, and nothing fails or changes", async () => {
  const money = (scale: number): Field => ({ type: 'number', key: 'amount', label, scale })
  const before = app(account([money(2)]), deal)
  const { workspace, run } = await install('watched', before)
  await run('create view ws.amounts as select name, amount from ws.account')
  const after = app(account([money(4)]), deal)
  const impact = await describeImpact(database, workspace, before, after)
  expect(impact.blocked).toBe(true)
  const view = `${workspace.schema}.amounts`
  expect(impact.changes.flatMap(({ effects }) => effects)).toMatchObject([
    { code: 'view-in-way', severity: 'error', params: { views: [view] } },
  ])
  expect(await publish(database, workspace, publishing(after, 1))).toEqual({
    ok: false,
    problem: 'view-in-way',
    views: [view],
  })
  expect(await run('select * from ws.amounts')).toEqual([])
  // Columns that it does not look at may change.
  const elsewhere = app(account([money(2), text('more')]), deal)
  expect(await publish(database, workspace, publishing(elsewhere, 1))).toMatchObject({ ok: true })
  await run('drop view ws.amounts')
  const both = app(account([money(4), text('more')]), deal)
  expect(await publish(database, workspace, publishing(both, 2))).toMatchObject({ ok: true })
})

test("SC-09: a field that becomes another type or is removed leaves somebody's view as it was", async () => {
  const value = (field: Field): AppDefinition => app(account([field]), deal)
  const before = value(text('amount'))
  const { workspace, run } = await install('followed', before)
  await run('create view ws.texts as select name, amount from ws.account')
  const after = value({ type: 'number', key: 'amount', label })
  expect(await publish(database, workspace, publishing(after, 1))).toMatchObject({ ok: true })
  const gone = { ...app(account(), deal), retired: ['account.amount'] }
  expect(await publish(database, workspace, publishing(gone, 2))).toMatchObject({ ok: true })
  expect(await run('select * from ws.texts')).toEqual([])
})
