import { applyEdits, emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Edit, Field, Form } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connect } from '../connection/connect.ts'
import type { Database } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { migrate } from '../migrations/migrate.ts'
import { installWorkspace } from '../publish/install-workspace.ts'
import { listRevisions, loadRevision } from '../revisions/revisions.ts'
import { rebaseDraft, restoreRevision } from './carry-draft.ts'
import { getDraft } from './draft.ts'
import { discardDraft, redoDraft, saveEdits, undoDraft } from './edit-draft.ts'
import { draftImpact, publishDraft } from './publish-draft.ts'

const now = '2026-11-21T00:00:00.000Z'
const ann = '00000000-0000-7000-8000-00000000000a'
const bob = '00000000-0000-7000-8000-00000000000b'
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

const text = (key: string, en: string, more: Partial<Field> = {}): Field =>
  ({ type: 'text', key, label: { en, zh: `${en}字段` }, ...more }) as Field

const quote: Form = {
  key: 'quote',
  label: { en: 'Quote', zh: '报价' },
  labelPlural: { en: 'Quotes', zh: '报价' },
  titleField: 'name',
  fields: [text('name', 'Name'), text('note', 'Note')],
  layout: { sections: [{ key: 'main', columns: 2, items: [{ field: 'name' }, { field: 'note' }] }] },
}
const definition: AppDefinition = { ...emptyDefinition({ en: 'Sales', zh: '销售' }), forms: [quote] }

async function install(): Promise<WorkspaceRef> {
  count += 1
  const result = await installWorkspace(database, { key: `d${count}`, name: 'D', definition, now })
  if (!result.ok) throw new Error(result.problem)
  const { workspace } = result
  for (const [id, name] of [
    [ann, 'ann'],
    [bob, 'bob'],
  ])
    await database.query(
      q(
        `insert into "${workspace.schema}"._member (id, name, email, created_at) values ($1, $2, $2, now())`,
        [id, name],
      ),
    )
  return workspace
}

const addField = (key: string): Edit => ({
  type: 'addField',
  form: 'quote',
  field: text(key, key),
  section: 'main',
  index: 0,
  write: [],
  read: [],
})
const rename = (key: string, en: string): Edit => ({ type: 'setField', form: 'quote', field: text(key, en) })
const removeField = (field: string): Edit => ({ type: 'removeField', form: 'quote', field })

const turn = (member: string, version: number) => ({ member, version, now })

test('a draft without changes is the published definition', async () => {
  const workspace = await install()
  expect(await getDraft(database, workspace, ann)).toEqual({
    base: 1,
    published: 1,
    version: 0,
    definition,
    changes: [],
    undo: 0,
    redo: 0,
  })
})

test('edits are saved together, undone and done again', async () => {
  const workspace = await install()
  const edits = [addField('city'), rename('name', 'Title')]
  const saved = await saveEdits(database, workspace, { ...turn(ann, 0), edits })
  const wanted = applyEdits(definition, edits)
  expect(saved).toMatchObject({ ok: true, draft: { version: 1, undo: 1, redo: 0 } })
  expect(saved.ok && saved.draft.definition).toEqual('definition' in wanted && wanted.definition)
  expect(saved.ok && saved.draft.changes).toHaveLength(2)
  const undone = await undoDraft(database, workspace, turn(ann, 1))
  expect(undone).toMatchObject({ ok: true, draft: { version: 2, undo: 0, redo: 1, changes: [], definition } })
  const redone = await redoDraft(database, workspace, turn(ann, 2))
  expect(redone).toMatchObject({ ok: true, draft: { version: 3, undo: 1, redo: 0 } })
  expect(redone.ok && redone.draft.definition).toEqual('definition' in wanted && wanted.definition)
  expect(await redoDraft(database, workspace, turn(ann, 3))).toMatchObject({
    ok: true,
    draft: { version: 3 },
  })
})

test('an edit that does not fit refuses all of its turn and says why', async () => {
  const workspace = await install()
  const edits = [addField('city'), addField('name'), addField('street')]
  const refused = await saveEdits(database, workspace, { ...turn(ann, 0), edits })
  expect(refused).toMatchObject({ ok: false, problem: 'edit-refused', failed: 1 })
  expect(!refused.ok && refused.problem === 'edit-refused' && refused.problems.length).toBeGreaterThan(0)
  const misshapen = await saveEdits(database, workspace, {
    ...turn(ann, 0),
    edits: [{ type: 'dropEverything' }],
  })
  expect(misshapen).toMatchObject({ ok: false, problem: 'edit-refused', failed: 0 })
  expect(await getDraft(database, workspace, ann)).toMatchObject({ version: 0, changes: [] })
})

