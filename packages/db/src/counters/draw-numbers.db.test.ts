import { aChoiceField, aForm, aRight, aRole, aTextField, anApp } from '@pipewright/metadata/builders'
import type { AutoNumberField } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { createRecord, createRecords } from '../records/create-records.ts'
import { testWorkspace, type TestWorkspace } from '../records/testing/template-workspace.ts'
import { writeTransaction } from '../records/write-transaction.ts'

const number: AutoNumberField = {
  type: 'autoNumber',
  key: 'number',
  label: { en: 'Number' },
  period: 'field',
  periodField: 'region',
  parts: [
    { type: 'field', field: 'region' },
    { type: 'text', text: '-' },
    { type: 'date', format: 'YYMM' },
    { type: 'counter', digits: 3 },
  ],
}

const regions = ['east', 'west'].map((key) => ({ key, label: { en: key } }))
const fields = ['name', 'region']
const definition = anApp({
  forms: [
    aForm({
      key: 'deal',
      fields: [aTextField(), aChoiceField({ key: 'region', options: regions }), number],
    }),
  ],
  roles: [
    aRole({
      key: 'sales_rep',
      forms: [aRight({ form: 'deal', actions: ['create', 'read'], write: fields, read: ['number'] })],
    }),
  ],
})

const make = (space: TestWorkspace, values: unknown) =>
  writeTransaction(space.database, (tx) =>
    createRecord(tx, space.scene('admin'), 'deal', { values }, { type: 'person' }),
  )

test('CO-01: numbers run by themselves for each value of a field, without gaps, one by one and many at once', async () => {
  const space = await testWorkspace(await freshDatabase(), definition)
  try {
    const regionsAtOnce = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 'east' : 'west'))
    await Promise.all(regionsAtOnce.map((region) => make(space, { name: 'Deal', region })))
    const together = ['west', 'east', 'west'].map((region) => ({ values: { name: 'Deal', region } }))
    await writeTransaction(space.database, (tx) =>
      createRecords(tx, space.scene('admin'), 'deal', together, { type: 'import' }),
    )
    const rows = await space.database.query<{ number: string }>({
      text: `select number from ws_test.deal order by number`,
      values: [],
    })
    const expected = (region: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${region}-2611${String(at + 1).padStart(3, '0')}`)
    expect(rows.map((row) => row.number)).toEqual([...expected('east', 11), ...expected('west', 12)])
  } finally {
    await space.close()
  }
})
