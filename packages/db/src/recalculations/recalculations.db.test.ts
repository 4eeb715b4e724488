import {
  aForm,
  aFormulaField,
  aLookupField,
  aMoneyField,
  aNumberField,
  aRelationField,
  aRollupField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHistory } from '../ledger/history.ts'
import { createRecord } from '../records/create-records.ts'
import { getRecord } from '../records/get-record.ts'
import type { Scene } from '../records/scene.ts'
import { testWorkspace, type TestWorkspace } from '../records/testing/template-workspace.ts'
import { updateRecord } from '../records/update-record.ts'
import { writeTransaction } from '../records/write-transaction.ts'
import { openRecalculations } from './recalculations.ts'
import { settleRecalculations } from './settle-recalculations.ts'

const person = { type: 'person' } as const
const definition = anApp({
  forms: [
    aForm({ key: 'account', fields: [aTextField(), aNumberField({ key: 'factor' })] }),
    aForm({
      key: 'deal',
      fields: [
        aTextField(),
        aRelationField({ key: 'account', form: 'account' }),
        aRelationField({ key: 'region', form: 'region' }),
        aMoneyField(),
        aLookupField({ key: 'factor', path: 'account.factor', resultType: 'number' }),
        aFormulaField({ key: 'score', expression: { mul: [{ var: 'amount' }, { var: 'factor' }] } }),
      ],
    }),
    aForm({
      key: 'region',
      fields: [
        aTextField(),
        aRollupField({
          key: 'score',
          form: 'deal',
          relation: 'region',
          function: 'sum',
          field: 'score',
          scale: 2,
        }),
      ],
    }),
  ],
})
const deals = 450
let space: TestWorkspace
let account = ''
let region = ''
const ids: string[] = []

const scene = (): Scene => ({ ...space.scene('admin'), mostFollowing: 100 })
async function made(form: string, values: unknown): Promise<string> {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, scene(), form, { values }, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}
const read = async (form: string, id: string) => {
  const found = await getRecord(space.database, scene(), form, id)
  if (!found.ok) throw new Error(found.problem.code)
  return found.record
}
async function change(form: string, id: string, values: unknown) {
  const { version } = await read(form, id)
  const outcome = await writeTransaction(space.database, (tx) =>
    updateRecord(tx, scene(), form, id, { version, values }, person),
  )
  expect(outcome).toMatchObject({ ok: true })
}
const left = () => openRecalculations(space.database, space.workspace)
const settle = (isStopping = () => false) =>
  settleRecalculations(space.database, space.workspace, { sceneOf: async () => scene(), isStopping })

async function agrees(factor: string) {
  const { schema } = space.workspace
  const [row] = await space.database.query<{ wrong: number; total: string }>({
    text: `select count(*) filter (where d.factor <> $1::numeric or d.score <> d.amount * $1::numeric)::int as wrong, sum(d.score)::text as total from ${schema}.deal d`,
    values: [factor],
  })
  expect(row?.wrong).toBe(0)
  expect(Number((await read('region', region)).values['score'])).toBe(Number(row?.total))
}

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
  account = await made('account', { name: 'A', factor: '2' })
  region = await made('region', { name: 'R' })
  for (let n = 0; n < deals; n += 1)
    ids.push(await made('deal', { name: `D${n}`, account, region, amount: String(n) }))
}, 120_000)
afterAll(() => space.close())

test('a change that very many records follow is there at once, and they follow a few at a time, wherever it was stopped', async () => {
  await change('account', account, { factor: '3' })
  expect((await read('account', account)).values['factor']).toBe('3.00')
  expect((await read('deal', ids[1] ?? '')).values['factor']).toBe('2.00')
  expect(await left()).toMatchObject([{ form: 'deal', left: deals, failed: 0 }])
  let asked = 0
  await settle(() => (asked += 1) > 1)
  expect(await left()).toMatchObject([{ form: 'deal', left: deals - 200 }])
  // Changed by hand while it waits, and changed again by the other record.
  await change('deal', ids[400] ?? '', { amount: '7' })
  await change('account', account, { factor: '5' })
  expect(await left()).toMatchObject([{ form: 'deal', left: deals }])
  await settle()
  expect(await left()).toEqual([])
  await agrees('5')
  const history = await readHistory(space.database, scene(), 'deal', ids[1] ?? '')
  if (!history.ok) throw new Error(history.problem.code)
  expect(history.events.map(({ kind }) => kind)).toContain('recalculate')
})

test('few enough follow in the transaction of the change', async () => {
  const other = await made('account', { name: 'B', factor: '1' })
  const deal = await made('deal', { name: 'X', account: other, amount: '1' })
  await change('account', other, { factor: '4' })
  expect((await read('deal', deal)).values).toMatchObject({ factor: '4.00', score: '4.00' })
  expect(await left()).toEqual([])
})

test('a record that is noted again while it is calculated stays for another time', async () => {
  await change('account', account, { factor: '6' })
  const both = [settle(), change('account', account, { factor: '7' }), settle()]
  await Promise.all(both)
  await settle()
  expect(await left()).toEqual([])
  const { schema } = space.workspace
  const rows = await space.database.query({
    text: `select 1 from ${schema}.deal where account = $1 and factor <> 7`,
    values: [account],
  })
  expect(rows).toEqual([])
})

test('a value that does not fit keeps its record alone, and is told', async () => {
  await change('deal', ids[3] ?? '', { amount: '999999999999999' })
  await change('account', account, { factor: '100000' })
  await settle()
  expect(await left()).toMatchObject([{ form: 'deal', left: 0, failed: 1 }])
  expect((await read('deal', ids[4] ?? '')).values['factor']).toBe('100000.00')
})
