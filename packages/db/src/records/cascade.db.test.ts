import {
  aForm,
  aFormulaField,
  aMoneyField,
  aRelationField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import type { RollupField } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from './create-records.ts'
import { getRecord } from './get-record.ts'
import { queryRecords } from './query-records.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const volume: RollupField = {
  type: 'rollup',
  key: 'volume',
  label: { en: 'Volume' },
  form: 'deal',
  relation: 'account',
  function: 'sum',
  resultType: 'money',
  field: 'amount',
  scale: 2,
}
const definition = anApp({
  forms: [
    aForm({ key: 'account', fields: [aTextField(), volume], titleField: 'name' }),
    aForm({
      key: 'deal',
      fields: [
        aTextField(),
        aMoneyField({ key: 'amount', scale: 2 }),
        aRelationField({ key: 'account', form: 'account' }),
        aFormulaField({ key: 'customer', expression: { var: 'account.name' }, resultType: 'text' }),
      ],
      searchFields: ['name', 'customer'],
    }),
  ],
})
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
})
afterAll(() => space.close())

const create = (form: string, values: unknown) =>
  writeTransaction(space.database, (tx) => createRecord(tx, space.scene('admin'), form, { values }, person))

const update = (form: string, id: string, values: unknown) =>
  writeTransaction(space.database, (tx) =>
    updateRecord(tx, space.scene('admin'), form, id, { version: 1, values }, person),
  )

async function made(form: string, values: unknown): Promise<string> {
  const outcome = await create(form, values)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}

test('a record is found by what another one lends it, as soon as that changes', async () => {
  const account = await made('account', { name: 'Old Lantern' })
  const deal = await made('deal', { name: 'Deal', account })
  const find = async (search: string) => {
    const page = await queryRecords(space.database, space.scene('admin'), 'deal', { search })
    return page.ok ? page.rows.map(({ id }) => id) : page
  }
  expect(await find('lantern')).toEqual([deal])
  expect((await update('account', account, { name: 'New Harbour' })).ok).toBe(true)
  expect([await find('harbour'), await find('lantern')]).toEqual([[deal], []])
})

test('a total that its column cannot hold refuses the change that causes it, by name, and nothing is written', async () => {
  const account = await made('account', { name: 'Rich' })
  const most = '999999999999999999.00'
  await made('deal', { name: 'One', amount: most, account })
  const refusal = {
    code: 'invalid',
    errors: [{ pointer: '', code: 'total-too-big', params: { fields: 'Volume' } }],
  }
  expect(await create('deal', { name: 'Two', amount: most, account })).toMatchObject({
    ok: false,
    problem: refusal,
  })
  const other = await made('deal', { name: 'Three', amount: '1.00' })
  expect(await update('deal', other, { account, amount: most })).toMatchObject({
    ok: false,
    problem: refusal,
  })
  const page = await queryRecords(space.database, space.scene('admin'), 'deal', {
    filter: { eq: [{ var: 'account' }, account] },
  })
  expect(page).toMatchObject({ ok: true, rows: [{ title: 'One' }] })
  expect(await getRecord(space.database, space.scene('admin'), 'account', account)).toMatchObject({
    record: { values: { volume: most } },
  })
})

test('a total that may not be seen is refused without a name', async () => {
  const account = await made('account', { name: 'Hidden' })
  const most = '999999999999999999.00'
  await made('deal', { name: 'One', amount: most, account })
  const scene = space.scene('admin')
  const { account: hidden, ...forms } = scene.rights.forms
  const { volume: _volume, ...fields } = hidden?.fields ?? {}
  const blind = hidden === undefined ? forms : { ...forms, account: { ...hidden, fields } }
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(
      tx,
      { ...scene, rights: { ...scene.rights, forms: blind } },
      'deal',
      { values: { name: 'Two', amount: most, account } },
      person,
    ),
  )
  expect(outcome).toMatchObject({ ok: false, problem: { errors: [{ pointer: '', code: 'too-big' }] } })
  expect(JSON.stringify(outcome)).not.toContain('Volume')
})
