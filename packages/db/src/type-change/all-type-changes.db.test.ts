import { fieldOfType, emptyDefinition, typeChanges } from '@pipewright/metadata'
import type { AppDefinition, Field, Form } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { provideDivisions } from '@pipewright/compiler'
import { chinaDivisions } from '@pipewright/compiler/divisions'
import { connect } from '../connection/connect.ts'
import type { Database } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { restoredDefinition } from '../drafts/restored-definition.ts'
import { migrate } from '../migrations/migrate.ts'
import { describeImpact } from '../publish/describe-impact.ts'
import { installWorkspace } from '../publish/install-workspace.ts'
import { publish } from '../publish/publish.ts'
import { loadRevision } from '../revisions/revisions.ts'
import { measureTypeChange } from './measure-type-change.ts'
import { acme, amount, at, f, home, label, may, place, sampleOf, site } from './testing/type-samples.ts'

const now = '2026-11-21T00:00:00.000Z'
const owner = '00000000-0000-7000-8000-00000000000a'
const pairs = Object.entries(typeChanges).flatMap(([from, list]) =>
  list.map((to) => ({ from: from as Field['type'], to, key: `${from}_${to}`.toLowerCase() })),
)

const title: Field = { type: 'text', key: 'name', label }
const form = (key: string, fields: readonly Field[]): Form => ({
  key,
  label: { en: key, zh: key },
  labelPlural: { en: key, zh: key },
  titleField: 'name',
  fields: [title, ...fields],
  layout: { sections: [] },
})
const app = (fields: readonly Field[]): AppDefinition => ({
  ...emptyDefinition(label),
  forms: [form('lead', fields), form('account', []), form('site', [])],
})

let database: Database
let drop: () => Promise<void>
let count = 0

beforeAll(async () => {
  provideDivisions(chinaDivisions)
  const fresh = await freshDatabase()
  drop = fresh.drop
  database = connect({ url: fresh.url, poolSize: 5 })
  await migrate(database, { now })
})
afterAll(async () => {
  await database.close()
  await drop()
})

const run = (text: string, values: unknown[] = []) =>
  database.query<Record<string, unknown>>({ text, values })

async function put({ schema }: WorkspaceRef, table: string, id: string, values: Record<string, unknown>) {
  const all = { id, owner, created_by: owner, updated_by: owner, created_at: now, updated_at: now, ...values }
  const names = Object.keys(all).map((name) => `"${name}"`)
  const marks = names.map((_name, position) => `$${position + 1}`)
  await run(`insert into ${schema}.${table} (${names.join()}) values (${marks.join()})`, Object.values(all))
}

async function install(definition: AppDefinition): Promise<WorkspaceRef> {
  count += 1
  const key = `a${count}`
  const made = await installWorkspace(database, { key, name: 'A', definition, now, zone: 'Asia/Shanghai' })
  if (!made.ok) throw new Error(made.problem)
  const { schema } = made.workspace
  await run(`insert into ${schema}._member (id, name, email, created_at) values ($1, 'Ann', 'a@b.c', $2)`, [
    owner,
    now,
  ])
  await put(made.workspace, 'account', acme, { name: 'Acme' })
  await put(made.workspace, 'site', site, { name: 'Plant 2' })
  return made.workspace
}

async function publishNext(workspace: WorkspaceRef, definition: AppDefinition): Promise<void> {
  const base = (await loadRevision(database, workspace))?.revision ?? 0
  const result = await publish(database, workspace, { definition, base, by: owner, changes: [], now })
  expect(result).toMatchObject({ ok: true })
}

const id = (position: number) => `00000000-0000-7000-8000-${String(position).padStart(12, '0')}`

async function leads(workspace: WorkspaceRef, field: Field, values: readonly unknown[]): Promise<void> {
  for (const [position, value] of values.entries())
    await put(workspace, 'lead', id(position), { name: `L${position}`, [field.key]: value })
}

async function valuesOf({ schema }: WorkspaceRef): Promise<unknown[]> {
  return (await run(`select value from ${schema}.lead order by id`)).map(({ value }) => value)
}

test('every type that can be changed, changed into each it can become and back, loses no value', async () => {
  const old = pairs.map(({ from, key }): Field => ({ ...sampleOf(from)[0], key }))
  const changed = pairs.map(({ to }, position) => {
    const before = old[position]
    return before === undefined ? title : fieldOfType(before, to)
  })
  const workspace = await install(app(old))
  const values = Object.fromEntries(pairs.map(({ from, key }) => [key, sampleOf(from)[1]]))
  await put(workspace, 'lead', id(1), values)
  await publishNext(workspace, app(changed))
  const [then = {}] = await run(`select * from ${workspace.schema}.lead`)
  // The text is a number, the long texts are not of one line, and the choices have other options.
  const kept = pairs.filter(({ key }) => then[key] === null).map(({ key }) => key)
  expect(kept).toEqual([
    'text_date',
    'text_datetime',
    'text_choice',
    'text_yesno',
    'text_email',
    'text_phone',
    'text_url',
    'text_daterange',
    'text_location',
    'longtext_text',
    'richtext_text',
  ])
  await publishNext(workspace, restoredDefinition(app(old), app(changed)))
  const [back = {}] = await run(`select * from ${workspace.schema}.lead`)
  const seen = Object.keys(values).map((key) => [key, back[key]])
  expect(Object.fromEntries(seen)).toEqual(values)
})

