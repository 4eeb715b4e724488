import {
  aForm,
  aRelationField,
  aRight,
  aRole,
  aTextField,
  aFormulaField,
  anApp,
} from '@pipewright/metadata/builders'
import { expect, test } from 'vitest'
import type { Actor } from './actor.ts'
import { compileRights } from './compile-rights.ts'
import { maskDefinition } from './mask-definition.ts'
import { readablePath } from './readable.ts'
import { indexDefinition } from '@pipewright/metadata'

const actor = (roles: string[], given: Partial<Actor> = {}): Actor => ({
  memberId: 'm',
  departmentId: 'd',
  departmentTree: ['d', 'e'],
  roles,
  admin: false,
  zone: 'UTC',
  locale: 'en',
  ...given,
})

const app = anApp({
  forms: [
    aForm({ key: 'account', fields: [aTextField(), aTextField({ key: 'secret' })] }),
    aForm({
      key: 'deal',
      fields: [
        aTextField(),
        aTextField({ key: 'cost' }),
        aRelationField({ key: 'account', form: 'account' }),
        aFormulaField({ key: 'sum', expression: { var: 'name' }, resultType: 'text' }),
      ],
    }),
  ],
  roles: [
    aRole({
      key: 'own',
      forms: [
        aRight({
          form: 'deal',
          actions: ['read', 'update'],
          scope: { type: 'own' },
          write: ['name', 'sum', 'account'],
          read: [],
        }),
      ],
    }),
    aRole({
      key: 'team',
      forms: [
        aRight({
          form: 'deal',
          actions: ['read'],
          scope: { type: 'departmentAndBelow' },
          write: [],
          read: ['cost'],
        }),
      ],
    }),
    aRole({
      key: 'accounts',
      forms: [
        aRight({ form: 'account', actions: ['read'], scope: { type: 'all' }, write: [], read: ['name'] }),
      ],
    }),
    aRole({
      key: 'nothing',
      forms: [aRight({ form: 'deal', actions: [], scope: { type: 'all' }, write: ['name'], read: [] })],
    }),
    aRole({ key: 'boss', admin: true, forms: [] }),
  ],
})

test('AZ-02: what no role names is not there', () => {
  expect(compileRights(app, actor([])).forms).toEqual({})
  expect(compileRights(app, actor(['nothing', 'unknown'])).forms).toEqual({})
})

test('several roles reach what any of them reaches, action by action', () => {
  const { deal } = compileRights(app, actor(['own', 'team'])).forms
  expect(deal).toMatchObject({
    create: false,
    read: true,
    update: true,
    delete: false,
    fields: { name: 'write', cost: 'read', sum: 'read' },
    predicates: {
      read: { or: [{ eq: [{ var: 'owner' }, { var: '$me' }] }, { in: [{ var: 'department' }, ['d', 'e']] }] },
      update: { eq: [{ var: 'owner' }, { var: '$me' }] },
      delete: false,
    },
  })
})

test('without a department nothing of a department is reached', () => {
  const rights = compileRights(app, actor(['team'], { departmentId: null, departmentTree: [] }))
  expect(rights.forms).toEqual({})
})

test('AZ-05: a relation to a form that may not be read is not there, nor is anything beyond it', () => {
  const index = indexDefinition(app)
  expect(compileRights(app, actor(['own'])).forms['deal']?.fields).not.toHaveProperty('account')
  const both = compileRights(app, actor(['own', 'accounts']))
  expect(both.forms['deal']?.fields['account']).toBe('write')
  expect(readablePath(index, both, 'deal', 'account.name')?.field.key).toBe('name')
  for (const path of [
    'account.secret',
    'account.nothing',
    'cost',
    'cost.name',
    '__proto__',
    'constructor',
    'account.owner.name',
  ])
    expect(readablePath(index, both, 'deal', path)).toBeUndefined()
})

test('an administrator may do everything, but nobody writes what is calculated', () => {
  const rights = compileRights(app, actor(['boss']))
  expect(rights).toMatchObject({ admin: true, build: true, manageMembers: true, dashboards: 'all' })
  expect(rights.forms['deal']).toMatchObject({
    delete: true,
    predicates: { read: true },
    fields: { cost: 'write', sum: 'read' },
  })
  expect(maskDefinition(app, rights)).toBe(app)
})
