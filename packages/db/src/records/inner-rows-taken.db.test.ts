import {
  aForm,
  aLineItemsField,
  anApp,
  aNumberField,
  aRelationField,
  aRight,
  aRole,
  aTextField,
} from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convertRecord } from './convert-record.ts'
import { createRecord } from './create-records.ts'
import { getRecord } from './get-record.ts'
import { previewConversion } from './preview-conversion.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const v = (name: string) => ({ var: name })
const items = aLineItemsField({
  fields: [
    aTextField({ key: 'what' }),
    aNumberField({ key: 'quantity', scale: 0 }),
    aLineItemsField({
      key: 'parts',
      fields: [
        aTextField({ key: 'name' }),
        aNumberField({ key: 'pieces', scale: 0 }),
        aNumberField({ key: 'day', scale: 0, default: v('$parent.quantity') }),
      ],
    }),
  ],
})
const pair = (key: string) => ({ from: key, to: key })
const definition = anApp({
  forms: [
    aForm({
      key: 'quote',
      fields: [aTextField(), items],
      conversions: [
        {
          key: 'to_order',
          label: { en: 'Make an order' },
          creates: [
            {
              key: 'order',
              form: 'order',
              values: { name: v('name') },
              lines: [
                {
                  field: 'items',
                  from: 'items',
                  values: { what: v('$row.what') },
                  lines: [
                    {
                      field: 'parts',
                      from: 'parts',
                      values: {
                        name: { concat: [v('$parent.what'), ' ', v('$row.name'), ' ', v('$record.name')] },
                        pieces: { mul: [v('$row.pieces'), v('$parent.quantity')] },
                      },
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    }),
    aForm({
      key: 'order',
      fields: [
        aTextField(),
        aRelationField({
          key: 'quote',
          form: 'quote',
          fill: [
            {
              from: 'items',
              to: 'items',
              columns: [
                pair('what'),
                pair('quantity'),
                { ...pair('parts'), columns: [pair('name'), pair('pieces')] },
              ],
            },
          ],
        }),
        items,
      ],
    }),
  ],
  roles: [
    aRole({
      forms: [
        aRight({ form: 'quote', actions: ['read'], read: ['name', 'items', 'items.what'], write: [] }),
        aRight({ form: 'order', write: ['name', 'items', 'items.what'] }),
      ],
    }),
  ],
})
let space: TestWorkspace
let quote: string

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
  quote = await made('quote', {
    name: 'Q',
    items: [
      {
        what: 'Station',
        quantity: '2',
        parts: [
          { name: 'a', pieces: '3', day: '9' },
          { name: 'b', pieces: '1' },
        ],
      },
      { what: 'Nothing', quantity: '5' },
      { what: 'Spare', quantity: '4', parts: [{ name: 'c' }] },
    ],
  })
})
afterAll(() => space.close())

async function made(form: string, values: unknown): Promise<string> {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, space.scene('admin'), form, { values }, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}

type Part = { readonly id: string }
type Row = Part & { readonly parts: readonly Part[] }
async function rowsOf(form: string, id: string): Promise<readonly Row[]> {
  const found = await getRecord(space.database, space.scene('admin'), form, id)
  if (!found.ok) throw new Error(found.problem.code)
  return found.record.values['items'] as unknown as readonly Row[]
}
const idsOf = (rows: readonly Row[]) => rows.flatMap(({ id, parts }) => [id, ...parts.map((part) => part.id)])

test('a picked record fills rows with the rows inside them; what it does not give has its default', async () => {
  const rows = await rowsOf('order', await made('order', { name: 'O', quote }))
  expect(rows).toMatchObject([
    {
      what: 'Station',
      parts: [
        { name: 'a', pieces: '3', day: '2' },
        { name: 'b', pieces: '1', day: '2' },
      ],
    },
    { what: 'Nothing', parts: [] },
    { what: 'Spare', parts: [{ name: 'c', pieces: null, day: '4' }] },
  ])
  const source = idsOf(await rowsOf('quote', quote))
  expect(idsOf(rows).filter((id) => source.includes(id))).toEqual([])
  const own = await rowsOf('order', await made('order', { name: 'O', quote, items: [{ what: 'mine' }] }))
  expect(own).toMatchObject([{ what: 'mine', parts: [] }])
})

test('a conversion makes the rows inside rows of those of its source, which sees the row around', async () => {
  const converted = await writeTransaction(space.database, (tx) =>
    convertRecord(tx, space.scene('admin'), 'quote', quote, 'to_order', { version: 1 }),
  )
  if (!converted.ok) throw new Error(JSON.stringify(converted.problem))
  expect(await rowsOf('order', converted.created['order']?.[0] ?? '')).toMatchObject([
    {
      what: 'Station',
      parts: [
        { name: 'Station a Q', pieces: '6' },
        { name: 'Station b Q', pieces: '2' },
      ],
    },
    { what: 'Nothing', parts: [] },
    { what: 'Spare', parts: [{ name: 'Spare c Q', pieces: null }] },
  ])
})

test('what a conversion would make tells of rows inside rows only what the reader may know', async () => {
  const shown = async (member: 'admin' | 'rep') => {
    const preview = await space.database.transaction((tx) =>
      previewConversion(tx, space.scene(member), 'quote', quote, 'to_order'),
    )
    if (!preview.ok) throw new Error(preview.problem.code)
    return preview.preview.steps[0]?.records[0]?.['items']
  }
  expect(await shown('admin')).toMatchObject([{ parts: [{ name: 'Station a Q' }, {}] }, {}, {}])
  expect(await shown('rep')).toEqual([{ what: 'Station' }, { what: 'Nothing' }, { what: 'Spare' }])
})