test('of two windows that save at once one is told, with the draft as it is now', async () => {
  const workspace = await install()
  for (const version of [0, 1]) {
    const results = await Promise.all(
      ['x', 'y'].map((key) =>
        saveEdits(database, workspace, { ...turn(ann, version), edits: [addField(`${key}${version}`)] }),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const draft = await getDraft(database, workspace, ann)
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, problem: 'draft-conflict', draft })
  }
})

test('an old window is told so whatever it asks, before anything else is said about it', async () => {
  const workspace = await install()
  await saveEdits(database, workspace, { ...turn(ann, 0), edits: [addField('city')] })
  await discardDraft(database, workspace, turn(ann, 1))
  const answers = [
    await undoDraft(database, workspace, turn(ann, 1)),
    await saveEdits(database, workspace, { ...turn(ann, 1), edits: [addField('name')] }),
    await restoreRevision(database, workspace, { ...turn(ann, 1), revision: 9 }),
  ]
  const draft = await getDraft(database, workspace, ann)
  for (const answer of answers) expect(answer).toEqual({ ok: false, problem: 'draft-conflict', draft })
})

test('after a discard a window with the old draft cannot save over the new one', async () => {
  const workspace = await install()
  await saveEdits(database, workspace, { ...turn(ann, 0), edits: [addField('city')] })
  expect(await discardDraft(database, workspace, turn(ann, 1))).toMatchObject({
    ok: true,
    draft: { version: 2, definition, changes: [], undo: 2 },
  })
  const late = await saveEdits(database, workspace, { ...turn(ann, 1), edits: [addField('zip')] })
  expect(late).toMatchObject({ ok: false, problem: 'draft-conflict' })
})

test('a published draft is the next revision with its changes in words, and the draft is empty again', async () => {
  const workspace = await install()
  expect(await publishDraft(database, workspace, turn(ann, 0))).toEqual({
    ok: false,
    problem: 'nothing-to-publish',
  })
  await saveEdits(database, workspace, { ...turn(ann, 0), edits: [addField('city')] })
  expect(await publishDraft(database, workspace, turn(ann, 0))).toMatchObject({ problem: 'draft-conflict' })
  expect(await publishDraft(database, workspace, turn(ann, 1))).toEqual({ ok: true, revision: 2 })
  expect(await getDraft(database, workspace, ann)).toMatchObject({
    base: 2,
    published: 2,
    version: 2,
    changes: [],
    undo: 0,
  })
  const [newest] = await listRevisions(database, workspace)
  expect(newest).toMatchObject({ revision: 2, by: ann, at: now })
  expect(newest?.changes[0]?.en).toContain('city')
  expect(newest?.changes[0]?.zh).toContain('city')
  await database.query(q(`select city from "${workspace.schema}".quote`))
})

test('an edit that comes in while the draft is published is not lost: the publish gives way', async () => {
  const workspace = await install()
  await saveEdits(database, workspace, { ...turn(ann, 0), edits: [addField('city')] })
  const meanwhile: Database = {
    ...database,
    async transaction(run, options) {
      await saveEdits(database, workspace, { ...turn(ann, 1), edits: [addField('zip')] })
      return database.transaction(run, options)
    },
  }
  const result = await publishDraft(meanwhile, workspace, turn(ann, 1))
  expect(result).toMatchObject({ ok: false, problem: 'draft-conflict', draft: { version: 2 } })
  expect(await listRevisions(database, workspace)).toHaveLength(1)
})

test('SC-06 who publishes second keeps the draft, is told, and carries it over with what both changed named', async () => {
  const workspace = await install()
  await saveEdits(database, workspace, {
    ...turn(ann, 0),
    edits: [addField('city'), rename('note', 'Remark')],
  })
  await saveEdits(database, workspace, {
    ...turn(bob, 0),
    edits: [addField('zip'), rename('note', 'Comment')],
  })
  expect(await publishDraft(database, workspace, turn(ann, 1))).toEqual({ ok: true, revision: 2 })
  expect(await publishDraft(database, workspace, turn(bob, 1))).toEqual({
    ok: false,
    problem: 'draft-stale',
    published: 2,
  })
  expect(await getDraft(database, workspace, bob)).toMatchObject({ base: 1, published: 2, version: 1 })
  const carried = await rebaseDraft(database, workspace, turn(bob, 1))
  expect(carried).toMatchObject({ ok: true, draft: { base: 2, version: 2 } })
  const sentences = carried.ok ? carried.conflicts : []
  expect(sentences).toHaveLength(1)
  expect(sentences[0]).toEqual({
    en: 'You and somebody else both changed “Quote › Comment”. Your version was kept.',
    zh: '您和他人都修改了“报价 › Comment字段”，已保留您的修改。',
  })
  const fields = carried.ok
    ? carried.draft.definition.forms[0]!.fields.map(({ key, label }) => [key, label.en])
    : []
  expect(Object.fromEntries(fields)).toEqual({ name: 'Name', note: 'Comment', city: 'city', zip: 'zip' })
  expect(await publishDraft(database, workspace, turn(bob, 2))).toEqual({ ok: true, revision: 3 })
})

