import { restoreRevision } from '../drafts/carry-draft.ts'
import { emptyDefinition } from '@pipewright/metadata'
import { aRight, aRole } from '@pipewright/metadata/builders'
import type { AppDefinition, Edit, Field, Form } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../connection/connect.ts'
import type { Database } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { getDraft } from '../drafts/draft.ts'
import { saveEdits } from '../drafts/edit-draft.ts'
import { draftImpact, publishDraft } from '../drafts/publish-draft.ts'
import { migrate } from '../migrations/migrate.ts'
import { columnsOf } from '../publish/catalogue.ts'
import { installWorkspace } from '../publish/install-workspace.ts'
import { listParked } from '../publish/parked.ts'
import { clearExpired, clearKept } from './clear-kept.ts'
import { listCleared, listKept } from './list-kept.ts'
import { restoreKept } from './restore-kept.ts'

const now = '2026-11-01T00:00:00.000Z'
const later = '2026-12-01T00:00:00.000Z'
const ann = '00000000-0000-7000-8000-00000000000a'
const one = '00000000-0000-7000-8000-000000000001'
const two = '00000000-0000-7000-8000-000000000002'
const label = (en: string) => ({ en, zh: `${en}字段` })
const text = (key: string): Field => ({ type: 'text', key, label: label(key) })

const fields: Field[] = [
  text('name'),
  text('note'),
  { type: 'dateRange', key: 'stay', label: label('stay') },
  { type: 'relations', key: 'partners', label: label('partners'), form: 'company' },
  { type: 'lineItems', key: 'items', label: label('items'), fields: [text('what'), text('size')] },
]
const aForm = (key: string, own: Field[]): Form => ({
  key,
  label: label(key),
  labelPlural: label(key),
  titleField: 'name',
  fields: own,
  layout: { sections: [{ key: 'main', columns: 1, items: own.map(({ key: field }) => ({ field })) }] },
})
const definition: AppDefinition = {
  ...emptyDefinition(label('Sales')),
  forms: [aForm('quote', fields), aForm('company', [text('name')])],
  roles: [aRole({ forms: [aRight({ form: 'quote', write: ['name', 'note'] })] })],
}

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

async function install(): Promise<WorkspaceRef> {
  count += 1
  const made = await installWorkspace(database, { key: `kept${count}`, name: 'K', definition, now })
  if (!made.ok) throw new Error(made.problem)
  const { schema } = made.workspace
  const run = (statement: string) => database.query({ text: statement, values: [] })
  await run(
    `insert into "${schema}"._member (id, name, email, created_at) values ('${ann}', 'ann', 'ann', now())`,
  )
  await run(
    `insert into "${schema}".company (id, created_at, updated_at, name) values ('${two}', now(), now(), 'Acme')`,
  )
  await run(`insert into "${schema}".quote (id, created_at, updated_at, name, note, partners)
    values ('${one}', now(), now(), 'first', 'kept', '{${two}}')`)
  await run(
    `insert into "${schema}".quote_items (id, parent, position, what) values ('${two}', '${one}', 0, 'desk')`,
  )
  return made.workspace
}

/** Publishes edits as somebody who looked at what they do. */
async function put(workspace: WorkspaceRef, ...edits: Edit[]): Promise<void> {
  const { version } = await getDraft(database, workspace, ann)
  if (edits.length > 0) {
    const saved = await saveEdits(database, workspace, { member: ann, version, now, edits })
    if (!saved.ok) throw new Error(JSON.stringify(saved))
  }
  const { token } = await draftImpact(database, workspace, ann)
  const at = (await getDraft(database, workspace, ann)).version
  const done = await publishDraft(database, workspace, { member: ann, version: at, now, token })
  if (!done.ok) throw new Error(done.problem)
}

const remove = (field: string, lineItems?: string): Edit => ({
  type: 'removeField',
  form: 'quote',
  field,
  ...(lineItems !== undefined && { lineItems }),
})
const note = { path: 'quote.note', revision: 2 }
const restoring = async (workspace: WorkspaceRef, name: typeof note, rights = true) => {
  const { version } = await getDraft(database, workspace, ann)
  return restoreKept(database, workspace, { ...name, rights, member: ann, version, now })
}
const rows = (workspace: WorkspaceRef, statement: string) =>
  database.query({ text: statement.replaceAll('ws.', `"${workspace.schema}".`), values: [] })

