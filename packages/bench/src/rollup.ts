import { writeTransaction, updateRecord, createRecord } from '@pipewright/db'
import type { AppDefinition, Field, Form } from '@pipewright/schemas'
import { emptyDefinition } from '@pipewright/metadata'
import { now, openWorkspace } from './world/bench-workspace.ts'
import { median } from './median.ts'

// How much longer changing one of 100,000 records takes when its account keeps totals over all of them.

const children = 100_000
const pairs = 1500
const warming = 200
const person = { type: 'person' } as const
const label = (en: string) => ({ en, zh: en })
const total = (key: string, how: 'sum' | 'count' | 'max'): Field => ({
  type: 'rollup',
  key,
  label: label(key),
  form: 'counted',
  relation: 'account',
  function: how,
  resultType: 'number',
  scale: how === 'count' ? 0 : 2,
  ...(how === 'count' ? {} : { field: 'amount' }),
})
const child = (key: string): Form => ({
  key,
  label: label(key),
  labelPlural: label(key),
  titleField: 'name',
  fields: [
    { type: 'text', key: 'name', label: label('Name') },
    { type: 'money', key: 'amount', label: label('Amount'), currency: 'CNY', scale: 2 },
    { type: 'relation', key: 'account', label: label('Account'), form: 'account' },
  ],
  layout: {
    sections: [
      {
        key: 'main',
        label: label('Main'),
        columns: 1,
        items: [{ field: 'name' }, { field: 'amount' }, { field: 'account' }],
      },
    ],
  },
})
const account: Form = {
  ...child('account'),
  fields: [
    { type: 'text', key: 'name', label: label('Name') },
    total('sum', 'sum'),
    total('deals', 'count'),
    total('most', 'max'),
  ],
  layout: {
    sections: [
      {
        key: 'main',
        label: label('Main'),
        columns: 1,
        items: ['name', 'sum', 'deals', 'most'].map((field) => ({ field })),
      },
    ],
  },
}
const definition: AppDefinition = {
  ...emptyDefinition({ en: 'Bench', zh: 'Bench' }),
  forms: [account, child('counted'), child('plain')],
}

const { database, workspace, me, scene, close } = await openWorkspace(definition, 4)

const made = await writeTransaction(database, (tx) =>
  createRecord(tx, scene, 'account', { values: { name: 'Big' } }, person),
)
if (!made.ok) throw new Error('no account')
const big = made.record.id
const portion = 10_000
for (const form of ['counted', 'plain'])
  for (let first = 1; first <= children; first += portion)
    await database.query({
      text: `insert into ${workspace.schema}.${form} (id, name, amount, account, owner, version, created_at, updated_at, _grams)
      select gen_random_uuid(), 'Deal ' || n, n % 1000, $1, $2, 1, $3, $3, '{}' from generate_series(${first}, ${first + portion - 1}) as n`,
      values: [big, me, now],
    })
await database.query({
  text: `update ${workspace.schema}.account set sum = (select sum(amount) from ${workspace.schema}.counted), deals = ${children}, most = 999`,
  values: [],
})
for (const form of ['counted', 'plain'])
  await database.query({ text: `analyze ${workspace.schema}.${form}`, values: [] })

type Row = { readonly id: string; readonly version: number }

const rowsOf = (form: string): Promise<Row[]> =>
  database.query<Row>({
    text: `select id, version from ${workspace.schema}.${form} order by id limit ${pairs + warming}`,
    values: [],
  })

/** Milliseconds that the change of one record takes. */
async function change(form: string, { id, version }: Row, position: number): Promise<number> {
  const values = { amount: `${(position * 7) % 900}.5` }
  const began = performance.now()
  const outcome = await writeTransaction(database, (tx) =>
    updateRecord(tx, scene, form, id, { version, values }, person),
  )
  const took = performance.now() - began
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return took
}

// Pair by pair, the first of each changing places, so that a busy machine weighs on both alike.
const [plainRows, countedRows] = [await rowsOf('plain'), await rowsOf('counted')]
const bare: number[] = []
const kept: number[] = []
for (const [position, plain] of plainRows.entries()) {
  const counted = countedRows[position]
  if (counted === undefined) break
  const measured: [number[], () => Promise<number>][] = [
    [bare, () => change('plain', plain, position)],
    [kept, () => change('counted', counted, position)],
  ]
  for (const [into, work] of position % 2 === 0 ? measured : measured.toReversed()) {
    const took = await work()
    if (position >= warming) into.push(took)
  }
}
const [fresher] = await database.query<{ agrees: boolean }>({
  text: `select a.sum = (select sum(amount) from ${workspace.schema}.counted) and a.most = (select max(amount) from ${workspace.schema}.counted) as agrees from ${workspace.schema}.account a`,
  values: [],
})
process.stdout.write(
  `one of ${children} records changed: ${median(bare).toFixed(2)} ms bare, ${median(kept).toFixed(2)} ms with sum, count and largest of all kept (× ${(median(kept) / median(bare)).toFixed(2)}); ${fresher?.agrees === true ? 'totals agree' : 'TOTALS DIFFER'}\n`,
)
await close()
