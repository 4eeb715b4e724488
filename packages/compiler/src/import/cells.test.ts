import type { Field, Option } from '@pipewright/schemas'
import fc from 'fast-check'
import { isCalculated } from '@pipewright/metadata'
import { describe, expect, test } from 'vitest'
import { checkValue } from '../records/values/index.ts'
import type { FieldValue } from '../records/value.ts'
import { isImportable, readCell, writeCell } from './cells.ts'
import type { CellReading, CellWriting } from './cell-type.ts'

const options: Option[] = [
  { key: 'new', label: { en: 'New', zh: '新线索' } },
  { key: 'closed', label: { en: 'Closed, won', zh: '赢单' }, outcome: 'won' },
  { key: 'twin_a', label: { en: 'Twin', zh: '双' } },
  { key: 'twin_b', label: { en: 'Twin', zh: '双' } },
  { key: 'minus', label: { en: '- none', zh: '-无' } },
]
const label = { en: 'F', zh: '字段' }
const ids = new Map([
  ['Acme', 'a0000000-0000-4000-8000-000000000001'],
  ['=Danger Ltd', 'a0000000-0000-4000-8000-000000000002'],
  ['Beta', 'a0000000-0000-4000-8000-000000000003'],
  ['Sons, Inc.', 'a0000000-0000-4000-8000-000000000004'],
])
const reading = (more: Partial<CellReading> = {}): CellReading => ({
  zone: 'America/New_York',
  dateOrder: 'YMD',
  decimal: '.',
  options,
  find: (text) => {
    const id = ids.get(text)
    return id === undefined ? (text === 'Two' ? 'many' : 'none') : { id }
  },
  ...more,
})
const writing = (locale: 'en' | 'zh'): Omit<CellWriting, 'cell'> => ({
  locale,
  zone: 'America/New_York',
  optionsOf: () => options,
  shown: (field) => (isCalculated(field) ? ({ type: field.resultType, key: 'f', label } as Field) : field),
  titleOf: (id) => [...ids].find(([, known]) => known === id)?.[0] ?? '',
})
const field = (type: Field['type'], more: object = {}): Field => ({ type, key: 'f', label, ...more }) as Field

function read(type: Field['type'], text: string, more: Partial<CellReading> = {}) {
  const answer = readCell(field(type), text, reading(more))
  return answer.ok ? answer.value : answer.code
}

describe('numbers', () => {
  test.each([
    ['1,234.50', '1234.5'],
    ['¥ 1,234', '1234'],
    ['１２３．５', '123.5'],
    ['(1,234.50)', '-1234.5'],
    ['-5', '-5'],
    ['5-', '-5'],
    ['$-3.20', '-3.2'],
    ['1.5E+3', '1500'],
    ['3.5万', '35000'],
    ['1,23', 'not-a-number'],
    ['1.234.567', 'not-a-number'],
    ['abc', 'not-a-number'],
    ['811.0', '811'],
    ['.5', '0.5'],
    ['-0', '0'],
    ["1'234", '1234'],
    ['12 345', '12345'],
    ['123456789012345678.12', '123456789012345678.12'],
    ['1e999', 'not-a-number'],
    ['--5', 'not-a-number'],
  ])('%s is %s', (text, expected) => expect(read('number', text)).toBe(expected))
  test.each([
    ['1.234,50', '1234.5'],
    ['1234,5', '1234.5'],
    ['1,234.5', 'not-a-number'],
  ])('with a decimal comma %s is %s', (text, expected) =>
    expect(read('money', text, { decimal: ',' })).toBe(expected),
  )
  test('a percentage may carry its sign', () => {
    expect(read('percent', '20 %')).toBe('20')
    expect(read('percent', '12.5％')).toBe('12.5')
  })
})

