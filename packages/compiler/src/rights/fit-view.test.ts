import { indexDefinition } from '@pipewright/metadata'
import {
  aChoiceField,
  aForm,
  aMoneyField,
  anApp,
  aRight,
  aRole,
  aTextField,
  aView,
} from '@pipewright/metadata/builders'
import type { View } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import type { Actor } from './actor.ts'
import { compileRights } from './compile-rights.ts'
import { fitView } from './fit-view.ts'

const app = anApp({
  forms: [
    aForm({
      key: 'deal',
      fields: [aTextField(), aMoneyField(), aMoneyField({ key: 'cost' }), aChoiceField()],
    }),
  ],
  roles: [
    aRole({
      key: 'rep',
      forms: [
        aRight({
          form: 'deal',
          actions: ['read', 'update'],
          scope: { type: 'all' },
          write: ['name', 'amount'],
          read: [],
        }),
      ],
    }),
    aRole({ key: 'boss', admin: true, forms: [] }),
  ],
})
const index = indexDefinition(app)

function fitted(view: Partial<View>, role = 'rep') {
  const actor: Actor = {
    memberId: 'm',
    departmentId: null,
    departmentTree: [],
    team: [],
    roles: [role],
    admin: role === 'boss',
    zone: 'UTC',
    locale: 'en',
  }
  return fitView(index, compileRights(app, actor), aView({ form: 'deal', columns: ['name'], ...view }))
}

test('a view that names only what is readable is shown as it was saved', () => {
  const view = aView({
    form: 'deal',
    columns: ['name', 'amount', 'owner'],
    filter: { and: [{ gt: [{ var: 'amount' }, '5'] }, { eq: [{ var: 'owner' }, { var: '$me' }] }] },
    sort: [{ field: 'amount', direction: 'desc' }],
  })
  expect(fitted(view)).toEqual({ view, leftOut: [] })
})

test.each(['cost', 'gone'])('what names %s is left out, with what it was compared with', (field) => {
  const { view, leftOut } = fitted({
    columns: ['name', field, 'amount'],
    filter: { and: [{ gt: [{ var: field }, '777333'] }, { gt: [{ var: 'amount' }, '5'] }] },
    sort: [
      { field, direction: 'asc' },
      { field: 'name', direction: 'asc' },
    ],
    sums: [field],
  })!
  expect(view).toMatchObject({
    columns: ['name', 'amount'],
    filter: { gt: [{ var: 'amount' }, '5'] },
    sort: [{ field: 'name', direction: 'asc' }],
  })
  expect(JSON.stringify(view)).not.toMatch(new RegExp(`${field}|777333`))
  expect(leftOut.toSorted()).toEqual(['columns', 'filter', 'sort', 'sums'])
})

test('a filter of alternatives is asked as a whole or not at all', () => {
  const filter = { or: [{ gt: [{ var: 'cost' }, '1'] }, { gt: [{ var: 'amount' }, '5'] }] }
  expect(fitted({ filter })?.view.filter).toBeUndefined()
  expect(fitted({ filter }, 'boss')?.view.filter).toEqual(filter)
})

test('a board without the field of its columns is a table, and a table keeps a column', () => {
  expect(fitted({ type: 'board', groupBy: 'stage', columns: ['cost'] })).toEqual({
    view: aView({ form: 'deal', type: 'table', columns: ['name'] }),
    leftOut: ['columns', 'groupBy'],
  })
})

test('nothing is told of a form that may not be read', () => {
  expect(fitted({ form: 'elsewhere' })).toBeUndefined()
})
