import { aForm, aLineItemsField, aNumberField, aTextField, anApp } from '@pipewright/metadata/builders'
import type { RowUniqueness } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { compileApp } from '../../app/compile-app.ts'
import { checkRepeatedRows } from './check-repeated-rows.ts'

type Row = Readonly<Record<string, unknown>>

const columns = [
  aTextField({ key: 'product', label: { en: 'Product' } }),
  aTextField({ key: 'lot', label: { en: 'Lot' } }),
  aNumberField({ key: 'size', scale: 2 }),
]

function repeated(
  unique: Partial<RowUniqueness>,
  rows: readonly Row[],
  { old = null, unseen = [] }: { old?: readonly Row[] | null; unseen?: readonly string[] } = {},
) {
  const uniqueness = [{ key: 'u', fields: ['product'], ...unique }]
  const items = aLineItemsField({ key: 'items', fields: columns, uniqueness })
  const app = compileApp(anApp({ forms: [aForm({ key: 'order', fields: [aTextField(), items] })] }), 1)
  const form = app.form('order')
  if (form === undefined) throw new Error('no form')
  const sees = (path: string) => !unseen.includes(path)
  const was = old === null ? null : { items: old }
  return checkRepeatedRows({ form, locale: 'en', sees }, { items: rows }, was).map(
    ({ pointer, code, params }) => `${pointer} ${code} ${params?.['text'] ?? params?.['row']}`,
  )
}

const pen = { product: 'Pen' }

test.each([
  ['the same text', {}, [pen, { product: 'Ink' }, pen], ['/values/items/2/product row-repeats 1']],
  ['another spelling', {}, [pen, { product: ' ｐEN ' }], ['/values/items/1/product row-repeats 1']],
  ['another case where it counts', { ignoreCase: false }, [pen, { product: 'pen' }], []],
  ['another width where it counts', { ignoreWidth: false }, [pen, { product: 'Ｐen' }], []],
  ['empty ones', {}, [{ product: null }, { product: '' }, {}], []],
  [
    'numbers that are written differently',
    { fields: ['size'] },
    [{ size: '1.50' }, { size: '1.5' }, { size: '15' }],
    ['/values/items/1/size row-repeats 1'],
  ],
  [
    'a combination, at each of its columns',
    { fields: ['product', 'lot'] },
    [
      { ...pen, lot: 'a' },
      { ...pen, lot: 'b' },
      { ...pen, lot: 'A' },
    ],
    ['/values/items/2/product row-repeats-together 1', '/values/items/2/lot row-repeats-together 1'],
  ],
  ['a combination of which one is empty', { fields: ['product', 'lot'] }, [pen, pen], []],
  [
    "the builder's own words",
    { message: { en: 'Each product once.' } },
    [pen, pen],
    ['/values/items/1/product refused Each product once.'],
  ],
] satisfies [string, Partial<RowUniqueness>, Row[], string[]][])(
  'among rows: %s',
  (_name, unique, rows, found) => {
    expect(repeated(unique, rows)).toEqual(found)
  },
)

test('what was stored before stays, and the row that changed is told', () => {
  const old = [
    { id: 'a', product: 'Pen' },
    { id: 'b', product: 'pen' },
    { id: 'c', product: 'Ink' },
  ]
  expect(repeated({}, old, { old })).toEqual([])
  const [first, second, third] = old
  expect(repeated({}, [first!, second!, { ...third, product: 'PEN' }], { old })).toEqual([
    '/values/items/2/product row-repeats 1',
  ])
  // The row that was there keeps its value, wherever it stands now.
  expect(repeated({}, [{ product: 'ink' }, third!], { old })).toEqual([
    '/values/items/0/product row-repeats 2',
  ])
})

test('two rows can swap their values', () => {
  const old = [
    { id: 'a', product: 'Pen' },
    { id: 'b', product: 'Ink' },
  ]
  const swapped = [
    { id: 'a', product: 'Ink' },
    { id: 'b', product: 'Pen' },
  ]
  expect(repeated({}, swapped, { old })).toEqual([])
})

test('a column that its writer does not see is not named', () => {
  const rows = [
    { ...pen, lot: 'a' },
    { ...pen, lot: 'a' },
  ]
  expect(repeated({ fields: ['product', 'lot'] }, rows, { unseen: ['items.lot'] })).toEqual([
    '/values/items/1 row-repeats 1',
  ])
})

test('rows inside one row are compared with one another alone', () => {
  const uniqueness = [{ key: 'u', fields: ['product'] }]
  const parts = aLineItemsField({ key: 'parts', fields: columns, uniqueness })
  const items = aLineItemsField({ key: 'items', fields: [aTextField(), parts] })
  const app = compileApp(anApp({ forms: [aForm({ key: 'order', fields: [aTextField(), items] })] }), 1)
  const form = app.form('order')
  if (form === undefined) throw new Error('no form')
  const values = { items: [{ parts: [pen] }, { parts: [pen, { product: 'PEN' }] }] }
  const found = checkRepeatedRows({ form, locale: 'en', sees: () => true }, values, null)
  expect(found.map(({ pointer }) => pointer)).toEqual(['/values/items/1/parts/1/product'])
})
