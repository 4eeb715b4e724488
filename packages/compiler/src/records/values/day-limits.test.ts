import type { Field } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import type { FieldValue } from '../value.ts'
import { checkValue } from './index.ts'

const entry = { today: '2026-11-21', zone: 'Asia/Shanghai' }
const day: Field = { type: 'date', key: 'f', label: { en: 'F' } }
const moment: Field = { type: 'dateTime', key: 'f', label: { en: 'F' } }
const month: Field = { ...day, precision: 'month' }

const check = (field: Field, value: string, old?: string) => {
  const checked = checkValue(field, value, { pointer: '/f', entry, old })
  return checked.ok
    ? checked.value
    : checked.issues.map(({ code, params }) => `${code} ${params?.['day']}`).join()
}

test.each([
  ['a day before the first', { ...day, earliest: '2026-11-01' }, '2026-10-31', 'too-early 2026-11-01'],
  ['the first day itself', { ...day, earliest: '2026-11-01' }, '2026-11-01', '2026-11-01'],
  ['a day after the last', { ...day, latest: '2026-11-30' }, '2026-12-01', 'too-late 2026-11-30'],
  ['yesterday where today is the first', { ...day, earliest: 'today' }, '2026-11-20', 'too-early 2026-11-21'],
  ['a day too far ahead', { ...day, latest: 'today+7' }, '2026-11-29', 'too-late 2026-11-28'],
  ['a day a week back', { ...day, earliest: 'today-7' }, '2026-11-14', '2026-11-14'],
  ['the month of the first day', { ...month, earliest: '2026-11-15' }, '2026-11', '2026-11-01'],
  ['the month before', { ...month, earliest: '2026-11-15' }, '2026-10', 'too-early 2026-11'],
  [
    'a moment on the day of whoever enters it',
    { ...moment, earliest: 'today' },
    '2026-11-20T16:00:00Z',
    '2026-11-20T16:00:00.000Z',
  ],
  ['a moment before', { ...moment, earliest: 'today' }, '2026-11-20T15:59:59Z', 'too-early 2026-11-21'],
] satisfies [string, Field, string, string][])('%s', (_name, field, value, result) => {
  expect(check(field, value)).toBe(result)
})

test('a day that is stored already may stay when the days move on', () => {
  const field: Field = { ...day, earliest: 'today' }
  expect(check(field, '2026-11-01', '2026-11-01')).toBe('2026-11-01')
  expect(check(field, '2026-11-02', '2026-11-01')).toBe('too-early 2026-11-21')
})

test('as many options as the field asks for, or none', () => {
  const field: Field = { type: 'multiChoice', key: 'f', label: { en: 'F' }, minChosen: 2, maxChosen: 3 }
  const choose = (...value: string[]) => {
    const checked = checkValue(field, value, { pointer: '/f', options: new Set(['a', 'b', 'c', 'd']) })
    return checked.ok ? checked.value : checked.issues.map(({ code }) => code)
  }
  expect(choose('a')).toEqual(['too-few'])
  expect(choose('a', 'b')).toEqual(['a', 'b'])
  expect(choose('a', 'b', 'c', 'd')).toEqual(['too-many'])
  expect(choose()).toBeNull()
})

test('a date range lies within its limits with both ends, and an end that is stored already may stay', () => {
  const field: Field = {
    type: 'dateRange',
    key: 'f',
    label: { en: 'F' },
    earliest: 'today',
    latest: '2026-12-31',
  }
  const between = (start: string, end: string, old?: FieldValue) => {
    const checked = checkValue(field, { start, end }, { pointer: '/f', entry, old })
    return checked.ok ? 'fits' : checked.issues.map(({ pointer, code }) => `${pointer} ${code}`)
  }
  expect(between('2026-11-21', '2026-12-31')).toBe('fits')
  expect(between('2026-11-20', '2027-01-01')).toEqual(['/f/start too-early', '/f/end too-late'])
  expect(between('2027-01-02', '2027-01-03')).toEqual(['/f/start too-late', '/f/end too-late'])
  const old = { start: '2026-11-01', end: '2026-11-30', text: '' }
  expect(between('2026-11-01', '2026-12-01', old)).toBe('fits')
  expect(between('2026-11-02', '2026-12-01', old)).toEqual(['/f/start too-early'])
})

const id = (last: number) => `01900000-0000-7000-8000-00000000000${last}`
const files: Field = { type: 'attachment', key: 'f', label: { en: 'F' }, minFiles: 2 }
const rows: Field = {
  type: 'lineItems',
  key: 'f',
  label: { en: 'F' },
  minRows: 2,
  fields: [{ type: 'text', key: 'name', label: { en: 'N' } }],
}

test.each([
  ['one file', files, [id(1)], ['too-few']],
  ['the same file twice', files, [id(1), id(1)], ['too-few']],
  ['two files', files, [id(1), id(2)], 'fits'],
  ['no file', files, [], 'fits'],
  ['a signature, of which there is never more than one', { ...files, display: 'signature' }, [id(1)], 'fits'],
  ['one row', rows, [{}], ['too-few']],
  ['two rows', rows, [{}, {}], 'fits'],
  ['no row', rows, [], 'fits'],
] satisfies [string, Field, unknown[], string | string[]][])(
  'of the fewest: %s',
  (_name, field, value, result) => {
    const checked = checkValue(field, value, { pointer: '/f' })
    expect(checked.ok ? 'fits' : checked.issues.map(({ code }) => code)).toEqual(result)
  },
)
