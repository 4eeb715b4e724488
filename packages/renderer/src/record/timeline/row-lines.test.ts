import { aFormulaField, aLineItemsField, aNumberField, aTextField } from '@pipewright/metadata/builders'
import { expect, test } from 'vitest'
import { rowLines } from './row-lines.ts'

const named = (en: string, zh: string) => ({ label: { en, zh } })
const table = aLineItemsField({
  ...named('Items', '明细'),
  fields: [
    aTextField({ key: 'what', ...named('What', '名称') }),
    aNumberField({ key: 'quantity', ...named('Quantity', '数量') }),
    aFormulaField({ key: 'sum', expression: 1 }),
    aLineItemsField({
      key: 'parts',
      ...named('Parts', '部件'),
      fields: [
        aTextField({ key: 'part', ...named('Part', '部件') }),
        aNumberField({ key: 'pieces', ...named('Pieces', '件数') }),
      ],
    }),
  ],
})
const words: Record<string, string> = {
  'record.rowAdded': '+',
  'record.rowRemoved': '-',
  'value.empty': 'empty',
}
const telling = {
  locale: 'en' as const,
  t: (key: string, params?: object) => words[key] ?? JSON.stringify(params),
  format: (_: unknown, value: unknown) => String(value),
}
const tell = (old: unknown, now: unknown, locale: 'en' | 'zh' = 'en') =>
  rowLines({ ...telling, locale } as never, table, old as never, now as never)

const bolt = { id: 'p1', part: 'Bolt', pieces: '4' }
const station = { id: 'r1', what: 'Station', quantity: '1', sum: '4', parts: [bolt] }
const gone = { id: 'r2', what: 'Spare', quantity: '2', sum: '0', parts: [] }

test('rows, and the rows inside them, are told by where they stand and what they are called', () => {
  const now = [
    {
      ...station,
      sum: '9',
      quantity: null,
      parts: [
        { ...bolt, pieces: '9' },
        { id: 'p2', part: 'Nut', pieces: '1' },
      ],
    },
    { id: 'r3', what: null, quantity: '7', parts: [] },
  ]
  expect(tell([station, gone], now)).toEqual([
    'Items 1 (Station) › Quantity: 1 → empty',
    'Items 1 (Station) › Parts 1 (Bolt) › Pieces: 4 → 9',
    'Items 1 (Station) › Parts 2 (Nut): +',
    'Items 2 (7): +',
    'Items 2 (Spare): -',
  ])
  expect(tell([station], [{ ...station, parts: [] }], 'zh')).toEqual([
    '明细 1（Station） › 部件 1（Bolt）: -',
  ])
})

test('of very many changes the first ones are told, and how many more there are', () => {
  const rows = Array.from({ length: 40 }, (_, at) => ({ id: `n${at}`, what: `${at}`, parts: [] }))
  const lines = tell([], rows)
  expect([lines.length, lines.at(-1)]).toEqual([13, '{"count":28}'])
  expect(tell(null, null)).toEqual([])
})
