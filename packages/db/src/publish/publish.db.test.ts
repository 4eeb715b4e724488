import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Field, Form } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../connection/connect.ts'
import type { Database } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { migrate } from '../migrations/migrate.ts'
import { currentRevision, listRevisions, loadRevision } from '../revisions/revisions.ts'
import { announcementChannel, readAnnouncement } from './announcement.ts'
import { installWorkspace } from './install-workspace.ts'
import { listParked } from './parked.ts'
import { publish } from './publish.ts'
import { readCatalogue } from './read-catalogue.ts'
import { tendWorkspaces } from './tend-workspaces.ts'

const now = '2026-11-21T00:00:00.000Z'
const label = { en: 'Label', zh: '名称' }
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const q = (text: string, values: unknown[] = []) => ({ text, values })

let database: Database
let drop: () => Promise<void>
let count = 0

beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  database = connect({ url: fresh.url, poolSize: 5 })
  await migrate(database, { now })
})

afterAll(async () => {
  await database.close()
  await drop()
})

const aForm = (key: string, fields: Field[]): Form => ({
  key,
  label,
  labelPlural: label,
  titleField: 'name',
  fields,
  layout: { sections: [] },
})

const name: Field = { type: 'text', key: 'name', label }
const amount = (scale: number): Field => ({ type: 'money', key: 'amount', label, currency: 'CNY', scale })
const note: Field = { type: 'longText', key: 'note', label }
const twice = (resultType: 'number' | 'text'): Field => ({
  type: 'formula',
  key: 'twice',
  label,
  expression: resultType === 'number' ? { add: [1, 1] } : { concat: ['1', '1'] },
  resultType,
})
const items: Field = { type: 'lineItems', key: 'items', label, fields: [amount(2)] }
const to = (form: string): Field => ({ type: 'relation', key: 'target', label, form })

const before: AppDefinition = {
  ...emptyDefinition(label),
  forms: [
    aForm('account', [name, { type: 'relation', key: 'parent_quote', label, form: 'quote' }]),
    aForm('quote', [name, amount(2), note, twice('number'), items, to('account')]),
    aForm('memo', [name]),
  ],
}

/** Every kind of step lies between `before` and this. */
const after: AppDefinition = {
  ...before,
  forms: [
    before.forms[0]!,
    aForm('quote', [{ ...name, unique: true } as Field, amount(4), twice('text'), to('lead')]),
    aForm('lead', [name]),
  ],
  views: [
    {
      key: 'all',
      form: 'quote',
      label,
      type: 'table',
      columns: [],
      sort: [{ field: 'amount', direction: 'desc' }],
    },
  ],
  retired: ['quote.note', 'quote.items', 'memo'],
}

async function install(definition: AppDefinition): Promise<WorkspaceRef> {
  count += 1
  const result = await installWorkspace(database, { key: `p${count}`, name: 'P', definition, now })
  if (!result.ok) throw new Error(result.problem)
  return result.workspace
}

const addQuote = (schema: string, n: number, title: string) =>
  database.query(
    q(
      `insert into "${schema}".quote (id, created_at, updated_at, name, amount, note) values ($1, now(), now(), $2, 12.34, 'kept')`,
      [id(n), title],
    ),
  )

const request = (definition: AppDefinition, base = 1) => ({ definition, base, by: null, changes: [], now })

/** The n-th statement of every transaction fails. */
const cutOffAt = (n: number): Database => ({
  ...database,
  transaction: (run, options) => {
    let statements = 0
    return database.transaction(
      (tx) =>
        run({
          query(statement) {
            statements += 1
            if (statements === n) throw new Error('cut off')
            return tx.query(statement)
          },
        }),
      options,
    )
  },
})

