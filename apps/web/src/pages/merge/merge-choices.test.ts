import type { JsonValue, RecordAnswer } from '@pipewright/contract'
import { aForm, aRelationField, aTextField } from '@pipewright/metadata/builders'
import { expect, test } from 'vitest'
import {
  choiceOf,
  mergeable,
  mergedFields,
  obstacleOf,
  sentChoices,
  togetherIn,
  usualSurvivor,
} from './merge-choices.ts'

const form = aForm({
  key: 'account',
  fields: [
    aTextField(),
    aTextField({ key: 'city' }),
    { key: 'notes', type: 'longText', label: { en: 'Notes' } },
    { key: 'files', type: 'attachment', label: { en: 'Files' }, maxFiles: 3 },
    aRelationField({ key: 'parent', form: 'account' }),
    { key: 'number', type: 'autoNumber', label: { en: 'Number' }, format: '{n}' } as never,
  ],
})

const record = (
  id: string,
  values: Record<string, JsonValue>,
  rest: Partial<RecordAnswer> = {},
): RecordAnswer => ({
  id,
  version: 1,
  title: id.toUpperCase(),
  values,
  titles: {},
  owner: null,
  department: null,
  created_at: '2026-11-20T08:00:00.000Z',
  created_by: null,
  updated_at: '2026-11-20T08:00:00.000Z',
  updated_by: null,
  deleted_at: null,
  locked_by: null,
  stage_since: null,
  ...rest,
})

const rights = (fields: Record<string, 'read' | 'write'>) => ({ fields }) as never
const all = rights({
  name: 'write',
  city: 'write',
  notes: 'write',
  files: 'write',
  parent: 'write',
  number: 'write',
})
const field = (key: string) => form.fields.find((one) => one.key === key)!

test('only fields that differ and may be written are chosen; the same ones are named', () => {
  const records = [
    record('a', { name: 'X', city: 'Bonn', notes: null, number: '1' }),
    record('b', { name: 'X', city: 'Berlin', notes: '', number: '2' }),
  ]
  const open = mergedFields(form, all, records)
  expect(open.different.map(({ key }) => key)).toEqual(['city'])
  expect(open.same.map(({ key }) => key)).toEqual(['name'])
  expect(mergedFields(form, rights({ name: 'write', city: 'read' }), records).different).toEqual([])
})

test('the record that stays keeps its values, gaps are filled in from the others, and files are put together', () => {
  const records = [
    record('a', { name: 'A', city: null, files: ['1'] }),
    record('b', { name: 'B', city: 'Bonn', files: ['2', '3'] }),
    record('c', { name: 'C', city: 'Berlin', files: [] }),
  ]
  expect(choiceOf(field('name'), 'b', records, {})).toBe('b')
  expect(choiceOf(field('city'), 'a', records, {})).toBe('b')
  expect(choiceOf(field('city'), 'c', records, {})).toBe('c')
  expect(choiceOf(field('files'), 'a', records, {})).toBe('all')
  expect(togetherIn(field('files'), 'b', records)).toEqual(['2', '3', '1'])
  const full = [record('a', { files: ['1', '2'] }), record('b', { files: ['3', '4'] })]
  expect(choiceOf(field('files'), 'a', full, {})).toBe('a')
  const { different } = mergedFields(form, all, records)
  expect(sentChoices(different, 'a', records, { name: 'c' })).toEqual({ name: 'c', city: 'b', files: 'all' })
})

test('texts are put together with the one of the record that stays first, each once', () => {
  const records = [
    record('a', { notes: 'One' }),
    record('b', { notes: 'Two' }),
    record('c', { notes: 'One' }),
  ]
  expect(togetherIn(field('notes'), 'b', records)).toBe('Two\n\nOne')
})

test('a record never leads to itself or to one that goes', () => {
  const records = [record('a', { parent: 'b' }), record('b', { parent: 'x' })]
  expect(mergeable(form, records).map(({ values }) => values['parent'])).toEqual([null, 'x'])
})

test('the fullest record stays by itself, one that may not be deleted before it, and never one that may not be changed', () => {
  const thin = record('a', { name: 'A' })
  const full = record('b', { name: 'B', city: 'Bonn' })
  expect(usualSurvivor([thin, full])).toBe('b')
  expect(usualSurvivor([thin, full], 'a')).toBe('a')
  const bound = { ...thin, may: { update: true, delete: false } }
  expect(usualSurvivor([bound, full], 'b')).toBe('a')
  const foreign = { ...full, may: { update: false, delete: false } }
  expect(usualSurvivor([thin, foreign], 'b')).toBe('a')
  expect(obstacleOf('a', [thin, foreign])).toEqual({ why: 'mayNotDelete', title: 'B' })
  expect(obstacleOf('b', [thin, foreign])).toEqual({ why: 'mayNotKeep', title: 'B' })
  expect(obstacleOf('a', [thin, { ...full, locked_by: 'run' }])).toEqual({ why: 'isLocked', title: 'B' })
  expect(obstacleOf('a', [thin, full])).toBeUndefined()
})

test('a value that would make the record lie below itself is like none', () => {
  const records = [record('a', { parent: 'x' }), record('b', { parent: 'x' })]
  const open = mergeable(form, records, [{ id: 'b', field: 'parent' }])
  expect(open.map(({ values }) => values['parent'])).toEqual(['x', null])
})