test('taking over, going back to a revision and discarding are steps like all others: the draft before comes back', async () => {
  const workspace = await install()
  const keysOf = async (member: string) =>
    (await getDraft(database, workspace, member)).definition.forms[0]!.fields.map(({ key }) => key)
  await saveEdits(database, workspace, { ...turn(ann, 0), edits: [addField('city')] })
  await saveEdits(database, workspace, { ...turn(bob, 0), edits: [addField('zip')] })
  await publishDraft(database, workspace, turn(ann, 1))
  await rebaseDraft(database, workspace, turn(bob, 1))
  await restoreRevision(database, workspace, { ...turn(bob, 2), revision: 1 })
  expect(await keysOf(bob)).not.toContain('zip')
  await discardDraft(database, workspace, turn(bob, 3))
  expect(await getDraft(database, workspace, bob)).toMatchObject({ version: 4, changes: [], undo: 4 })

  // Discarding nothing is no step.
  await discardDraft(database, workspace, turn(bob, 4))
  await undoDraft(database, workspace, turn(bob, 4))
  expect(await keysOf(bob)).not.toContain('zip')
  expect(await undoDraft(database, workspace, turn(bob, 5))).toMatchObject({ draft: { base: 2 } })
  expect(await keysOf(bob)).toEqual(expect.arrayContaining(['city', 'zip']))
  const before = await undoDraft(database, workspace, turn(bob, 6))
  expect(before).toMatchObject({ draft: { base: 1, published: 2, undo: 1, redo: 3 } })
  expect(await keysOf(bob)).not.toContain('city')
  await undoDraft(database, workspace, turn(bob, 7))
  expect(await keysOf(bob)).not.toContain('zip')

  for (const version of [8, 9]) await redoDraft(database, workspace, turn(bob, version))
  expect(await publishDraft(database, workspace, turn(bob, 10))).toEqual({ ok: true, revision: 3 })
  expect(await getDraft(database, workspace, bob)).toMatchObject({ undo: 0, redo: 0 })
  expect(await keysOf(ann)).toEqual(expect.arrayContaining(['city', 'zip']))
})

test('an earlier revision comes back as a draft, and published its fields come back with their values', async () => {
  const workspace = await install()
  const { schema } = workspace
  await database.query(
    q(`insert into "${schema}".quote (id, created_at, updated_at, note) values ($1, now(), now(), 'kept')`, [
      ann,
    ]),
  )
  await saveEdits(database, workspace, { ...turn(ann, 0), edits: [removeField('note'), addField('city')] })
  const impact = await draftImpact(database, workspace, ann)
  expect(impact.blocked).toBe(false)
  const effects = impact.changes.flatMap((change) => change.effects)
  expect(effects).toMatchObject([{ code: 'values-parked', severity: 'warning', count: 1 }])
  expect(effects[0]?.text).toEqual({
    en: '1 record holds a value in “Note”. The values are kept for 30 days and come back if the field does.',
    zh: '1 条记录的“Note字段”中有值。这些值会保留 30 天，期间恢复该字段即可再次使用。',
  })
  const reviewed = { ...turn(ann, 1), token: impact.token }
  expect(await publishDraft(database, workspace, reviewed)).toEqual({ ok: true, revision: 2 })
  const unknown = await restoreRevision(database, workspace, { ...turn(ann, 2), revision: 9 })
  expect(unknown).toEqual({ ok: false, problem: 'not-found' })
  const restored = await restoreRevision(database, workspace, { ...turn(ann, 2), revision: 1 })
  expect(restored).toMatchObject({ ok: true, draft: { definition: { retired: ['quote.city'] } } })
  expect(await publishDraft(database, workspace, turn(ann, 3))).toEqual({ ok: true, revision: 3 })
  expect(await database.query(q(`select note from "${schema}".quote`))).toEqual([{ note: 'kept' }])
  expect((await loadRevision(database, workspace))?.definition.forms).toEqual(definition.forms)
})

