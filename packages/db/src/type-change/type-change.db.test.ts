import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Field } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '../connection/connect.ts'
import type { Database } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { restoredDefinition } from '../drafts/restored-definition.ts'
import { migrate } from '../migrations/migrate.ts'
import { describeImpact } from '../publish/describe-impact.ts'
import { installWorkspace } from '../publish/install-workspace.ts'
import { listParked } from '../publish/parked.ts'
import { publish } from '../publish/publish.ts'
import { loadRevision } from '../revisions/revisions.ts'

const now = '2026-11-21T00:00:00.000Z'
const label = { en: 'Value', zh: '值' }
const owner = '00000000-0000-7000-8000-00000000000a'
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

const appWith = (field: Field, more: readonly Field[] = []): AppDefinition => ({
  ...emptyDefinition(label),
  forms: [
    {
      key: 'lead',
      label,
      labelPlural: label,
      titleField: 'name',
      searchFields: ['name'],
      fields: [{ type: 'text', key: 'name', label }, field, ...more],
      layout: { sections: [] },
    },
  ],
})

async function install(definition: AppDefinition, values: readonly unknown[]): Promise<WorkspaceRef> {
  count += 1
  const result = await installWorkspace(database, {
    key: `t${count}`,
    name: 'T',
    definition,
    now,
    zone: 'Asia/Shanghai',
  })
  if (!result.ok) throw new Error(result.problem)
  const { schema } = result.workspace
  await database.query(
    q(`insert into ${schema}._member (id, name, email, created_at) values ($1, 'Ann', 'a@b.c', $2)`, [
      owner,
      now,
    ]),
  )
  for (const [position, value] of values.entries())
    await database.query(
      q(
        `insert into ${schema}.lead (id, owner, created_by, updated_by, created_at, updated_at, name, value)
          values ($1, $2, $2, $2, $3, $3, $4, $5)`,
        [`00000000-0000-7000-8000-${String(position).padStart(12, '0')}`, owner, now, `L${position}`, value],
      ),
    )
  return result.workspace
}

async function publishNext(workspace: WorkspaceRef, definition: AppDefinition): Promise<void> {
  const base = (await loadRevision(database, workspace))?.revision ?? 0
  const result = await publish(database, workspace, { definition, base, by: owner, changes: [], now })
  expect(result).toMatchObject({ ok: true })
}

async function valuesOf({ schema }: WorkspaceRef): Promise<unknown[]> {
  const rows = await database.query<{ value: unknown }>(q(`select value from ${schema}.lead order by id`))
  return rows.map(({ value }) => value)
}

const text: Field = { type: 'text', key: 'value', label }
const number: Field = { type: 'number', key: 'value', label, scale: 2 }
const stages = [
  { key: 'won', label: { en: 'Closed won', zh: '赢单' } },
  { key: 'lost', label: { en: 'Lost' } },
]

const cases: readonly [string, Field, Field, readonly [unknown, unknown][]][] = [
  [
    'text to number: as people write numbers, never rounded',
    text,
    number,
    [
      ['1,234.50', '1234.50'],
      ['１２３', '123.00'],
      ['(5)', '-5.00'],
      ['1.239', null],
      ['about 5', null],
      [null, null],
    ],
  ],
  [
    'text to date: only days that the calendar has',
    text,
    { type: 'date', key: 'value', label },
    [
      ['2026/2/28', '2026-02-28'],
      ['2026年2月3日', '2026-02-03'],
      ['2026/2/30', null],
      ['soon', null],
    ],
  ],
  [
    'text to choice: by label in either language, in any case',
    text,
    { type: 'choice', key: 'value', label, options: stages },
    [
      ['closed WON', 'won'],
      ['赢单', 'won'],
      ['lost ', 'lost'],
      ['pending', null],
    ],
  ],
  [
    'text to yes or no',
    text,
    { type: 'yesNo', key: 'value', label },
    [
      ['Yes', true],
      ['否', false],
      ['perhaps', null],
    ],
  ],
  ['number to text', number, text, [['1234.50', '1234.50']]],
  [
    'number to one of fewer digits: what has more stays aside',
    number,
    { type: 'money', key: 'value', label, currency: 'CNY', scale: 0 },
    [
      ['12.00', '12'],
      ['12.50', null],
    ],
  ],
  [
    'a date and time to the day that clocks showed',
    { type: 'dateTime', key: 'value', label },
    { type: 'date', key: 'value', label },
    [['2026-03-01T17:30:00.000Z', '2026-03-02']],
  ],
  [
    'a day to its first moment',
    { type: 'date', key: 'value', label },
    { type: 'dateTime', key: 'value', label },
    [['2026-03-02', '2026-03-01T16:00:00.000Z']],
  ],
  [
    'one choice to several, and several to tags',
    { type: 'multiChoice', key: 'value', label, options: stages },
    { type: 'tags', key: 'value', label },
    [
      [
        ['won', 'lost'],
        ['Closed won', 'Lost'],
      ],
    ],
  ],
  [
    'a choice to its words',
    { type: 'choice', key: 'value', label, options: stages },
    text,
    [
      ['won', 'Closed won'],
      ['lost', 'Lost'],
    ],
  ],
  [
    'yes or no to a choice',
    { type: 'yesNo', key: 'value', label },
    {
      type: 'choice',
      key: 'value',
      label,
      options: [
        { key: 'yes', label: { en: 'Yes', zh: '是' } },
        { key: 'no', label: { en: 'No', zh: '否' } },
      ],
    },
    [
      [true, 'yes'],
      [false, 'no'],
    ],
  ],
]