test('what a removed field left is listed with who, when, how much and until when, and comes back with its values', async () => {
  const workspace = await install()
  await put(workspace, remove('note'))
  expect(await listKept(database, workspace)).toEqual([
    {
      ...note,
      kind: 'field',
      form: label('quote'),
      field: label('note'),
      type: 'text',
      at: now,
      by: ann,
      until: later,
      count: 1,
    },
  ])
  expect(await restoring(workspace, note)).toMatchObject({ ok: true, draft: { undo: 1 } })
  await put(workspace)
  expect(await rows(workspace, 'select note from ws.quote')).toEqual([{ note: 'kept' }])
  expect(await listKept(database, workspace)).toEqual([])
  const { definition: after } = await getDraft(database, workspace, ann)
  expect(after.roles[0]?.forms[0]?.write).toContain('note')
  expect(after.forms[0]?.layout.sections[0]?.items.at(-1)).toEqual({ field: 'note' })
  expect(after.retired).toEqual([])
})

test('rights come back by choice, and a field that is there already is named', async () => {
  const workspace = await install()
  await put(workspace, remove('note'))
  const first = await restoring(workspace, note, false)
  expect(first.ok && first.draft.definition.roles[0]?.forms[0]?.write).toEqual(['name'])
  const again = await restoring(workspace, note, false)
  expect(again).toMatchObject({ ok: false, problem: 'edit-refused', problems: [{ code: 'key-taken' }] })
})

test('a removed form, line items, links, parts and an earlier type are each one thing, and come back', async () => {
  const workspace = await install()
  await put(workspace, remove('items'), remove('partners'), remove('stay'))
  await put(workspace, {
    type: 'changeFieldType',
    form: 'quote',
    field: { ...text('note'), type: 'number' } as Field,
  })
  await put(workspace, { type: 'removeForm', form: 'company' })
  const kept = await listKept(database, workspace)
  const seen = new Map(kept.map(({ kind, path, revision, count: held }) => [path, [kind, revision, held]]))
  expect(Object.fromEntries(seen)).toEqual({
    company: ['form', 4, 1],
    'quote.note': ['values', 3, 1],
    'quote.stay': ['field', 2, 0],
    'quote.items': ['field', 2, 1],
    'quote.partners': ['field', 2, 1],
  })
  for (const { path, revision } of kept) {
    const { version } = await getDraft(database, workspace, ann)
    const back = await restoreKept(database, workspace, {
      path,
      revision,
      rights: true,
      member: ann,
      version,
      now,
    })
    expect(back).toMatchObject({ ok: true })
  }
  await put(workspace)
  expect(await rows(workspace, 'select note, partners from ws.quote')).toEqual([
    { note: 'kept', partners: [two] },
  ])
  expect(await rows(workspace, 'select what from ws.quote_items')).toEqual([{ what: 'desk' }])
  expect(await rows(workspace, 'select name from ws.company')).toEqual([{ name: 'Acme' }])
})

test('what is cleared is gone for good with all that was made of it, and who did it is written down', async () => {
  const workspace = await install()
  await put(workspace, remove('items'), remove('partners'), remove('stay'), remove('note'))
  await put(workspace, { type: 'removeForm', form: 'company' })
  for (const { path, revision } of await listKept(database, workspace))
    expect(await clearKept(database, workspace, { path, revision }, { now: later, by: ann })).toEqual({
      ok: true,
    })
  expect(await listParked(database, workspace)).toEqual([])
  const left = [...(await columnsOf(database, workspace.schema, 'quote')).keys()]
  expect(left.filter((name) => /note|stay|partners/.test(name))).toEqual([])
  for (const table of ['company', 'quote_items', 'quote_partners'])
    expect((await columnsOf(database, workspace.schema, table)).size).toBe(0)
  expect(await listCleared(database, workspace)).toContainEqual({
    ...note,
    kind: 'field',
    form: label('quote'),
    field: label('note'),
    at: later,
    by: ann,
    count: 1,
  })
  // The rest of the record is as it was, and records are written as before.
  await rows(workspace, `update ws.quote set name = 'second'`)
  expect(await rows(workspace, 'select name from ws.quote')).toEqual([{ name: 'second' }])
  expect(await restoring(workspace, note)).toEqual({ ok: false, problem: 'not-found' })
})

