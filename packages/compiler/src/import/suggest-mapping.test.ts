import type { Field } from '@pipewright/schemas'
import { emptyDefinition, indexDefinition } from '@pipewright/metadata'
import { expect, test } from 'vitest'
import { guessDateOrder, guessDecimal } from './guess-reading.ts'
import { suggestMapping } from './suggest-mapping.ts'

const field = (type: Field['type'], key: string, en: string, zh: string, more: object = {}): Field =>
  ({ type, key, label: { en, zh }, ...more }) as Field
const fields = [
  field('text', 'name', 'Contact name', '联系人'),
  field('text', 'company', 'Company', '公司名称'),
  field('phone', 'phone', 'Phone', '手机'),
  field('email', 'email', 'E-mail', '邮箱'),
  field('date', 'next_follow_up', 'Next follow-up', '下次跟进日期'),
  field('money', 'amount', 'Amount', '金额'),
  field('text', 'external_id', 'External ID', '外部编号'),
  field('relation', 'account', 'Account', '所属客户', { form: 'account' }),
  field('number', 'staff', 'Staff', '人数'),
  field('anyRelation', 'regarding', 'Regarding', '相关对象', {
    targets: [{ form: 'lead' }, { form: 'account' }],
  }),
]
const index = indexDefinition(emptyDefinition({ en: 'T' }))
const suggest = (columns: readonly (readonly [string, ...string[]])[]) =>
  suggestMapping(
    index,
    fields,
    columns.map(([name, ...samples]) => ({ name, samples })),
    'en',
  ).map(({ field: key }) => key)

test.each([
  [
    [['Contact name'], ['Company'], ['Phone']],
    ['name', 'company', 'phone'],
  ],
  [
    [
      ['Regarding', 'Account: Acme'],
      ['Contact name', 'Ann'],
    ],
    ['regarding', 'name'],
  ],
  [
    [
      ['姓名', '张伟'],
      ['公司', '云杉'],
      ['电话', '13800138000'],
    ],
    ['name', 'company', 'phone'],
  ],
  [
    [
      ['Account Name', 'Acme'],
      ['id', '1'],
      ['Work Phone', '(020) 555 1234'],
    ],
    ['company', 'external_id', 'phone'],
  ],
  [[['account_id', '17']], ['account']],
  [
    [
      ['E-Mail Address', 'a@b.co'],
      ['金额（元）', '1,234.50'],
      ['Shoe size', '42'],
    ],
    ['email', 'amount', null],
  ],
  [[['Phone', 'n/a', 'unknown']], [null]],
  [[['Kontakt', 'a@b.co', 'c@d.de']], ['email']],
] as const)('%j fills %j', (columns, expected) => expect(suggest(columns)).toEqual(expected))

test.each([
  [['13/02/2024', '01/02/2024'], 'en', 'DMY'],
  [['2/13/2024', '1/2/2024'], 'zh', 'MDY'],
  [['2024-03-05'], 'en', 'YMD'],
  [['1/2/2024'], 'en', 'MDY'],
  [['1.2.2024'], 'en', 'DMY'],
  [['05-03-2024', '25-03-2024'], 'zh', 'DMY'],
] as const)('days like %j are read (%s) as %s', (samples, locale, order) =>
  expect(guessDateOrder(samples, locale)).toBe(order),
)

test('the decimal sign is the one that reads more', () => {
  expect(guessDecimal(['1.234,50', '12,00'])).toBe(',')
  expect(guessDecimal(['1,234.50', '1,234'])).toBe('.')
})