describe('days', () => {
  test.each([
    ['2024-03-05', 'YMD', '2024-03-05'],
    ['2024/3/5', 'YMD', '2024-03-05'],
    ['2024年3月5日', 'MDY', '2024-03-05'],
    ['3/5/2024', 'MDY', '2024-03-05'],
    ['05-03-2024', 'DMY', '2024-03-05'],
    ['13/02/2024', 'MDY', 'bad-date'],
    ['3/5/2024', 'YMD', 'bad-date'],
    ['20240305', 'YMD', '2024-03-05'],
    ['45356', 'YMD', '2024-03-05'],
    ['30/02/2024', 'DMY', 'bad-date'],
    ['5 Mar 2024', 'YMD', '2024-03-05'],
    ['March 5, 2024', 'YMD', '2024-03-05'],
    ['2024-03-05T00:00:00.000Z', 'YMD', '2024-03-05'],
    ['2024-03-05 14:30', 'YMD', 'bad-date'],
    ['3/5/24', 'MDY', '2024-03-05'],
    ['１２/１/２０２４', 'MDY', '2024-12-01'],
  ] as const)('%s in %s is %s', (text, dateOrder, expected) =>
    expect(read('date', text, { dateOrder })).toBe(expected),
  )
})

describe('instants', () => {
  test.each([
    ['2026-11-21 16:00', 'Asia/Shanghai', '2026-11-21T08:00:00.000Z'],
    ['2026-11-21T16:00:00+08:00', 'UTC', '2026-11-21T08:00:00.000Z'],
    ['2026/7/1 4:30 PM', 'America/New_York', '2026-07-01T20:30:00.000Z'],
    ['2026年7月1日 下午4:30', 'Asia/Shanghai', '2026-07-01T08:30:00.000Z'],
    ['2026-07-01', 'Asia/Shanghai', '2026-06-30T16:00:00.000Z'],
    ['45356.5', 'UTC', '2024-03-05T12:00:00.000Z'],
    ['2026-07-01 25:00', 'UTC', 'bad-instant'],
    ['yesterday', 'UTC', 'bad-instant'],
  ])('%s in %s is %s', (text, zone, expected) => expect(read('dateTime', text, { zone })).toBe(expected))
})

describe('words', () => {
  test.each([
    ['是', true],
    ['No', false],
    ['TRUE', true],
    ['０', false],
    ['maybe', 'not-an-option'],
  ])('%s is %s', (text, expected) => expect(read('yesNo', text)).toBe(expected))
  test.each([
    ['ＮＥＷ', 'new'],
    ['新线索', 'new'],
    ['Closed Won', 'closed'],
    ['twin', 'matched-many'],
    ['Pledged', 'not-an-option'],
    ['twin_b', 'twin_b'],
  ])('option %s is %s', (text, expected) => expect(read('choice', text)).toBe(expected))
  test.each(['new; twin_a', 'new、twin_a', 'New|twin_a', 'new，twin_a'])('several options in "%s"', (text) =>
    expect(read('multiChoice', text)).toEqual(['new', 'twin_a']),
  )
  test.each([
    ['Magazine', 'other:Magazine'],
    ['New', 'new'],
    ['other:New', 'other:New'],
    ['twin', 'matched-many'],
  ])('where other answers are taken %s is %s', (text, expected) => {
    const answer = readCell(field('choice', { other: true }), text, reading())
    expect(answer.ok ? answer.value : answer.code).toBe(expected)
  })
  test('other answers among several options are told apart by quotes', () => {
    const answer = readCell(field('multiChoice', { other: true }), 'New; "Friends, family"', reading())
    expect(answer.ok && answer.value).toEqual(['new', 'other:Friends, family'])
  })
  test.each(['hot, VIP', 'hot、VIP', 'hot；VIP', 'hot\nVIP', '"hot"; VIP'])('tags in %j', (text) =>
    expect(read('tags', text)).toEqual(['hot', 'VIP']),
  )
  test('several people by their names, or which of them is unknown', () => {
    expect(read('members', 'Acme、=Danger Ltd')).toEqual([...ids.values()].slice(0, 2))
    expect(readCell(field('members'), 'Acme; Nobody', reading())).toMatchObject({
      code: 'not-matched',
      params: { value: 'Nobody' },
    })
  })
  test('a field’s own words for yes and no are read, and the usual ones too', () => {
    const signed = field('yesNo', { yes: { en: 'Signed', zh: '已签' }, no: { en: 'Open' } })
    const answers = ['SIGNED', '已签', 'open', '是'].map((text) => readCell(signed, text, reading()))
    expect(answers.map((answer) => answer.ok && answer.value)).toEqual([true, true, false, true])
  })
  test('a name that fits one record, none, or several', () => {
    expect(read('relation', 'Acme')).toBe(ids.get('Acme'))
    expect(read('relation', 'Nobody')).toBe('not-matched')
    expect(read('member', 'Two')).toBe('matched-many')
  })
  test.each(['Acme, Beta', 'Acme、Beta', '"Acme"; Beta', 'Acme\nBeta'])('several records in %j', (text) =>
    expect(read('relations', text)).toEqual([ids.get('Acme'), ids.get('Beta')]),
  )
  test('a record among several that nobody knows is named', () => {
    expect(readCell(field('relations'), 'Acme, Nobody', reading())).toEqual({
      ok: false,
      code: 'not-matched',
      params: { value: 'Nobody' },
    })
  })
  test('IE-04: a key that a spreadsheet shortened is flagged, and 18 digits with leading zeros stay', () => {
    expect(readCell(field('text', { unique: true }), '1.23457E+17', reading())).toMatchObject({
      ok: false,
      code: 'scientific',
    })
    expect(readCell(field('text', { unique: true }), '001234567890123456', reading())).toEqual({
      ok: true,
      value: '001234567890123456',
    })
  })
  test.each(['lineItems', 'attachment', 'autoNumber', 'formula', 'rollup'] as const)(
    '%s is never filled from a table',
    (type) => {
      expect(isImportable(field(type))).toBe(false)
      expect(read(type, 'x')).toBe('not-writable')
    },
  )
})

