import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Field, Form } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../connection/connect.ts'
import type { Database } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { migrate } from '../migrations/migrate.ts'
import { describeImpact } from './describe-impact.ts'
import { installWorkspace } from './install-workspace.ts'
import { severities } from './effect.ts'

const now = '2026-11-21T00:00:00.000Z'
const label = (text: string) => ({ en: text, zh: text })
const hot = { key: 'hot', label: label('Hot') }
const cold = { key: 'cold', label: label('Cold') }

const name: Field = { type: 'text', key: 'name', label: label('Name') }
const code: Field = { type: 'text', key: 'code', label: label('Code') }
const amount: Field = { type: 'money', key: 'amount', label: label('Amount'), currency: 'CNY', scale: 4 }
const mood: Field = { type: 'choice', key: 'mood', label: label('Mood'), options: [hot, cold] }
const tags: Field = { type: 'multiChoice', key: 'tags', label: label('Tags'), optionSet: 'tags' }
const target: Field = { type: 'relation', key: 'target', label: label('Target'), form: 'memo' }
const items: Field = { type: 'lineItems', key: 'items', label: label('Items'), fields: [name] }

const aForm = (key: string, fields: Field[]): Form => ({
  key,
  label: label(key),
  labelPlural: label(key),
  titleField: 'name',
  fields,
  layout: { sections: [{ key: 'main', columns: 1, items: fields.map(({ key: field }) => ({ field })) }] },
})

const before: AppDefinition = {
  ...emptyDefinition(label('Sales')),
  forms: [aForm('quote', [name, code, amount, mood, tags, target, items]), aForm('memo', [name])],
  optionSets: [{ key: 'tags', label: label('Tags'), options: [hot, cold] }],
}

const withQuote = (...fields: Field[]): AppDefinition => ({
  ...before,
  forms: [aForm('quote', fields), ...before.forms.slice(1)],
})

let database: Database
let workspace: WorkspaceRef
let drop: () => Promise<void>
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  database = connect({ url: fresh.url, poolSize: 2 })
  await migrate(database, { now })
  const made = await installWorkspace(database, { key: 'impact', name: 'I', definition: before, now })
  if (!made.ok) throw new Error(made.problem)
  workspace = made.workspace
  const run = (text: string) => database.query({ text, values: [] })
  await run(
    `insert into ws_impact.memo (id, created_at, updated_at, name) values ('${id(9)}', now(), now(), 'memo')`,
  )
  await run(`insert into ws_impact.quote (id, created_at, updated_at, deleted_at, name, code, amount, mood, tags, target) values
    ('${id(1)}', now(), now(), null, 'first', 'AB', 1.25, 'cold', '{cold,hot}', '${id(9)}'),
    ('${id(2)}', now(), now(), null, 'second', 'ab', 1.2345, 'hot', null, null),
    ('${id(3)}', now(), now(), null, null, null, null, null, null, null),
    ('${id(4)}', now(), now(), now(), null, 'ab', 9.9999, 'cold', '{cold}', '${id(9)}')`)
  await run(`insert into ws_impact.quote_items (id, parent, position, name) values
    ('${id(5)}', '${id(1)}', 0, null), ('${id(6)}', '${id(4)}', 0, null),
    ('${id(7)}', '${id(1)}', 1, 'Ｐen'), ('${id(8)}', '${id(1)}', 2, 'PEN'), ('${id(10)}', '${id(1)}', 3, 'ink'),
    ('${id(11)}', '${id(4)}', 1, 'pen'), ('${id(12)}', '${id(4)}', 2, 'pen')`)
})

afterAll(async () => {
  await database.close()
  await drop()
})

const all = [name, code, amount, mood, tags, target, items]
const replacing = (key: string, field: Field): AppDefinition =>
  withQuote(...all.map((one) => (one.key === key ? field : one)))

const cases: [string, AppDefinition, string, number][] = [
  ['a removed field', withQuote(name, amount, mood, tags, target, items), 'values-parked', 2],
  ['removed line items', withQuote(name, code, amount, mood, tags, target), 'values-parked', 4],
  [
    'a removed form',
    {
      ...withQuote(name, code, amount, mood, tags, items),
      forms: [aForm('quote', [...all.slice(0, 5), items])],
    },
    'records-parked',
    1,
  ],
  [
    'a field that becomes required',
    replacing('name', { ...name, required: true } as Field),
    'required-empty',
    1,
  ],
  [
    'a new required field',
    withQuote(...all, { ...name, key: 'city', required: true } as Field),
    'required-empty',
    3,
  ],
  [
    'line items that become required',
    replacing('items', { ...items, required: true } as Field),
    'required-empty',
    2,
  ],
  [
    'a required column of line items',
    replacing('items', { ...items, fields: [{ ...name, required: true }] } as Field),
    'required-empty',
    1,
  ],
  [
    'a field that becomes unique',
    replacing('code', { ...code, unique: true } as Field),
    'unique-duplicates',
    2,
  ],
  [
    'columns that must not repeat among rows',
    replacing('items', { ...items, uniqueness: [{ key: 'u', fields: ['name'] }] } as Field),
    'rows-repeat',
    2,
  ],
  ['fewer digits', replacing('amount', { ...amount, scale: 2 } as Field), 'digits-kept', 1],
  ['a removed option', replacing('mood', { ...mood, options: [hot] } as Field), 'option-in-use', 1],
  [
    'a removed shared option',
    { ...before, optionSets: [{ key: 'tags', label: label('Tags'), options: [hot] }] },
    'option-in-use',
    1,
  ],
  ['a shorter text', replacing('name', { ...name, maxLength: 5 } as Field), 'too-long', 1],
  ['another target', replacing('target', { ...target, form: 'quote' } as Field), 'relation-dangling', 1],
]

test.each(cases)(
  'the effect of %s is counted over the records that are not deleted',
  async (_, after, code, count) => {
    const impact = await describeImpact(database, workspace, before, after)
    const effects = impact.changes.flatMap((change) => change.effects)
    expect(effects).toContainEqual(expect.objectContaining({ code, count }))
    expect(impact.blocked).toBe(effects.some((effect) => severities[effect.code] === 'error'))
    for (const { text } of effects) {
      expect(text.en).toContain(String(count))
      expect(text.zh).toContain(String(count))
    }
  },
)

test('a change that no record minds has no effect', async () => {
  const after = replacing('note', name)
  const more = { ...after, forms: [...after.forms, aForm('lead', [{ ...name, required: true } as Field])] }
  const impact = await describeImpact(database, workspace, before, more)
  expect(impact).toMatchObject({ blocked: false, changes: [{ effects: [] }] })
  expect(impact.statements).toBeGreaterThan(1)
})