describe('a change of type', () => {
  test.each(cases)('%s; all values come back with the revision before', async (_, from, to, values) => {
    const workspace = await install(
      appWith(from),
      values.map(([was]) => was),
    )
    await publishNext(workspace, appWith(to))
    expect(await valuesOf(workspace)).toEqual(values.map(([, becomes]) => becomes))
    await publishNext(workspace, restoredDefinition(appWith(from), appWith(to)))
    expect(await valuesOf(workspace)).toEqual(values.map(([was]) => was))
  })

  test('keeps what was changed since, when the earlier type comes back', async () => {
    const workspace = await install(appWith(text), ['1,234.50', 'about 5', '7'])
    await publishNext(workspace, appWith(number))
    await database.query(q(`update ${workspace.schema}.lead set value = 8 where name = 'L2'`))
    await database.query(q(`update ${workspace.schema}.lead set value = 6 where name = 'L1'`))
    await publishNext(workspace, appWith(text))
    expect(await valuesOf(workspace)).toEqual(['1,234.50', '6.00', '8.00'])
  })

  test('converts deleted records too, and lists the column that stays aside', async () => {
    const workspace = await install(appWith(text), ['5', 'x'])
    await database.query(q(`update ${workspace.schema}.lead set deleted_at = $1`, [now]))
    await publishNext(workspace, appWith(number))
    expect(await valuesOf(workspace)).toEqual(['5.00', null])
    expect(await listParked(database, workspace)).toMatchObject([
      { table: 'lead', column: '_was_2_value', form: 'lead', field: 'lead.value', revision: 2 },
    ])
    expect(
      await database.query(q(`select _was_2_value as was from ${workspace.schema}.lead order by id`)),
    ).toEqual([{ was: '5' }, { was: 'x' }])
  })

  test('calculates what leans on the values anew', async () => {
    const more: Field = {
      type: 'formula',
      key: 'more',
      label,
      resultType: 'number',
      expression: { add: [{ var: 'value' }, 1] },
    }
    const workspace = await install(appWith(text), ['1,000', 'none'])
    await publishNext(workspace, appWith(number, [more]))
    const rows = await database.query(q(`select more from ${workspace.schema}.lead order by id`))
    expect(rows).toEqual([{ more: '1001.00' }, { more: null }])
  })

  test('says before what converts and what does not, with examples', async () => {
    const workspace = await install(appWith(text), ['1,234.50', '12', 'n/a', null])
    const impact = await describeImpact(database, workspace, appWith(text), appWith(number))
    expect(impact.blocked).toBe(false)
    const effects = impact.changes.flatMap((change) => change.effects)
    expect(effects).toMatchObject([
      { code: 'values-converted', count: 2, params: { examples: '1,234.50 → 1234.50 · 12 → 12.00' } },
      { code: 'values-kept', count: 1, severity: 'warning', params: { examples: 'n/a' } },
    ])
    expect(effects.map(({ text: { zh } }) => zh).join()).toContain('n/a')
    expect(await valuesOf(workspace)).toEqual(['1,234.50', '12', 'n/a', null])
  })

  test('counts records in the recycle bin too: what does not convert there is told before, and restored with them', async () => {
    const workspace = await install(appWith(text), ['12', 'n/a'])
    await database.query(q(`update ${workspace.schema}.lead set deleted_at = $1`, [now]))
    const impact = await describeImpact(database, workspace, appWith(text), appWith(number))
    expect(impact.changes.flatMap((change) => change.effects)).toMatchObject([
      { code: 'values-converted', count: 1 },
      { code: 'values-kept', count: 1, params: { examples: 'n/a' } },
    ])
    await publishNext(workspace, appWith(number))
    await database.query(q(`update ${workspace.schema}.lead set deleted_at = null`))
    expect(await valuesOf(workspace)).toEqual(['12.00', null])
  })
})