test('SC-01 a publish that fails at any of its statements changes neither tables nor revision nor data', async () => {
  const workspace = await install(before)
  const { schema } = workspace
  await addQuote(schema, 1, 'first')
  const state = async () => ({
    catalogue: await readCatalogue(database, schema),
    revisions: await listRevisions(database, workspace),
    parked: await listParked(database, workspace),
    quotes: await database.query(q(`select * from "${schema}".quote`)),
  })
  const untouched = await state()
  const attempt = (n: number) =>
    publish(cutOffAt(n), workspace, request(after)).catch((error: Error) => error.message)
  let failures = 0
  let answer = await attempt(1)
  while (answer === 'cut off') {
    failures += 1
    expect(await state()).toEqual(untouched)
    answer = await attempt(failures + 1)
  }
  expect(answer).toEqual({ ok: true, revision: 2 })
  expect(failures).toBeGreaterThan(20)
  expect(await loadRevision(database, workspace)).toMatchObject({ revision: 2, definition: after })
  expect(await readCatalogue(database, schema)).not.toEqual(untouched.catalogue)
})

test('a workspace that fails to be made at any statement is not there at all', async () => {
  const request = { key: 'half', name: 'Half', definition: before, now }
  const trace = q(`select (select count(*) from system.workspace where key = 'half') as listed,
    (select count(*) from pg_namespace where nspname = 'ws_half') as schemas`)
  for (let n = 1; n < 60; n += 7) {
    await expect(installWorkspace(cutOffAt(n), request)).rejects.toThrow('cut off')
    expect(await database.query(trace)).toEqual([{ listed: 0, schemas: 0 }])
  }
  expect(await installWorkspace(database, request)).toMatchObject({ ok: true })
  expect(await installWorkspace(database, request)).toEqual({ ok: false, problem: 'key-taken' })
})

test('what is removed keeps its values, is listed, and comes back with them', async () => {
  const workspace = await install(before)
  const { schema } = workspace
  await addQuote(schema, 1, 'first')
  await database.query(
    q(`insert into "${schema}".quote_items (id, parent, position, amount) values ($1, $2, 0, 5.5)`, [
      id(2),
      id(1),
    ]),
  )
  await publish(database, workspace, request(after))
  const parked = await listParked(database, workspace)
  expect(parked.map(({ table, column }) => `${table}.${column}`)).toEqual([
    'memo.',
    'quote.note',
    'quote_items.',
  ])
  const back = { ...before, retired: ['lead'] }
  expect(await publish(database, workspace, request(back, 2))).toEqual({ ok: true, revision: 3 })
  const rows = await database.query(
    q(`select note, quote.amount, items.amount as item from "${schema}".quote
      join "${schema}".quote_items as items on items.parent = quote.id`),
  )
  expect(rows).toEqual([{ note: 'kept', amount: '12.3400', item: '5.50' }])
  expect((await listParked(database, workspace)).map(({ table }) => table)).toEqual(['lead'])
})

test('digits are never cut: fewer digits in the definition leave the column as wide as it is', async () => {
  const wide = { ...before, forms: [aForm('account', [name]), aForm('quote', [name, amount(4), note])] }
  const workspace = await install(wide)
  await database.query(
    q(
      `insert into "${workspace.schema}".quote (id, created_at, updated_at, amount) values ($1, now(), now(), 1.2345)`,
      [id(1)],
    ),
  )
  for (const [base, scale] of [
    [1, 1],
    [2, 3],
  ] as const) {
    const definition = {
      ...wide,
      forms: [aForm('account', [name]), aForm('quote', [name, amount(scale), note])],
    }
    expect(await publish(database, workspace, request(definition, base))).toMatchObject({ ok: true })
  }
  expect(await database.query(q(`select amount from "${workspace.schema}".quote`))).toEqual([
    { amount: '1.2345' },
  ])
})

test('SC-06 of two publishes at once one wins, the other is told the revision it did not know', async () => {
  const workspace = await install(before)
  const results = await Promise.all([
    publish(database, workspace, request(after)),
    publish(database, workspace, request({ ...before, name: { en: 'Other' } })),
  ])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, problem: 'draft-stale', published: 2 })
  expect(await currentRevision(database, workspace)).toBe(2)
})

