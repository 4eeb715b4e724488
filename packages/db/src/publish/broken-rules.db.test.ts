import {
  aChoiceField,
  aForm,
  aLineItemsField,
  anApp,
  aNumberField,
  aTextField,
} from '@pipewright/metadata/builders'
import type { AppDefinition, Expression, Rule } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../connection/connect.ts'
import type { Database } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { migrate } from '../migrations/migrate.ts'
import { describeImpact } from './describe-impact.ts'
import { installWorkspace } from './install-workspace.ts'

const now = '2026-11-21T00:00:00.000Z'
const number = (key: string) => aNumberField({ key, label: { en: key } })
const parts = aLineItemsField({ key: 'parts', label: { en: 'Parts' }, fields: [number('grams')] })

const withRules = (...rules: Rule[]): AppDefinition =>
  anApp({
    forms: [
      aForm({
        key: 'order',
        fields: [
          aTextField({ key: 'name', label: { en: 'Name' } }),
          aChoiceField({ key: 'stage' }),
          number('most'),
          aLineItemsField({
            key: 'items',
            label: { en: 'Items' },
            fields: [aTextField({ key: 'note', label: { en: 'Note' } }), number('quantity'), parts],
          }),
        ],
        ...(rules.length > 0 && { rules }),
      }),
    ],
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
  const made = await installWorkspace(database, { key: 'rules', name: 'R', definition: withRules(), now })
  if (!made.ok) throw new Error(made.problem)
  workspace = made.workspace
  const run = (text: string) =>
    database.query({ text: text.replaceAll('ws.', `${workspace.schema}.`), values: [] })
  const columns = 'id, created_at, updated_at, name, stage, most, deleted_at'
  const record = (n: number, rest: string) => `('${id(n)}', '${now}', '${now}', ${rest})`
  await run(
    `insert into ws."order" (${columns}) values ${record(1, "'Alpha', 'open', 5, null")}, ${record(2, "'Beta', 'won', 1, null")}, ${record(3, "'Gone', 'won', 0, now()")}`,
  )
  await run(
    `insert into ws.order_items (id, parent, position, note, quantity) values ('${id(11)}', '${id(1)}', 0, 'x', 4), ('${id(12)}', '${id(2)}', 0, null, 3), ('${id(13)}', '${id(2)}', 1, null, 9), ('${id(14)}', '${id(3)}', 0, null, 99)`,
  )
  await run(
    `insert into ws.order_items_parts (id, parent, _row, position, grams) values ('${id(21)}', '${id(1)}', '${id(11)}', 0, 40), ('${id(22)}', '${id(2)}', '${id(12)}', 0, 2)`,
  )
})
afterAll(async () => {
  await database.close()
  await drop()
})

const quantity = { var: 'quantity' }
const refuse = (when: Expression, rows?: string): Rule => ({
  key: 'check',
  label: { en: 'Check' },
  when,
  ...(rows !== undefined && { rows }),
  effects: [{ type: 'refuse', message: { en: 'No' } }],
})

async function effects(rule: Rule) {
  const impact = await describeImpact(database, workspace, withRules(), withRules(rule))
  return impact.changes.flatMap((change) =>
    change.effects.map(({ code, count, records, text }) => ({
      code,
      count,
      records: records?.map(({ title }) => title) ?? [],
      text: text.en,
    })),
  )
}

test.each<[string, Rule, string[]]>([
  ['of rows', refuse({ gt: [quantity, 3] }, 'items'), ['Alpha', 'Beta']],
  ['of rows and their record', refuse({ gt: [quantity, { var: '$record.most' }] }, 'items'), ['Beta']],
  [
    'of rows inside rows and those around them',
    refuse(
      { gt: [{ var: 'grams' }, { mul: [{ var: '$parent.quantity' }, { var: '$record.most' }] }] },
      'items.parts',
    ),
    ['Alpha'],
  ],
  [
    'that asks columns to be filled',
    {
      key: 'check',
      label: { en: 'Check' },
      rows: 'items',
      when: { gt: [quantity, 5] },
      effects: [{ type: 'require', fields: ['note'] }],
    },
    ['Beta'],
  ],
  ['of what was there before', refuse({ eq: [{ var: '$old.stage' }, 'won'] }), ['Beta']],
  [
    'of rows as they were before',
    refuse({ and: [{ gt: [{ var: '$old.quantity' }, 5] }, { '!': [{ var: '$isNew' }] }] }, 'items'),
    ['Beta'],
  ],
])('SC-10: a new rule %s is tried on the records that are there', async (_, rule, records) => {
  expect(await effects(rule)).toMatchObject([{ code: 'rule-broken', count: records.length, records }])
})

test('SC-10: a rule about a change is kept by whatever is not changed', async () => {
  expect(await effects(refuse({ ne: [{ var: '$old.stage' }, { var: 'stage' }] }))).toEqual([])
})

test.each<[string, Expression]>([
  ['the member', { ne: [{ var: 'name' }, { var: '$me' }] }],
  ['the roles', { '!': [{ hasRole: 'admin' }] }],
  ['the device', { eq: [{ var: '$device' }, 'phone'] }],
])('SC-10: a rule that asks %s says why records were not checked', async (_, when) => {
  expect(await effects(refuse(when))).toMatchObject([
    { code: 'rule-unchecked', count: 0, text: expect.stringContaining('depends on who writes') },
  ])
})
