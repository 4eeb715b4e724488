import {
  aForm,
  aMoneyField,
  aRelationField,
  aRollupField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rehearsed } from '../imports/missing-records.ts'
import { changeMany } from './change-many.ts'
import { createRecord } from './create-records.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const most = '999999999999999999.00'
const sum = (key: string, en: string, form: string, relation: string, field: string) =>
  aRollupField({ key, label: { en }, form, relation, function: 'sum', field, scale: 2 })
const definition = anApp({
  forms: [
    aForm({
      key: 'account',
      fields: [aTextField(), sum('volume', 'Volume', 'deal', 'account', 'amount')],
    }),
    aForm({
      key: 'deal',
      fields: [aTextField(), aTextField({ key: 'code', unique: true }), aMoneyField(), aRelationField()],
    }),
    // A total of totals.
    aForm({ key: 'holding', fields: [aTextField(), sum('whole', 'Whole', 'branch', 'holding', 'sales')] }),
    aForm({
      key: 'branch',
      fields: [
        aTextField(),
        aRelationField({ key: 'holding', form: 'holding' }),
        sum('sales', 'Sales', 'sale', 'branch', 'amount'),
      ],
    }),
    aForm({
      key: 'sale',
      fields: [aTextField(), aMoneyField(), aRelationField({ key: 'branch', form: 'branch' })],
    }),
  ],
})
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
})
afterAll(() => space.close())

async function made(form: string, values: object): Promise<string> {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, space.scene('admin'), form, { values: { name: 'X', ...values } }, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}

/** Changes records as the check of an import does; answers what is said, and what lies stored before it is undone. */
const rehearse = (form: string, changes: Readonly<Record<string, object>>, read: string) =>
  rehearsed(space.database, async (tx) => {
    const scene = space.scene('admin')
    const given = Object.entries(changes).map(([id, values]) => ({ id, values: { ...values } }))
    const said = await changeMany(tx, { ...scene, isRehearsal: true }, form, given, person)
    if (!said.ok) return { said, stored: [] }
    const text = read.replaceAll('@', `${scene.workspace.schema}.`)
    return { said, stored: await tx.query({ text, values: [] }) }
  })

const refusal = (code: string, fields: string) => ({
  said: { ok: false, problem: { errors: [{ code, ...(fields !== '' && { params: { fields } }) }] } },
})

test('what the record itself and its totals say of a change is known without storing it', async () => {
  const account = await made('account', {})
  const deals = [
    await made('deal', { code: 'a', amount: '1.00', account }),
    await made('deal', { code: 'b', amount: '2.00', account }),
  ]
  const [one = '', two = ''] = deals
  const read = `select d.amount, a.volume from @deal d join @account a on a.id = d.account where a.id = '${account}' order by d.code`
  const { said, stored } = await rehearse('deal', { [one]: { amount: '10.00' }, [two]: {} }, read)
  expect(said).toMatchObject({
    ok: true,
    outcomes: [
      { ok: true, record: { changed: ['amount'], values: { amount: '10.00' } } },
      { ok: true, record: { changed: [] } },
    ],
  })
  expect(stored).toEqual([
    { amount: '1.00', volume: '3.00' },
    { amount: '2.00', volume: '3.00' },
  ])

  const rich = { [one]: { amount: most }, [two]: { amount: most } }
  expect(await rehearse('deal', rich, read)).toMatchObject(refusal('total-too-big', 'Volume'))
})

test('what the database alone knows is asked by storing the change', async () => {
  await made('deal', { code: 'there' })
  const other = await made('deal', { code: 'other' })
  expect(await rehearse('deal', { [other]: { code: 'THERE' } }, '')).toMatchObject(refusal('not-unique', ''))
})

test('totals of totals are followed to the last, and the ledger gets no line', async () => {
  const holding = await made('holding', {})
  const branches = [await made('branch', { holding }), await made('branch', { holding })]
  const sales: string[] = []
  for (const branch of branches) sales.push(await made('sale', { amount: '1.00', branch }))
  const [one = '', two = ''] = sales
  const read = `select whole, (select count(*)::int from @_record_event where kind = 'recalculate' and record = h.id) as lines from @holding h`
  expect(await rehearse('sale', { [one]: {} }, read)).toMatchObject({ stored: [{ whole: '2.00', lines: 2 }] })
  expect(await rehearse('sale', { [one]: { amount: '5.00' } }, read)).toMatchObject({
    stored: [{ whole: '6.00', lines: 2 }],
  })
  const rich = { [one]: { amount: most }, [two]: { amount: most } }
  expect(await rehearse('sale', rich, read)).toMatchObject(refusal('total-too-big', 'Whole'))
})