describe('times, durations, months and ratings', () => {
  test.each([
    ['9:30', '09:30:00'],
    ['09：30', '09:30:00'],
    ['3 pm', '15:00:00'],
    ['12:05 AM', '00:05:00'],
    ['下午3点', '15:00:00'],
    ['上午9点半', '09:30:00'],
    ['15点20分', '15:20:00'],
    ['15:20:07', '15:20:07'],
    ['0.5', '12:00:00'],
    ['25:00', 'bad-time'],
    ['9', 'bad-time'],
    ['9:305', 'bad-time'],
    ['noon', 'bad-time'],
  ])('time %s is %s', (text, expected) => expect(read('time', text)).toBe(expected))
  test.each([
    ['1h 30m', '90'],
    ['1h30', 'bad-duration'],
    ['90 min', '90'],
    ['90', '90'],
    ['1:30', '90'],
    ['1.5 hours', '90'],
    ['1小时30分', '90'],
    ['１小时半', '90'],
    ['2 天', '2880'],
    ['30 s', 'bad-duration'],
    ['90 s', 'bad-duration'],
    ['120 s', '2'],
    ['-5', 'bad-duration'],
    ['soon', 'bad-duration'],
  ])('duration %s is %s minutes', (text, expected) => expect(read('duration', text)).toBe(expected))
  test.each([
    ['2026-11', 'month', '2026-11-01'],
    ['11/2026', 'month', '2026-11-01'],
    ['2026年3月', 'month', '2026-03-01'],
    ['Nov 2026', 'month', '2026-11-01'],
    ['2026-11-21', 'month', '2026-11-01'],
    ['2026', 'month', 'bad-date'],
    ['2026-13', 'month', 'bad-date'],
    ['2026', 'year', '2026-01-01'],
    ['2026年', 'year', '2026-01-01'],
    ['2026-11', 'year', '2026-01-01'],
  ])('%s as a %s is %s', (text, precision, expected) => {
    const answer = readCell(field('date', { precision }), text, reading())
    expect(answer.ok ? answer.value : answer.code).toBe(expected)
  })
  test.each([
    ['4', '4'],
    ['★★★☆☆', '3'],
    ['4/5', '4'],
    ['4 星', '4'],
    ['many', 'not-a-number'],
  ])('rating %s is %s', (text, expected) => expect(read('rating', text)).toBe(expected))
})

const two = (part: number) => String(Math.floor(part)).padStart(2, '0')
const decimals = fc
  .tuple(fc.bigInt(-(10n ** 17n), 10n ** 17n), fc.integer({ min: 0, max: 99 }))
  .map(([whole, rest]) => `${whole}.${String(rest).padStart(2, '0')}`)
