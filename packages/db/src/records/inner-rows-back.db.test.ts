import type { FieldValue } from '@pipewright/compiler'
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
import { readHistory } from '../ledger/history.ts'
import { createRecord } from './create-records.ts'
import { deleteRecord, restoreRecord } from './delete-record.ts'
import { getRecord } from './get-record.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const v = (name: string) => ({ var: name })
const summed = (key: string, lineItems: string, field: string) =>
  aRollupField({
    key,
    form: 'order',
    ...({ relation: undefined } as object),
    lineItems,
    function: 'sum',
    field,
  })
const definition = anApp({
  forms: [
    aForm({
      key: 'order',
      fields: [
        aTextField(),
        aLineItemsField({
          key: 'items',
          fields: [
            aTextField({ key: 'what' }),
            summed('pieces', 'items.parts', 'double'),
            aLineItemsField({
              key: 'parts',
              fields: [
                aTextField({ key: 'name' }),
                aNumberField({ key: 'pieces' }),
                aFormulaField({ key: 'double', expression: { mul: [v('pieces'), 2] } }),
              ],
            }),
          ],
        }),
        summed('all', 'items', 'pieces'),
      ],
    }),
  ],
})
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
})
afterAll(() => space.close())

type Row = Record<string, FieldValue> & { parts: Row[] }
const scene = () => space.scene('admin')

const read = async (id: string) => {
  const found = await getRecord(space.database, scene(), 'order', id)
  if (!found.ok) throw new Error(found.problem.code)
  return found.record
}
const itemsOf = async (id: string) => (await read(id)).values['items'] as unknown as Row[]

async function change(id: string, items: readonly unknown[]): Promise<void> {
  const { version } = await read(id)
  const outcome = await writeTransaction(space.database, (tx) =>
    updateRecord(tx, scene(), 'order', id, { version, values: { items } }, person),
  )
  expect(outcome).toMatchObject({ ok: true })
}

async function anOrder(): Promise<string> {
  const items = [
    {
      what: 'Desk',
      parts: [
        { name: 'leg', pieces: '4' },
        { name: 'top', pieces: '1' },
      ],
    },
    { what: 'Chair', parts: [{ name: 'seat', pieces: '1' }] },
    { what: 'Lamp', parts: [] },
  ]
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, scene(), 'order', { values: { name: 'O', items } }, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}

/** The values of rows before each change, the latest first, as the ledger tells them. */
async function ledgerOf(id: string): Promise<(readonly Row[])[]> {
  const history = await readHistory(space.database, scene(), 'order', id)
  if (!history.ok) throw new Error(history.problem.code)
  return history.events.flatMap(({ changes }) =>
    changes.flatMap(({ field, old }) => (field === 'items' && old !== null ? [old as unknown as Row[]] : [])),
  )
}

/** What people entered, by the rows' ids. */
const entered = (rows: readonly Row[]): unknown =>
  rows.map(({ id, what, parts }) => ({
    id,
    what,
    parts: parts.map((part) => ({ id: part['id'], name: part['name'], pieces: part['pieces'] })),
  }))

/** The same as one fills it in anew. */
const withoutIds = (rows: readonly Row[]): unknown[] =>
  rows.map(({ what, parts }) => ({
    what,
    parts: parts.map((part) => ({ name: part['name'], pieces: part['pieces'] })),
  }))

test('the ledger leads back to every earlier state of rows inside rows', async () => {
  const id = await anOrder()
  const states: unknown[] = []
  const next = async (make: (rows: Row[]) => unknown[]) => {
    const rows = await itemsOf(id)
    states.unshift(entered(rows))
    await change(id, make(rows))
  }
  const same = ({ id: row }: Row) => ({ id: row })
  await next(([desk, ...others]) => [
    { ...same(desk!), parts: [{ ...same(desk!.parts[0]!), pieces: '6' }, same(desk!.parts[1]!)] },
    ...others.map(same),
  ])
  await next((rows) => rows.toReversed().map(same))
  await next(([lamp, chair, desk]) => [
    { ...same(lamp!), parts: [{ name: 'bulb', pieces: '2' }] },
    same(chair!),
    { ...same(desk!), parts: desk!.parts.toReversed().map(same) },
  ])
  await next((rows) => rows.slice(0, 2).map(same))
  await next(() => [])
  expect((await ledgerOf(id)).map(entered)).toEqual(states)
})

test('a changed part, and an item that went with its parts, are put back from the ledger', async () => {
  const id = await anOrder()
  const first = await itemsOf(id)
  const [desk, chair, lamp] = first
  await change(id, [
    { id: desk!['id'], parts: desk!.parts.map((part) => ({ id: part['id'], pieces: '9', name: null })) },
    { id: chair!['id'] },
    { id: lamp!['id'] },
  ])
  expect((await read(id)).values['all']).toBe('38')
  const [before = []] = await ledgerOf(id)
  await change(id, entered(before) as unknown[])
  expect(await itemsOf(id)).toEqual(first)
  expect((await read(id)).values['all']).toBe('12')
  await change(id, [{ id: lamp!['id'] }])
  const [gone = []] = await ledgerOf(id)
  expect(entered(gone)).toEqual(entered(first))
  await change(id, withoutIds(gone))
  expect(withoutIds(await itemsOf(id))).toEqual(withoutIds(first))
  expect((await read(id)).values['all']).toBe('12')
})

test('a record comes back from the recycle bin with the rows inside its rows, each the one it was', async () => {
  const id = await anOrder()
  const { values, version } = await read(id)
  const binned = await writeTransaction(space.database, (tx) =>
    deleteRecord(tx, scene(), 'order', id, version, person),
  )
  expect(binned).toMatchObject({ ok: true })
  const back = await writeTransaction(space.database, (tx) =>
    restoreRecord(tx, scene(), 'order', id, version + 1, person),
  )
  expect(back).toMatchObject({ ok: true, record: { values } })
  expect((await read(id)).values).toEqual(values)
})
