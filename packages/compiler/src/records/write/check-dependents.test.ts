import { nobody } from '../../rules/writer.ts'
import type { Field } from '@pipewright/schemas'
import { aForm, aLineItemsField, aRight, aRole, aTextField, anApp } from '@pipewright/metadata/builders'
import { describe, expect, test } from 'vitest'
import { compileApp } from '../../app/compile-app.ts'
import type { Actor } from '../../rights/actor.ts'
import { compileRights } from '../../rights/compile-rights.ts'
import type { RecordValues } from '../value.ts'
import { prepareWrite } from './prepare-write.ts'
import { RelatedRows } from './related.ts'

const id = (last: string) => `01900000-0000-7000-8000-0000000000${last}`
const option = (key: string, parents?: string[]) => ({
  key,
  label: { en: key },
  ...(parents === undefined ? {} : { parents }),
})

/** Country → city → district; "online" belongs to every country. */
const levels: Field[] = [
  {
    type: 'choice',
    key: 'country',
    label: { en: 'Country' },
    options: [option('cn'), option('de')],
  },
  {
    type: 'choice',
    key: 'city',
    label: { en: 'City' },
    dependsOn: 'country',
    other: true,
    options: [option('hangzhou', ['cn']), option('berlin', ['de']), option('online')],
  },
  {
    type: 'multiChoice',
    key: 'districts',
    label: { en: 'Districts' },
    dependsOn: 'city',
    options: [option('xihu', ['hangzhou']), option('mitte', ['berlin'])],
  },
]

const app = compileApp(
  anApp({
    forms: [
      aForm({
        key: 'visit',
        fields: [aTextField(), ...levels, aLineItemsField({ key: 'stops', fields: levels })],
      }),
    ],
    roles: [
      aRole({
        key: 'rep',
        forms: [
          aRight({
            form: 'visit',
            actions: ['create', 'read', 'update'],
            scope: { type: 'all' },
            write: [
              'name',
              'country',
              'city',
              'districts',
              'stops',
              'stops.country',
              'stops.city',
              'stops.districts',
            ],
          }),
        ],
      }),
      aRole({
        key: 'blind',
        forms: [
          aRight({
            form: 'visit',
            actions: ['create', 'read', 'update'],
            scope: { type: 'all' },
            write: ['city'],
          }),
        ],
      }),
    ],
  }),
  1,
)

const actorWith = (role: string): Actor => ({
  memberId: id('01'),
  departmentId: null,
  departmentTree: [],
  team: [],
  roles: [role],
  admin: false,
  zone: 'UTC',
  locale: 'en',
})

function write(values: unknown, old: RecordValues | null = null, role: string | null = 'rep') {
  const form = app.form('visit')!
  const system = {
    id: id('d1'),
    owner: null,
    department: null,
    version: 1,
    created_at: '2026-11-01T00:00:00.000Z',
    created_by: null,
    updated_at: '2026-11-01T00:00:00.000Z',
    updated_by: null,
    deleted_at: null,
    locked_by: null,
    stage_since: null,
  }
  const scene = {
    app,
    form,
    rights: role === null ? null : (compileRights(app.definition, actorWith(role)).forms['visit'] ?? null),
    locale: 'en' as const,
    writer: nobody,
    context: { now: '2026-11-21T08:00:00.000Z', today: '2026-11-21', zone: 'UTC', me: id('01') },
    related: new RelatedRows(),
  }
  const before = old === null ? null : { system, values: old }
  const prepared = prepareWrite(scene, { values, system, old: before, predicate: true })
  if (prepared.kind === 'invalid')
    return prepared.errors.map(({ pointer, code }) => `${code} ${pointer.slice('/values'.length)}`)
  return prepared.kind
}

describe('options that depend on another field', () => {
  test.each([
    ['what belongs together', { country: 'cn', city: 'hangzhou', districts: ['xihu'] }, 'ready'],
    ['a city of another country', { country: 'de', city: 'hangzhou' }, ['not-offered /city']],
    ['a city without a country', { city: 'berlin' }, ['not-offered /city']],
    ['what belongs to every country', { country: 'de', city: 'online' }, 'ready'],
    ['an answer of one’s own', { country: 'de', city: 'other:Bonn' }, 'ready'],
    [
      'every level by itself',
      { country: 'cn', city: 'hangzhou', districts: ['mitte'] },
      ['not-offered /districts'],
    ],
    [
      'rows by their own values',
      {
        country: 'cn',
        stops: [
          { country: 'de', city: 'berlin' },
          { country: 'de', city: 'hangzhou' },
        ],
      },
      ['not-offered /stops/1/city'],
    ],
    ['no option at all, once', { country: 'cn', city: 'atlantis' }, ['not-an-option /city']],
  ])('%s', (_, values, result) => expect(write(values)).toEqual(result))

  const stored: RecordValues = { country: 'cn', city: 'hangzhou', districts: null, stops: [] }
  const misfit: RecordValues = { country: 'de', city: 'hangzhou', districts: null, stops: [] }

  test('a change of what they depend on is refused while they stay', () => {
    expect(write({ country: 'de' }, stored)).toEqual(['not-offered /city'])
    expect(write({ country: 'de', city: 'berlin' }, stored)).toBe('ready')
    expect(write({ country: null }, stored)).toEqual(['not-offered /city'])
  })

  test('what was there before the options changed may stay as long as nobody touches it', () => {
    expect(write({ name: 'New name' }, misfit)).toBe('ready')
    expect(write({ country: 'cn' }, misfit)).toBe('ready')
  })

  test('who may not see what they depend on learns nothing of it, and is held to it all the same', () => {
    expect(write({ city: 'berlin' }, stored, 'blind')).toEqual(['not-an-option /city'])
    expect(write({ city: 'online' }, stored, 'blind')).toBe('ready')
  })

  test('the system’s own writes are not judged', () => {
    expect(write({ country: 'de' }, stored, null)).toBe('ready')
  })
})
