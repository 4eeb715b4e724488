import {
  aForm,
  aLineItemsField,
  aLookupField,
  anAnyRelationField,
  anApp,
  aRelationField,
  aRelationsField,
  aRight,
  aRole,
  aTextField,
} from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from '../records/create-records.ts'
import { deleteRecord, restoreRecord } from '../records/delete-record.ts'
import { getRecord } from '../records/get-record.ts'
import { now, testWorkspace, type TestWorkspace } from '../records/testing/template-workspace.ts'
import { updateRecord } from '../records/update-record.ts'
import { writeTransaction } from '../records/write-transaction.ts'

const person = { type: 'person' } as const
const lets = { form: 'account', onDelete: 'clear' } as const
const definition = anApp({
  forms: [
    aForm({
      key: 'account',
      fields: [aTextField(), aRelationField({ key: 'parent', ...lets }), aTextField({ key: 'code' })],
    }),
    aForm({
      key: 'deal',
      fields: [
        aTextField(),
        aRelationField({ key: 'account', ...lets }),
        aLookupField({ key: 'code', path: 'account.code', resultType: 'text' }),
        aRelationField({ key: 'only', ...lets, unique: true }),
        aRelationsField({ key: 'partners', ...lets }),
        anAnyRelationField({
          key: 'about',
          targets: [{ form: 'account' }, { form: 'deal' }],
          onDelete: 'clear',
        }),
        aLineItemsField({ key: 'items', fields: [aTextField(), aRelationField({ key: 'buyer', ...lets })] }),
      ],
    }),
  ],
  roles: [aRole({ forms: [aRight({ form: 'account', write: ['name', 'parent'] })] })],
})
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
})
afterAll(() => space.close())

const at = (minutes: number, who: 'admin' | 'rep' = 'admin') => ({
  ...space.scene(who),
  now: new Date(Date.parse(now) + minutes * 60_000).toISOString(),
})

async function made(form: string, values: unknown): Promise<string> {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, at(0), form, { values }, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}

const read = async (form: string, id: string) => {
  const found = await getRecord(space.database, at(0), form, id)
  if (!found.ok) throw new Error(found.problem.code)
  return found.record
}

async function set(id: string, minutes: number, values: unknown) {
  const { version } = await read('deal', id)
  const outcome = await writeTransaction(space.database, (tx) =>
    updateRecord(tx, at(minutes), 'deal', id, { version, values }, person),
  )
  expect(outcome.ok).toBe(true)
}

async function remove(form: string, id: string, minutes: number) {
  const { version } = await read(form, id)
  const outcome = await writeTransaction(space.database, (tx) =>
    deleteRecord(tx, at(minutes), form, id, version, person),
  )
  expect(outcome.ok).toBe(true)
}

async function restore(form: string, id: string, minutes: number, who: 'admin' | 'rep' = 'admin') {
  const { version } = await read(form, id)
  const outcome = await writeTransaction(space.database, (tx) =>
    restoreRecord(tx, at(minutes, who), form, id, version, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome
}

test('relations of every kind that let go of a record lead to it again when it is taken back', async () => {
  const [one, two, three] = [
    await made('account', { name: 'One', code: 'A-1' }),
    await made('account', { name: 'Two' }),
    await made('account', { name: 'Three' }),
  ]
  const about = { form: 'account', id: one }
  const items = [{ name: 'a', buyer: one }, { name: 'b' }, { name: 'c', buyer: one }]
  const deal = await made('deal', { name: 'D', account: one, partners: [two, one, three], about, items })
  const before = await read('deal', deal)
  await remove('account', one, 1)
  expect((await read('deal', deal)).values).toMatchObject({
    account: null,
    code: null,
    partners: [two, three],
    about: null,
    items: [{ buyer: null }, { buyer: null }, { buyer: null }],
  })
  expect(await restore('account', one, 2)).toMatchObject({ relations: 5, warnings: [] })
  const after = await read('deal', deal)
  expect(after.values).toEqual(before.values)
  expect(after.values['code']).toBe('A-1')
})

test('a relation that was given another value, or emptied again, stays so, and is named', async () => {
  const [one, two] = [await made('account', { name: 'One' }), await made('account', { name: 'Two' })]
  const given = await made('deal', { name: 'given', account: one })
  const emptied = await made('deal', { name: 'emptied', account: one })
  const back = await made('deal', { name: 'back', account: one })
  await remove('account', one, 1)
  await set(given, 2, { account: two })
  await set(emptied, 2, { account: two })
  await set(emptied, 3, { account: null })
  const { relations, warnings } = await restore('account', one, 4)
  expect(relations).toBe(1)
  expect(
    new Set(warnings.map(({ code, params }) => `${code} ${params?.['record']} ${params?.['field']}`)),
  ).toEqual(new Set(['relation-not-back emptied Account', 'relation-not-back given Account']))
  expect((await read('deal', given)).values['account']).toBe(two)
  expect((await read('deal', emptied)).values['account']).toBeNull()
  expect((await read('deal', back)).values['account']).toBe(one)
})

test('what lies in the recycle bin meanwhile holds on again too, and goes on saying who put it there', async () => {
  const one = await made('account', { name: 'One' })
  const deal = await made('deal', { name: 'D', account: one })
  await remove('deal', deal, 1)
  const gone = await read('deal', deal)
  await remove('account', one, 2)
  expect((await read('deal', deal)).updated_at).toBe(gone.updated_at)
  expect((await restore('account', one, 3)).relations).toBe(1)
  expect((await restore('deal', deal, 4)).record.values['account']).toBe(one)
})

test('what leads into the recycle bin itself is said of the record that is taken back', async () => {
  const parent = await made('account', { name: 'Parent' })
  const child = await made('account', { name: 'Child', parent })
  await remove('account', child, 1)
  const { schema } = space.workspace
  await remove('account', parent, 2)
  await space.database.query({
    text: `update ${schema}.account set parent = $1 where id = $2`,
    values: [parent, child],
  })
  const { warnings } = await restore('account', child, 3)
  expect(warnings).toEqual([{ pointer: '', code: 'relation-in-bin', params: { field: 'Parent' } }])
})

test('names of records that one may not read are not told', async () => {
  const [one, two] = [await made('account', { name: 'One' }), await made('account', { name: 'Two' })]
  const deal = await made('deal', { name: 'secret', account: one })
  await remove('account', one, 1)
  await set(deal, 2, { account: two })
  expect((await restore('account', one, 3, 'rep')).warnings).toEqual([])
})

test('where another record has the one place by now, the rest leads to it again', async () => {
  const one = await made('account', { name: 'One' })
  const deal = await made('deal', { name: 'D', only: one })
  await remove('account', one, 1)
  const other = await made('deal', { name: 'E' })
  const { schema } = space.workspace
  // Somebody else has the one place by now, past the writing that would have been refused.
  await space.database.query({
    text: `update ${schema}._let_go set record = $1 where record = $2`,
    values: [other, deal],
  })
  const third = await made('deal', { name: 'F' })
  await space.database.query({
    text: `insert into ${schema}._let_go (gone, form, record, field, at) values ($1, 'deal', $2, 'only', $3)`,
    values: [one, third, at(1).now],
  })
  const { relations, warnings } = await restore('account', one, 3)
  expect(relations).toBe(1)
  expect(warnings).toMatchObject([{ code: 'relation-not-back-twice' }])
  expect(
    await space.database.query({ text: `select * from ${schema}._let_go where gone = $1`, values: [one] }),
  ).toEqual([])
  expect(
    await space.database.query({ text: `select * from ${schema}._gone where record = $1`, values: [one] }),
  ).toEqual([])
})