const days = fc.date({ min: new Date('0100-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('=1+1', "'=1", "''-5", '+86 138', '＝x', '\u200B=y', '%a', '|b', '@c'),
  fc.tuple(fc.constantFrom("'", '=', '-', ' '), fc.string()).map((parts) => parts.join('')),
)
const optionKeys = fc.constantFrom(...options.map(({ key }) => key))
const ownAnswers = fc
  .oneof(anyText, fc.constantFrom('new', 'Twin', 'a, b', '"q"', 'other:x', 'a;"b"'))
  .map((text) => `other:${text}`)
const values: readonly (readonly [Field['type'], fc.Arbitrary<FieldValue>, object?])[] = [
  ['text', anyText],
  ['longText', anyText],
  ['number', decimals],
  ['money', decimals],
  ['percent', decimals],
  ['date', days.map((day) => day.toISOString().slice(0, 10))],
  ['dateTime', days.map((day) => day.toISOString())],
  ['yesNo', fc.boolean()],
  ['rating', fc.integer({ min: 1, max: 5 })],
  ['duration', fc.bigInt(0n, 10n ** 9n).map(String)],
  ['time', fc.integer({ min: 0, max: 1439 }).map((at) => `${two(at / 60)}:${two(at % 60)}`)],
  ['choice', optionKeys],
  ['choice', fc.oneof(optionKeys, ownAnswers), { other: true }],
  ['multiChoice', fc.uniqueArray(fc.oneof(optionKeys, ownAnswers), { minLength: 1 }), { other: true }],
  ['yesNo', fc.boolean(), { yes: { en: 'Signed', zh: '已签' }, no: { en: 'Yes', zh: '未签' } }],
  ['multiChoice', fc.uniqueArray(optionKeys, { minLength: 1 })],
  ['phone', fc.constantFrom('+86 13800138000', '(020) 1234', '021-555 转 12')],
  ['email', fc.constantFrom('a@b.co', '-x@y.com')],
  ['url', fc.constant('https://example.com/?a=1')],
  ['relation', fc.constantFrom(...ids.values())],
  ['member', fc.constantFrom(...ids.values())],
  ['members', fc.uniqueArray(fc.constantFrom(...ids.values()), { minLength: 1 })],
  ['department', fc.constantFrom(...ids.values())],
  ['departments', fc.uniqueArray(fc.constantFrom(...ids.values()), { minLength: 1 })],
  ['tags', fc.uniqueArray(anyText, { minLength: 1, maxLength: 5 })],
  ['relations', fc.uniqueArray(fc.constantFrom(...ids.values()), { minLength: 1 })],
]
const place = { pointer: '', options: new Set(options.map(({ key }) => key)) }

test.each(values.map(([type, arbitrary, more = {}]) => [type, arbitrary, more] as const))(
  'IE-10: %s that is exported and imported is the same value',
  (type, arbitrary, more) => {
    const one = field(type, more)
    fc.assert(
      fc.property(arbitrary, fc.constantFrom('en' as const, 'zh' as const), (raw, locale) => {
        const stored = checkValue(one, raw, place)
        fc.pre(stored.ok)
        if (!stored.ok) return
        const text = writeCell(one, stored.value, writing(locale))
        const back = readCell(one, text, reading())
        expect(back.ok && checkValue(one, back.value, place)).toEqual(stored)
      }),
      { numRuns: 300 },
    )
  },
)

test.each(['=1+1', ' +1', '\u3000＝x', '\u200B@x', '-2', '|x', '%x', '\t1'])(
  'IE-07: %j cannot run in a spreadsheet',
  (text) => {
    const guarded = writeCell(field('text'), text, writing('en'))
    expect(guarded).toBe(`'${text}`)
    expect(readCell(field('text'), guarded, reading())).toEqual({ ok: true, value: text })
  },
)

test('IE-07: a negative number stays a number, and what a formula calculated is guarded when it is text', () => {
  expect(writeCell(field('number'), '-5', writing('en'))).toBe('-5')
  expect(writeCell(field('formula', { resultType: 'money' }), '-5.00', writing('en'))).toBe('-5.00')
  expect(writeCell(field('formula', { resultType: 'text' }), '=1', writing('en'))).toBe("'=1")
})
