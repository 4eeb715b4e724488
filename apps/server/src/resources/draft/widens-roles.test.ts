import type { AppDefinition, FormRight, Role } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { widensRoles } from './widens-roles.ts'

const right: FormRight = {
  form: 'deal',
  actions: ['read'],
  scope: { type: 'own' } as unknown as FormRight['scope'],
  read: ['name'],
  write: ['stage'],
}
const rep: Role = { key: 'rep', label: { en: 'Rep' }, forms: [right] }
const app = (roles: readonly Role[]) =>
  ({
    forms: [{ key: 'deal', fields: [{ key: 'name' }, { key: 'stage' }, { key: 'price' }] }],
    roles,
  }) as unknown as AppDefinition
const repWith = (change: Partial<FormRight>) => app([{ ...rep, forms: [{ ...right, ...change }] }])

test.each<[string, AppDefinition, boolean]>([
  ['nothing', app([rep]), false],
  ['a label', app([{ ...rep, label: { en: 'Seller' } }]), false],
  ['a field that is new, with its rights', repWith({ read: ['name', 'colour'] }), false],
  [
    'a form that is new, with its rights',
    app([{ ...rep, forms: [right, { ...right, form: 'visit' }] }]),
    false,
  ],
  ['fewer rights', repWith({ actions: [], write: [] }), false],
  ['writing to reading', repWith({ read: ['name', 'stage'], write: [] }), false],
  ['a field that was hidden', repWith({ read: ['name', 'price'] }), true],
  ['reading to writing', repWith({ read: [], write: ['stage', 'name'] }), true],
  ['another action', repWith({ actions: ['read', 'export'] }), true],
  ['another scope', repWith({ scope: { type: 'all' } as unknown as FormRight['scope'] }), true],
  ['a role that becomes administrator', app([{ ...rep, admin: true }]), true],
  ['a new role that builds', app([rep, { key: 'maker', label: {}, forms: [], build: true }]), true],
  ['a new role over what is there', app([rep, { ...rep, key: 'guest' }]), true],
])('%s: whether it gives a role more over what is published is %s', (_what, draft, is) => {
  expect(widensRoles(app([rep]), draft)).toBe(is)
})
