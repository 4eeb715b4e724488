import { expect, test } from 'vitest'
import { aChoiceField, aForm, anApp, aNumberField, aTextField, aView } from '../builders.ts'
import { whereUsed } from '../where-used.ts'

test('what a table groups by, sums up, colours and offers as a quick filter is found', () => {
  const form = aForm({
    key: 'deal',
    fields: [aTextField(), aChoiceField({ key: 'stage' }), aNumberField({ key: 'size' })],
  })
  const won = { eq: [{ var: 'stage' }, 'won'] }
  const words = { en: 'Won', zh: '赢单' }
  const definition = anApp({
    forms: [form],
    views: [
      aView({
        form: 'deal',
        columns: ['name'],
        table: {
          groups: [{ field: 'stage' }],
          summaries: [{ field: 'size', function: 'sum' }],
          rowColors: [{ when: won, color: 'green', label: words }],
          quickFilters: [{ label: words, filter: won }, { field: 'size' }],
          wrap: ['size'],
        },
      }),
    ],
  })
  const uses = (field: string) =>
    whereUsed(definition, { form: 'deal', field })
      .map(({ kind }) => kind)
      .filter((kind) => kind !== 'layout')
  expect(uses('stage')).toEqual(['viewTableGroup', 'viewRowColor', 'viewQuickFilter'])
  expect(uses('size')).toEqual(['viewSummary', 'viewQuickFilter'])
})