test('records that break a new unique rule block the publish and name the field', async () => {
  const workspace = await install(before)
  await addQuote(workspace.schema, 1, 'Ａcme')
  await addQuote(workspace.schema, 2, 'acme')
  expect(await publish(database, workspace, request(after))).toEqual({
    ok: false,
    problem: 'publish-blocked',
    site: { rule: 'unique', form: 'quote', field: 'name' },
  })
  await database.query(q(`update "${workspace.schema}".quote set deleted_at = now() where name = 'acme'`))
  expect(await publish(database, workspace, request(after))).toEqual({ ok: true, revision: 2 })
  await expect(addQuote(workspace.schema, 3, 'ACME')).rejects.toMatchObject({ kind: 'unique' })
})

test('SC-05 a publish gives way to a long reader and gets through when it is done', async () => {
  const workspace = await install(before)
  const { schema } = workspace
  let finish: () => void = () => undefined
  const done = new Promise<void>((resolve) => (finish = resolve))
  let started: () => void = () => undefined
  const reading = new Promise<void>((resolve) => (started = resolve))
  const reader = database.transaction(async (tx) => {
    await tx.query(q(`select * from "${schema}".quote`))
    started()
    await done
  })
  await reading
  const blocked = { ...request(after), lockTimeoutMs: 50 }
  const refused = await publish(database, workspace, { ...blocked, backOff: () => Promise.resolve() })
  expect(refused).toEqual({ ok: false, problem: 'publish-failed', reason: 'busy' })
  const backOff = async () => {
    finish()
    await reader
  }
  expect(await publish(database, workspace, { ...blocked, backOff })).toEqual({ ok: true, revision: 2 })
})

test('SC-07 every process hears of the new revision', async () => {
  const workspace = await install(before)
  const heard = new Promise<string>((resolve) => {
    void database
      .listen(announcementChannel, resolve)
      .then(() => publish(database, workspace, request(after)))
  })
  expect(readAnnouncement(await heard)).toEqual({ schema: workspace.schema, revision: 2 })
  expect(readAnnouncement('something else')).toBeUndefined()
})

test('an index of a large table is made after the commit, while people go on writing', async () => {
  const workspace = await install(before)
  const { schema } = workspace
  for (const n of [1, 2, 3]) await addQuote(schema, n, 'x')
  await database.query(q(`analyze "${schema}".quote`))
  const outside: string[] = []
  const watching: Database = {
    ...database,
    session: (run) =>
      database.session((session) =>
        run({ ...session, query: (statement) => (outside.push(statement.text), session.query(statement)) }),
      ),
  }
  const definition = { ...before, views: after.views }
  const published = await publish(watching, workspace, { ...request(definition), largeFrom: 3 })
  expect(published).toMatchObject({ ok: true })
  expect(outside.some((text) => /^create index concurrently.*"amount" desc/.test(text))).toBe(true)
  const { indexes } = await readCatalogue(database, schema)
  expect(indexes.some((line) => line.includes('amount DESC NULLS LAST') && line.endsWith(' t'))).toBe(true)
})

test('an index that a killed process left unmade or half-made is made when workspaces are tended', async () => {
  const workspace = await install(before)
  const wanted = await readCatalogue(database, workspace.schema)
  const index = (start: string) => wanted.indexes.find((line) => line.startsWith(start))!.split(' ')[0]!
  const half = index('quote_owner_updated_at')
  await database.query(q(`drop index "${workspace.schema}".${index('quote_updated_at')}`))
  await database.query(q(`drop index "${workspace.schema}".${half}`))
  // A concurrent build that gives up leaves an index that is there by name and of no use.
  await database.query(
    q(`insert into "${workspace.schema}".memo (id, created_at, updated_at)
    values ('${id(1)}', now(), now()), ('${id(2)}', now(), now())`),
  )
  const broken = `create unique index concurrently ${half} on "${workspace.schema}".memo (version)`
  await expect(database.query(q(broken))).rejects.toMatchObject({ kind: 'unique' })
  await Promise.all([1, 2].map(() => tendWorkspaces(database, now)))
  await tendWorkspaces(database, now)
  expect(await readCatalogue(database, workspace.schema)).toEqual(wanted)
})