test('after 30 days the clock clears, each thing once however many processes look', async () => {
  const workspace = await install()
  await put(workspace, remove('note'))
  const failures: unknown[] = []
  const host = { isStopping: () => false, onFailure: (error: unknown) => failures.push(error) }
  await clearExpired(database, workspace, '2026-11-30T23:59:59.000Z', host)
  expect(await listKept(database, workspace)).toHaveLength(1)
  await clearExpired(database, workspace, later, { ...host, isStopping: () => true })
  expect(await listKept(database, workspace)).toHaveLength(1)
  await Promise.all([1, 2, 3].map(() => clearExpired(database, workspace, later, host)))
  expect(failures).toEqual([])
  expect(await listKept(database, workspace)).toEqual([])
  expect(await listCleared(database, workspace)).toMatchObject([{ ...note, by: null, count: 1 }])
  expect((await columnsOf(database, workspace.schema, 'quote')).has('note')).toBe(false)
})

test('what fails to be cleared is all there, and is cleared the next time', async () => {
  const workspace = await install()
  await put(workspace, remove('note'))
  await rows(workspace, 'create view ws.report as select note from ws.quote')
  const failures: unknown[] = []
  const host = { isStopping: () => false, onFailure: (error: unknown) => failures.push(error) }
  await clearExpired(database, workspace, later, host)
  expect(failures).toHaveLength(1)
  expect(await listKept(database, workspace)).toMatchObject([{ ...note, count: 1 }])
  await rows(workspace, 'drop view ws.report')
  await clearExpired(database, workspace, later, host)
  expect(await listKept(database, workspace)).toEqual([])
})

test('values of a form that a relation to any of several names no longer are listed, come back, and are cleared like others', async () => {
  const workspace = await install()
  const about = (...forms: string[]): Field => ({
    type: 'anyRelation',
    key: 'about',
    label: label('about'),
    targets: forms.map((form) => ({ form })) as [{ form: string }],
  })
  await put(workspace, {
    type: 'addField',
    form: 'quote',
    field: about('company', 'quote'),
    index: 0,
    section: 'main',
    write: [],
    read: [],
  })
  const value = JSON.stringify({ form: 'company', id: two, text: 'Acme' })
  await rows(workspace, `update ws.quote set about = '${value}'`)
  await put(workspace, { type: 'setField', form: 'quote', field: about('quote') })
  const name = { path: 'quote.about', revision: 3 }
  expect(await listKept(database, workspace)).toMatchObject([
    { ...name, kind: 'values', count: 1, until: later },
  ])
  const back = await restoring(workspace, name)
  expect(back.ok && back.draft.definition.forms[0]?.fields.at(-1)).toMatchObject({
    targets: [{ form: 'quote' }, { form: 'company' }],
  })
  await put(workspace)
  expect(await rows(workspace, 'select about from ws.quote')).toEqual([{ about: JSON.parse(value) }])
  expect(await listKept(database, workspace)).toEqual([])

  await put(workspace, { type: 'setField', form: 'quote', field: about('quote') })
  const host = { isStopping: () => false, onFailure: () => {} }
  await clearExpired(database, workspace, later, host)
  expect((await columnsOf(database, workspace.schema, 'quote')).has('_aside_about')).toBe(false)
  expect(await listCleared(database, workspace)).toMatchObject([
    { path: 'quote.about', kind: 'values', count: 1 },
  ])
  // And once more, with nothing left to bring back.
  await put(workspace, { type: 'setField', form: 'quote', field: about('quote', 'company') })
  expect(await rows(workspace, 'select about from ws.quote')).toEqual([{ about: null }])
})

const inner: Field = {
  type: 'lineItems',
  key: 'parts',
  label: label('parts'),
  fields: [text('piece'), { type: 'dateRange', key: 'when', label: label('when') }],
}
const partsPath = { path: 'quote.items.parts', revision: 3 }

/** The same with rows inside rows, added later and filled. */
async function installInner(): Promise<WorkspaceRef> {
  const workspace = await install()
  const at = { form: 'quote', lineItems: 'items', index: 2 }
  await put(workspace, { type: 'addField', ...at, field: inner, write: ['rep'], read: [] })
  const into = 'insert into ws.quote_items_parts (id, parent, _row, position, piece)'
  await rows(
    workspace,
    `${into} values ('${one}', '${one}', '${two}', 0, 'leg'), ('${two}', '${one}', '${two}', 1, null)`,
  )
  return workspace
}
const pieces = (workspace: WorkspaceRef) =>
  rows(workspace, 'select piece from ws.quote_items_parts order by position')
const kept = async (workspace: WorkspaceRef) =>
  (await listKept(database, workspace)).map(({ path, kind, count: held }) => `${kind} ${path} ${held}`)
