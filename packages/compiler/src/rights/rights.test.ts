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
  team: [],
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
  const rights = compileRights(app, actor(['team'], { departmentId: null, departmentTree: [], team: [] }))
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

test('AZ-05: neither a list in a section nor a formula betrays a field of another form that may not be read', () => {
  const [account, deal] = app.forms
  if (account === undefined || deal === undefined) throw new Error('no forms')
  const listing = (field: string) => ({
    form: 'account',
    where: [{ field, operator: 'eq' as const, value: { var: 'name' } }],
    columns: ['name', 'secret'],
  })
  const counting = (key: string, column: string) =>
    aFormulaField({ key, expression: { countIfs: [{ column }, { var: 'name' }] }, resultType: 'number' })
  const sections = ['name', 'secret'].map((key) => ({ key, columns: 1, items: [], list: listing(key) }))
  const fields = [...deal.fields, counting('open', 'account.name'), counting('shut', 'account.secret')]
  const made = { ...app, forms: [account, { ...deal, fields, layout: { ...deal.layout, sections } }] }
  const right = (form: string, read: string[]) => aRight({ form, actions: ['read'], write: [], read })
  const forms = [right('account', ['name']), right('deal', ['name', 'cost', 'account', 'open', 'shut'])]
  const definition = { ...made, roles: [aRole({ key: 'reader', forms })] }
  const masked = maskDefinition(definition, compileRights(definition, actor(['reader'])))
  const seen = masked.forms.find(({ key }) => key === 'deal')
  expect(seen?.layout.sections).toEqual([
    { key: 'name', columns: 1, items: [], list: { ...listing('name'), columns: ['name'] } },
  ])
  const expressions = (seen?.fields ?? []).flatMap((one) =>
    one.type === 'formula' && one.key !== 'sum' ? [[one.key, one.expression]] : [],
  )
  expect(expressions).toEqual([
    ['open', { countIfs: [{ column: 'account.name' }, { var: 'name' }] }],
    ['shut', null],
  ])
})

test('examples, which may hold values of real records, are not handed out', () => {
  const examples = [{ inputs: { name: 'x' }, expected: 'x' }]
  const rule = {
    key: 'r',
    label: { en: 'R', zh: '规' },
    when: { notEmpty: [{ var: 'name' }] },
    effects: [{ type: 'require' as const, fields: ['sum'] }],
    examples: [{ inputs: { name: 'x' }, applies: true }],
  }
  const sum = aFormulaField({ key: 'sum', expression: { var: 'name' }, resultType: 'text', examples })
  const form = aForm({ key: 'deal', fields: [aTextField(), sum], rules: [rule] })
  const right = aRight({ form: 'deal', actions: ['read'], read: ['name', 'sum'] })
  const kept = anApp({ forms: [form], roles: [aRole({ key: 'own', forms: [right] })] })
  const masked = maskDefinition(kept, compileRights(kept, actor(['own'])))
  expect(JSON.stringify(kept)).toContain('examples')
  expect(masked.forms[0]?.rules).toHaveLength(1)
  expect(JSON.stringify(masked)).not.toContain('examples')
})
