import type { AppDefinition } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { takeViewEdits } from './take-view-edits.ts'

const definition = {
  views: [{ key: 'big_deals' }],
  navigation: [
    { key: 'sales', label: { en: 'Sales' }, items: [{ type: 'form', key: 'deal' }] },
    { key: 'more', label: { en: 'More' }, items: [] },
  ],
  roles: [
    { key: 'rep', label: {}, forms: [], opens: ['old'] },
    { key: 'boss', label: {}, forms: [] },
  ],
} as unknown as AppDefinition
const view = { form: 'deal', settings: { type: 'table', columns: ['name'] } } as const
const plan = { name: ' Big deals ', group: 'sales', roles: ['rep'], opens: true }

test('a view gets a key of its own, a place in the navigation for its roles, and opens their list', () => {
  const { key, edits } = takeViewEdits(
    definition,
    { form: 'deal', settings: { ...view.settings, columns: ['name'] } },
    plan,
  )
  expect(key).toBe('big_deals_2')
  expect(edits).toEqual([
    {
      type: 'putView',
      view: {
        type: 'table',
        columns: ['name'],
        key,
        form: 'deal',
        label: { en: 'Big deals', zh: 'Big deals' },
      },
    },
    {
      type: 'setNavigation',
      navigation: [
        {
          ...definition.navigation[0],
          items: [
            { type: 'form', key: 'deal' },
            { type: 'view', key, roles: ['rep'] },
          ],
        },
        definition.navigation[1],
      ],
    },
    { type: 'putRole', role: { ...definition.roles[0], opens: [key, 'old'] } },
  ])
})

test('without a place and roles it is a tab of the list alone', () => {
  const settings = { type: 'table' as const, columns: ['name'] }
  const { edits } = takeViewEdits(
    definition,
    { form: 'deal', settings },
    { ...plan, group: null, opens: false },
  )
  expect(edits.map(({ type }) => type)).toEqual(['putView'])
})