const expectBack = async (workspace: WorkspaceRef, name: typeof note) => {
  expect(await restoring(workspace, name)).toMatchObject({ ok: true })
  await put(workspace)
  expect(await pieces(workspace)).toEqual([{ piece: 'leg' }, { piece: null }])
  expect(await listKept(database, workspace)).toEqual([])
}

test('a column of rows inside rows, and one of several parts, is kept and comes back', async () => {
  const workspace = await installInner()
  await put(workspace, remove('piece', 'items.parts'))
  expect(await kept(workspace)).toEqual(['field quote.items.parts.piece 1'])
  await expectBack(workspace, { path: 'quote.items.parts.piece', revision: 3 })
  await put(workspace, remove('when', 'items.parts'))
  expect(await kept(workspace)).toEqual(['field quote.items.parts.when 0'])
  await expectBack(workspace, { path: 'quote.items.parts.when', revision: 5 })
})

test('rows inside rows are counted before they go, kept by themselves, and come back into their rows', async () => {
  const workspace = await installInner()
  const { version } = await getDraft(database, workspace, ann)
  const edits = [remove('parts', 'items')]
  expect(await saveEdits(database, workspace, { member: ann, version, now, edits })).toMatchObject({
    ok: true,
  })
  const { changes } = await draftImpact(database, workspace, ann)
  expect(changes.flatMap(({ effects }) => effects)).toMatchObject([{ code: 'values-parked', count: 2 }])
  await put(workspace)
  expect(await kept(workspace)).toEqual(['field quote.items.parts 2'])
  await expectBack(workspace, partsPath)
})

test('line items go and come back as one with the rows inside them', async () => {
  const workspace = await installInner()
  await put(workspace, remove('items'))
  expect(await kept(workspace)).toEqual(['field quote.items 1'])
  await expectBack(workspace, { path: 'quote.items', revision: 3 })
})

test('a removed form comes back with the rows inside rows', async () => {
  const workspace = await installInner()
  await put(workspace, { type: 'removeForm', form: 'quote' })
  expect(await kept(workspace)).toEqual(['form quote 1'])
  await expectBack(workspace, { path: 'quote', revision: 3 })
})

test.each([
  ['the rows inside rows', remove('parts', 'items')],
  ['the line items around them', remove('items')],
  ['their form', { type: 'removeForm', form: 'quote' } satisfies Edit],
])(
  'going back to the revision before %s went, and to and fro, brings every row back',
  async (_name, edit) => {
    const workspace = await installInner()
    const goBack = async (revision: number) => {
      const { version } = await getDraft(database, workspace, ann)
      const turn = { member: ann, version, now, revision }
      expect(await restoreRevision(database, workspace, turn)).toMatchObject({ ok: true })
      await put(workspace)
    }
    const all = () =>
      rows(workspace, 'select id, parent, _row, position, piece from ws.quote_items_parts order by position')
    const before = await all()
    await put(workspace, edit)
    await goBack(2)
    expect(await all()).toEqual(before)
    await goBack(1)
    await goBack(2)
    expect(await all()).toEqual(before)
    expect(await listKept(database, workspace)).toEqual([])
  },
)

test('clearing what was removed takes the rows inside rows away with it, whichever went first', async () => {
  const workspace = await installInner()
  const gone = { now, by: ann }
  const tables = async () => (await columnsOf(database, workspace.schema, 'quote_items_parts')).size
  await put(workspace, remove('parts', 'items'))
  await put(workspace, remove('items'))
  expect(await kept(workspace)).toEqual(['field quote.items 1', 'field quote.items.parts 2'])
  expect(await clearKept(database, workspace, { path: 'quote.items', revision: 4 }, gone)).toEqual({
    ok: true,
  })
  expect([await tables(), await kept(workspace)]).toEqual([0, []])
  const other = await installInner()
  await put(other, remove('items'))
  expect(await clearKept(database, other, { path: 'quote.items', revision: 3 }, gone)).toEqual({ ok: true })
  expect((await columnsOf(database, other.schema, 'quote_items_parts')).size).toBe(0)
  const whole = await installInner()
  await put(whole, { type: 'removeForm', form: 'quote' })
  expect(await clearKept(database, whole, { path: 'quote', revision: 3 }, gone)).toEqual({ ok: true })
  expect((await columnsOf(database, whole.schema, 'quote_items_parts')).size).toBe(0)
})
