import type { RelationField } from '@pipewright/schemas'
import {
  aForm,
  aLineItemsField,
  aRelationField,
  aRight,
  aRole,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import { expect, test } from 'vitest'
import { compileApp } from '../../app/compile-app.ts'
import type { Actor } from '../../rights/actor.ts'
import type { RecordValues } from '../value.ts'
import { prepareWrite } from './prepare-write.ts'
import { RelatedRows } from './related.ts'
import type { RecordSystem } from './write-scene.ts'

const id = (last: string) => `01900000-0000-7000-8000-0000000000${last}`
const [acme, other, ann, bob, old, fresh] = ['a1', 'a2', 'c1', 'c2', 'd1', 'd2'].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
]

const relation = (key: string, form: string, filter?: RelationField['filter']) =>
  aRelationField({ key, form, ...(filter === undefined ? {} : { filter }) })

const actor: Actor = {
  memberId: id('01'),
  departmentId: null,
  departmentTree: [],
  team: [],
  roles: ['rep'],
  admin: false,
  zone: 'UTC',
  locale: 'en',
}
const all = ['create', 'read', 'update'] as const
const write = ['account', 'contact', 'items', 'items.product', 'items.kind', 'name']

const app = compileApp(
  anApp({
    forms: [
      aForm({ key: 'account', fields: [aTextField()] }),
      aForm({ key: 'contact', fields: [aTextField(), relation('account', 'account')] }),
      aForm({
        key: 'product',
        fields: [
          aTextField(),
          aTextField({ key: 'kind' }),
          { type: 'yesNo', key: 'active', label: { en: 'Active' } },
        ],
      }),
      aForm({
        key: 'deal',
        fields: [
          aTextField(),
          relation('account', 'account'),
          relation('contact', 'contact', { eq: [{ var: 'account' }, { var: '$record.account' }] }),
          aLineItemsField({
            key: 'items',
            fields: [
              aTextField({ key: 'kind' }),
              relation('product', 'product', {
                and: [{ var: 'active' }, { eq: [{ var: 'kind' }, { var: '$row.kind' }] }],
              }),
            ],
          }),
        ],
      }),
    ],
    roles: [
      aRole({
        forms: [
          ...['account', 'contact', 'product'].map((form) =>
            aRight({ form, actions: ['read'], scope: { type: 'all' }, read: ['name'], write: [] }),
          ),
          aRight({ form: 'deal', actions: [...all], scope: { type: 'all' }, write, read: [] }),
        ],
      }),
    ],
  }),
  1,
)

/** Everything that exists, with what the filters ask of it. */
const stored: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  [acme]: {},
  [other]: {},
  [ann]: { account: acme },
  [bob]: { account: other },
  [old]: { kind: 'a', active: false },
  [fresh]: { kind: 'a', active: true },
}

function prepare(values: RecordValues, before: RecordValues | null = null, privileged = false) {
  const form = app.form('deal')
  const rights = app.rights(actor).forms['deal']
  if (form === undefined || rights === undefined) throw new Error('no form')
  const system = { id: id('e1'), version: 1 } as RecordSystem
  const related = new RelatedRows()
  const context = { now: '2026-01-01T00:00:00.000Z', today: '2026-01-01', zone: 'UTC', me: actor.memberId }
  const writer = { roles: ['rep'], device: null }
  const scene = {
    app,
    form,
    writer,
    rights: privileged ? null : rights,
    locale: 'en',
    context,
    related,
  } as const
  const request = {
    values,
    system,
    old: before === null ? null : { system, values: before },
    predicate: true,
  }
  for (;;) {
    const prepared = prepareWrite(scene, request)
    if (prepared.kind !== 'needs') return prepared.kind === 'invalid' ? prepared.errors : prepared.kind
    const rows = [...prepared.needs].flatMap(([target, ids]) =>
      [...ids].map((each) => ({ form: target, id: each, readable: true, values: stored[each] ?? {} })),
    )
    related.add(prepared.needs, rows)
  }
}

const refused = (pointer: string) => [{ pointer, code: 'not-eligible' }]

test('a record that does not meet the filter of its relation is refused', () => {
  expect(prepare({ account: acme, contact: ann })).toBe('ready')
  expect(prepare({ account: acme, contact: bob })).toEqual(refused('/values/contact'))
})

test('a filter that asks for something empty says nothing yet', () => {
  expect(prepare({ contact: bob })).toBe('ready')
})

test('the choice is judged again when what its filter asks of the record changes, and only then', () => {
  const before = { account: acme, contact: ann }
  expect(prepare({ account: other }, before)).toEqual(refused('/values/contact'))
  expect(prepare({ account: other, contact: bob }, before)).toBe('ready')
  expect(prepare({ name: 'Renamed' }, { account: acme, contact: bob })).toBe('ready')
})

test('a row is judged by its own values, and so is each row', () => {
  const rows = (...products: string[]) => ({ items: products.map((product) => ({ kind: 'a', product })) })
  expect(prepare(rows(fresh))).toBe('ready')
  expect(prepare(rows(fresh, old))).toEqual(refused('/values/items/1/product'))
  expect(prepare({ items: [{ kind: 'b', product: fresh }] })).toEqual(refused('/values/items/0/product'))
})

test('the system itself may choose what it wants', () => {
  expect(prepare({ account: acme, contact: bob }, null, true)).toBe('ready')
})
