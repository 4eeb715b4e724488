import { indexDefinition } from '@pipewright/metadata'
import {
  aDateField,
  aForm,
  aMoneyField,
  aRelationField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import type { RecordMatch } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { listFilter } from './list-filter.ts'

const index = indexDefinition(
  anApp({
    forms: [
      aForm({
        key: 'payment',
        fields: [
          aTextField(),
          aMoneyField(),
          aDateField({ key: 'day' }),
          aRelationField({ key: 'order', form: 'payment' }),
          { type: 'tags', key: 'marks', label: { en: 'Marks' } },
        ],
      }),
    ],
  }),
)
const context = { now: '2026-01-01T00:00:00.000Z', today: '2026-01-01', zone: 'UTC' }
const data = {
  id: 'o1',
  start: '2026-01-31',
  marks: ['a', 'b'],
  nothing: null,
  account: 'a1',
  'account.region': 'r1',
}
const filter = (...where: RecordMatch[]) => listFilter(index, { form: 'payment', where }, data, context)

test.each<[RecordMatch, unknown]>([
  [{ field: 'order', operator: 'eq', value: { var: 'id' } }, { eq: [{ var: 'order' }, 'o1'] }],
  [
    { field: 'order', operator: 'ne', value: { var: 'account.region' } },
    { not: [{ eq: [{ var: 'order' }, 'r1'] }] },
  ],
  [{ field: 'day', operator: 'gte', value: { var: 'start' } }, { gte: [{ var: 'day' }, '2026-01-31'] }],
  [{ field: 'amount', operator: 'lt', value: 10 }, { lt: [{ var: 'amount' }, 10] }],
  [{ field: 'marks', operator: 'eq', value: 'a' }, { hasAny: [{ var: 'marks' }, ['a']] }],
  [{ field: 'name', operator: 'eq', value: { var: 'marks' } }, { in: [{ var: 'name' }, ['a', 'b']] }],
  [{ field: 'name', operator: 'isEmpty' }, { isEmpty: [{ var: 'name' }] }],
])('%j is asked of the records as %j', (match, expected) => {
  expect(filter(match)).toEqual(expected)
})

test('all conditions must hold, and nothing is asked while a value is empty', () => {
  const named: RecordMatch = { field: 'name', operator: 'notEmpty' }
  expect(filter(named, { field: 'order', operator: 'eq', value: { var: 'id' } })).toEqual({
    and: [{ notEmpty: [{ var: 'name' }] }, { eq: [{ var: 'order' }, 'o1'] }],
  })
  expect(filter(named, { field: 'order', operator: 'eq', value: { var: 'nothing' } })).toBeNull()
  expect(filter(named, { field: 'order', operator: 'eq' })).toBeNull()
})
