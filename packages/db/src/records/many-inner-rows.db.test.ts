import {
  aForm,
  aFormulaField,
  aLineItemsField,
  anApp,
  aNumberField,
  aRollupField,
  aTextField,
} from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from './create-records.ts'
import { getRecord } from './get-record.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const v = (name: string) => ({ var: name })
const definition = anApp({
  forms: [
    aForm({
      key: 'order',
      rules: [
        {
          key: 'named',
          label: { en: 'Many pieces have a name' },
          rows: 'items.parts',
          when: { gt: [v('pieces'), v('$parent.most')] },
          effects: [{ type: 'require', fields: ['items.parts.name'] }],
        },
      ],
      fields: [
        aTextField(),
        aLineItemsField({
          fields: [
            aNumberField({ key: 'most', scale: 0 }),
            aLineItemsField({
              key: 'parts',
              label: { en: 'Parts' },
              fields: [
                aTextField({ key: 'name' }),
                aNumberField({ key: 'pieces', scale: 0 }),
                aFormulaField({ key: 'twice', expression: { mul: [v('pieces'), '2'] }, scale: 0 }),
              ],
            }),
            aFormulaField({ key: 'sum', expression: { sum: [v('parts.twice')] }, scale: 0 }),
          ],
        }),
        aRollupField({
          key: 'total',
          form: 'order',
          ...({ relation: undefined } as object),
          lineItems: 'items.parts',
          function: 'sum',
          field: 'twice',
          scale: 0,
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

const rows = (count: number, inside: number) =>
  Array.from({ length: count }, () => ({
    most: '3',
    parts: Array.from({ length: inside }, (_, at) => ({ name: `Part ${at}`, pieces: String(at) })),
  }))
const create = (items: unknown) =>
  writeTransaction(space.database, (tx) =>
    createRecord(tx, space.scene('admin'), 'order', { values: { name: 'O', items } }, person),
  )

/** How long it takes, in milliseconds, at best of two. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < 2; turn += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return Math.min(...times)
}

async function made(count: number, inside: number) {
  const outcome = await create(rows(count, inside))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  const { id } = outcome.record
  const found = await getRecord(space.database, space.scene('admin'), 'order', id)
  if (!found.ok) throw new Error(found.problem.code)
  return found.record
}

type Row = { readonly id: string; readonly parts: readonly { readonly id: string }[] }

/** Changes one cell of one row inside a row, everything else sent as it is. */
async function changeOne(id: string, pieces: string) {
  const found = await getRecord(space.database, space.scene('admin'), 'order', id)
  if (!found.ok) throw new Error(found.problem.code)
  const items = (found.record.values['items'] as unknown as readonly Row[]).map((row, at) => ({
    id: row.id,
    parts: row.parts.map((part, place) => ({ id: part.id, ...(at + place === 0 && { pieces }) })),
  }))
  const saved = await writeTransaction(space.database, (tx) =>
    updateRecord(
      tx,
      space.scene('admin'),
      'order',
      id,
      { version: found.record.version, values: { items } },
      person,
    ),
  )
  if (!saved.ok) throw new Error(JSON.stringify(saved.problem))
}

test('ten times as many rows inside rows take about ten times as long to save and to change, not a hundred', async () => {
  await made(2, 5)
  const few = await timed(() => made(10, 50))
  const many = await timed(() => made(100, 50))
  const small = await made(10, 50)
  const large = await made(100, 50)
  expect(large.values['total']).toBe(String(100 * 50 * 49))
  const changeFew = await timed(() => changeOne(small.id, '7'))
  const changeMany = await timed(() => changeOne(large.id, '7'))
  expect(many / few).toBeLessThan(30)
  expect(changeMany / changeFew).toBeLessThan(30)
}, 120_000)

test('more rows inside rows than can be kept are refused by what is too much, and quickly', async () => {
  const outcome = await create(rows(201, 50))
  expect(outcome.ok ? [] : outcome.problem.errors).toEqual([
    {
      pointer: '/values/items',
      code: 'too-many-inside',
      params: { count: 10_050, max: 10_000, field: 'Parts' },
    },
  ])
  const crowded = await create(rows(1, 501))
  expect(crowded.ok ? [] : crowded.problem.errors).toMatchObject([
    { pointer: '/values/items/0/parts', code: 'too-many', params: { max: 500 } },
  ])
})
