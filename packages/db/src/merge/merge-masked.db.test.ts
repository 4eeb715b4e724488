import { aForm, anApp, aRelationField, aRight, aRole, aTextField } from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from '../records/create-records.ts'
import { getRecord } from '../records/get-record.ts'
import { testWorkspace, type TestWorkspace } from '../records/testing/template-workspace.ts'
import { writeTransaction } from '../records/write-transaction.ts'
import { mergeRecords } from './merge-records.ts'
import type { MergeChoices } from './merged-values.ts'

const definition = anApp({
  forms: [
    aForm({
      key: 'account',
      fields: [
        aTextField(),
        aTextField({ key: 'secret' }),
        aTextField({ key: 'shown' }),
        aTextField({ key: 'open' }),
        aRelationField({ key: 'parent', form: 'account' }),
      ],
    }),
  ],
  roles: [
    aRole({
      forms: [
        aRight({
          form: 'account',
          actions: ['create', 'read', 'update', 'delete'],
          scope: { type: 'all' },
          read: ['shown'],
          write: ['name', 'open'],
        }),
      ],
    }),
  ],
})
let space: TestWorkspace
beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
})
afterAll(() => space.close())

async function made(values: unknown): Promise<string> {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, space.scene('admin'), 'account', { values }, { type: 'person' }),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}
const merge = (survivor: string, other: string, choices: MergeChoices) =>
  writeTransaction(space.database, (tx) =>
    mergeRecords(tx, space.scene('rep'), {
      form: 'account',
      survivor: { id: survivor, version: 1 },
      others: [{ id: other, version: 1 }],
      choices,
    }),
  )

test('fields that whoever merges may not read or write stay as they are, and are answered like those that do not exist', async () => {
  const stays = await made({ name: 'Stays' })
  const goes = await made({ name: 'Goes', secret: 'S', shown: 'R', open: 'O' })
  const unknown = (key: string) => ({
    ok: false,
    problem: { code: 'invalid', errors: [{ pointer: `/choices/${key}`, code: 'unknown-field' }] },
  })
  expect(await merge(stays, goes, { secret: goes })).toEqual(unknown('secret'))
  expect(await merge(stays, goes, { nothing: goes })).toEqual(unknown('nothing'))
  const merged = await merge(stays, goes, {})
  expect(merged).toMatchObject({ ok: true, record: { values: { name: 'Stays', open: 'O' } } })
  expect(JSON.stringify(merged)).not.toContain('"S"')
  const found = await getRecord(space.database, space.scene('admin'), 'account', stays)
  expect(found).toMatchObject({ record: { values: { secret: null, shown: null, open: 'O' } } })
})

test('a parent that whoever merges may not change refuses the merge when the record would lie below itself', async () => {
  const upper = await made({ name: 'Upper' })
  const middle = await made({ name: 'Middle', parent: upper })
  const lower = await made({ name: 'Lower', parent: middle })
  expect(await merge(lower, upper, {})).toMatchObject({
    ok: false,
    problem: { code: 'merge-circle', params: { field: 'Account' } },
  })
  const found = await getRecord(space.database, space.scene('admin'), 'account', middle)
  expect(found).toMatchObject({ record: { values: { parent: upper } } })
})