test('SC-03: a record on its way while the draft is published is counted, and publishing says so', async () => {
  const workspace = await install()
  const { schema } = workspace
  const insert = (id: string) =>
    q(`insert into "${schema}".quote (id, created_at, updated_at, note) values ($1, now(), now(), 'late')`, [
      id,
    ])
  await database.query(insert(ann))
  await saveEdits(database, workspace, { ...turn(ann, 0), edits: [removeField('note')] })
  const { token } = await draftImpact(database, workspace, ann)
  const publishing = await database.transaction(async (tx) => {
    await tx.query(insert(bob))
    // Not awaited here: it waits for this transaction.
    const result = publishDraft(database, workspace, { ...turn(ann, 1), token })
    await vi.waitFor(async () => {
      const waiting = await tx.query(
        q(`select 1 from pg_locks where not granted and relation = '"${schema}".quote'::regclass`),
      )
      expect(waiting).toHaveLength(1)
    })
    return { result }
  })
  const result = await publishing.result
  expect(result).toMatchObject({ problem: 'impact-changed', impact: { problems: [] } })
  const impact = result.ok || result.problem !== 'impact-changed' ? undefined : result.impact
  expect(impact?.changes[0]?.effects).toMatchObject([{ code: 'values-parked', count: 2 }])
  expect(await listRevisions(database, workspace)).toHaveLength(1)
  const looked = { ...turn(ann, 1), token: impact?.token }
  expect(await publishDraft(database, workspace, looked)).toEqual({ ok: true, revision: 2 })
})

test('what does not hold together is not published', async () => {
  const workspace = await install()
  await saveEdits(database, workspace, { ...turn(ann, 0), edits: [addField('city')] })
  await database.query(
    q(
      `update "${workspace.schema}"._draft set definition = jsonb_set(definition, '{forms,0,titleField}', '"nowhere"')`,
    ),
  )
  expect(await publishDraft(database, workspace, turn(ann, 1))).toMatchObject({
    ok: false,
    problem: 'definition-invalid',
  })
})

test('a red example is seen in the review and stops a publish, and nothing else', async () => {
  const workspace = await install()
  const shout = (expected: string): Edit => ({
    type: 'addField',
    form: 'quote',
    section: 'main',
    index: 0,
    read: [],
    write: [],
    field: {
      type: 'formula',
      key: 'shout',
      label: { en: 'Shout', zh: '大写' },
      expression: { upper: [{ var: 'name' }] },
      resultType: 'text',
      examples: [{ inputs: { name: 'hi' }, expected }],
    },
  })
  const saved = await saveEdits(database, workspace, { ...turn(ann, 0), edits: [shout('HEY')] })
  expect(saved).toMatchObject({ ok: true })
  const params = { of: 'formula', row: 1, reason: { en: '“HEY” is expected, but it gives “HI”.' } }
  const problems = [{ code: 'red-example', params }]
  expect(await draftImpact(database, workspace, ann)).toMatchObject({ blocked: true, problems })
  expect(await publishDraft(database, workspace, turn(ann, 1))).toMatchObject({
    problem: 'definition-invalid',
    problems,
  })
  await undoDraft(database, workspace, turn(ann, 1))
  await saveEdits(database, workspace, { ...turn(ann, 2), edits: [shout('HI')] })
  expect(await draftImpact(database, workspace, ann)).toMatchObject({ problems: [] })
  expect(await publishDraft(database, workspace, turn(ann, 3))).toMatchObject({ ok: true })
})

test('no step of a long day is forgotten: all of them can be taken back', async () => {
  const workspace = await install()
  const steps = 300
  for (let version = 0; version < steps; version += 1) {
    const changes = { label: { en: `Quote ${version}`, zh: `报价${version}` } }
    const edits: Edit[] = [{ type: 'setForm', form: 'quote', changes }]
    await saveEdits(database, workspace, { member: ann, version, now, edits })
  }
  expect(await getDraft(database, workspace, ann)).toMatchObject({ version: steps, undo: steps })
  const undone = await undoDraft(database, workspace, { member: ann, version: steps, now })
  expect(undone).toMatchObject({ draft: { undo: steps - 1, redo: 1 } })
}, 30_000)

test('formatted text is cleaned when it is written, wherever in an edit it stands', async () => {
  const workspace = await install()
  const html = { en: '<p onclick="x()">Call <b>{{name}}</b><script>alert(1)</script></p>' }
  const element = { type: 'text' as const, key: 'help', html }
  const formLayout = {
    key: 'short',
    label: { en: 'Short' },
    layout: {
      sections: [{ key: 'main', columns: 1, items: [{ element: { ...element, key: 'other' } }] }],
    },
  }
  const edits: Edit[] = [
    { type: 'addElement', form: 'quote', section: 'main', index: 0, item: { element } },
    { type: 'putLayout', form: 'quote', formLayout },
  ]
  const saved = await saveEdits(database, workspace, { ...turn(ann, 0), edits })
  if (!saved.ok) throw new Error(saved.problem)
  const form = saved.draft.definition.forms[0]
  const clean = { html: { en: '<p>Call <strong>{{name}}</strong></p>' } }
  expect(form?.layout.sections[0]?.items[0]).toMatchObject({ element: clean })
  expect(form?.layouts?.[0]?.layout.sections[0]?.items[0]).toMatchObject({ element: clean })
})