const cases: readonly [string, Field, Field, readonly [unknown, unknown][]][] = [
  [
    'rich text to lines of text',
    f('richText'),
    f('longText'),
    [['<p><strong>a &lt;b&gt;</strong></p><p>c<br>d</p>', 'a <b>\nc\nd']],
  ],
  [
    'lines of text to rich text: marks of HTML are text',
    f('longText'),
    f('richText'),
    [['a <script>x</script>\nb', '<p>a &lt;script&gt;x&lt;/script&gt;</p><p>b</p>']],
  ],
  [
    'text to an address: what is recognised, the rest as it stands',
    f('longText', { type: 'text' }),
    f('address'),
    [
      ['浙江省杭州市西湖区文三路1号', home],
      [
        'behind the old mill',
        {
          country: 'CN',
          province: null,
          city: null,
          district: null,
          street: 'behind the old mill',
          postcode: null,
          code: null,
          text: 'behind the old mill',
        },
      ],
    ],
  ],
  ['an address as it is shown', f('address'), f('longText', { type: 'text' }), [[home, home.text]]],
  ['a period to its first day', f('dateRange'), f('date'), [[may, '2026-05-01']]],
  [
    'text to a period',
    f('longText', { type: 'text' }),
    f('dateRange'),
    [
      ['2026年5月1日至5月31日', may],
      ['2026-05-31 ~ 2026-05-01', null],
      ['soon', null],
    ],
  ],
  [
    'text to a location',
    f('longText', { type: 'text' }),
    f('location'),
    [
      ['31.230391, 121.473702', place],
      ['95, 10', null],
    ],
  ],
  ['a location to text', f('location'), f('longText', { type: 'text' }), [[place, '31.230391, 121.473702']]],
  [
    'amounts in the currency of the field alone',
    f('foreignMoney', { currency: 'USD', home: 'CNY' }),
    f('money', { currency: 'USD' }),
    [
      [{ ...amount('5.00', 'USD'), home: '35.00', rate: '7', day: '2026-11-21' }, '5.00'],
      [amount('30.00', 'CNY'), null],
    ],
  ],
  [
    'records of one form of several',
    f('anyRelation', { targets: [{ form: 'account' }, { form: 'site' }] }),
    f('relation', { form: 'site' }),
    [
      [at('site', site), site],
      [at('account', acme), null],
    ],
  ],
]

test.each(cases)('%s; all values come back with the revision before', async (_, from, to, values) => {
  const workspace = await install(app([from]))
  await leads(
    workspace,
    from,
    values.map(([was]) => was),
  )
  await publishNext(workspace, app([to]))
  expect(await valuesOf(workspace)).toEqual(values.map(([, becomes]) => becomes))
  await publishNext(workspace, restoredDefinition(app([from]), app([to])))
  expect(await valuesOf(workspace)).toEqual(values.map(([was]) => was))
})

test('an amount becomes one of a record that is worth something by the rate of its day', async () => {
  const from = f('money', { currency: 'USD' })
  const workspace = await install(app([from]))
  await leads(workspace, from, ['10.00', null])
  await run(
    `insert into ${workspace.schema}._exchange_rate values ('USD', 'CNY', '2026-01-01', 7.1, null, $1), ('USD', 'CNY', '2026-12-01', 8, null, $1)`,
    [now],
  )
  await publishNext(workspace, app([f('foreignMoney', { currency: 'USD', home: 'CNY' })]))
  const usd = { ...amount('10.00', 'USD'), home: '71.00', rate: '7.1', day: '2026-11-21' }
  expect(await valuesOf(workspace)).toEqual([usd, null])
})

test('a record that is gone for good holds nothing back, and stays out when its relation comes back', async () => {
  const one = f('relation', { form: 'account' })
  const any = fieldOfType(one, 'anyRelation')
  const workspace = await install(app([one]))
  await leads(workspace, one, [acme])
  await publishNext(workspace, app([any]))
  expect(await valuesOf(workspace)).toEqual([at('account', acme)])
  await run(`update ${workspace.schema}.lead set value = null`)
  await run(`delete from ${workspace.schema}.account`)
  await publishNext(workspace, restoredDefinition(app([one]), app([any])))
  expect(await valuesOf(workspace)).toEqual([null])
})

test('the dry run tells what converts, what is another then and what is kept, by names', async () => {
  const from = f('anyRelation', { targets: [{ form: 'account' }, { form: 'site' }] })
  const to = f('relation', { form: 'account' })
  const workspace = await install(app([from]))
  await leads(workspace, from, [at('account', acme), at('site', site), null])
  const definitions = { before: app([from]), after: app([to]) }
  const measured = await measureTypeChange(
    database,
    workspace.schema,
    { form: 'lead', from, to },
    definitions,
  )
  expect(measured).toMatchObject({
    filled: 2,
    converts: 1,
    changes: 0,
    keeps: 1,
    examples: [{ was: 'account: Acme', becomes: 'account: Acme' }],
    kept: ['site: Plant 2'],
  })
  const impact = await describeImpact(database, workspace, definitions.before, definitions.after)
  expect(impact.changes.flatMap(({ effects }) => effects)).toMatchObject([
    { code: 'values-converted', count: 1 },
    { code: 'values-kept', count: 1, params: { examples: 'site: Plant 2' } },
  ])
})

test('the dry run counts what keeps only a part of itself', async () => {
  const [from, to] = [f('richText'), f('longText')]
  const workspace = await install(app([from]))
  await leads(workspace, from, ['<p>plain</p>', '<p><strong>bold</strong></p>'])
  const definitions = { before: app([from]), after: app([to]) }
  const measured = await measureTypeChange(
    database,
    workspace.schema,
    { form: 'lead', from, to },
    definitions,
  )
  expect(measured).toMatchObject({ filled: 2, converts: 2, changes: 1, keeps: 0 })
})
