import { expect, test } from 'vitest'
import {
  aChoiceField,
  aForm,
  anApp,
  aRelationField,
  aReport,
  aRight,
  aRole,
  aSalesApp,
  aTextField,
  aView,
} from './builders.ts'
import { whereUsed } from './where-used.ts'

const uses = (...given: Parameters<typeof whereUsed>): string[] =>
  whereUsed(...given).map(({ kind, pointer }) => `${kind} ${pointer}`)

test('a field is found in its own form, through a relation, and in rights', () => {
  expect(uses(aSalesApp(), { form: 'account', field: 'industry' })).toEqual([
    'layout /forms/0/layout/sections/0/items/1/field',
    'viewColumn /views/0/columns/1',
    'roleWrite /roles/0/forms/0/write/1',
  ])
})

test('the relation that a path walks through is used too', () => {
  expect(uses(aSalesApp(), { form: 'opportunity', field: 'account' })).toContain(
    'viewColumn /views/0/columns/1',
  )
})

test('a column of line items is not the field of the same name', () => {
  expect(uses(aSalesApp(), { form: 'opportunity', lineItems: 'items', field: 'price' })).toEqual([
    'roleWrite /roles/0/forms/1/write/7',
  ])
})

test('an option is found inside conditions, on either side, in lists and in values that are set', () => {
  const definition = anApp({
    forms: [
      aForm({
        fields: [aTextField(), aChoiceField({ default: 'won' })],
        rules: [
          {
            key: 'r',
            label: { en: 'R' },
            when: {
              and: [{ eq: ['won', { var: 'stage' }] }, { in: [{ var: '$old.stage' }, ['lost', 'won']] }],
            },
            effects: [
              {
                type: 'set',
                field: 'stage',
                value: { if: [{ eq: [{ var: 'name' }, 'won'] }, 'won', 'open'] },
              },
            ],
          },
        ],
      }),
      aForm({ key: 'task', fields: [aTextField(), aRelationField({ key: 'lead', form: 'lead' })] }),
    ],
    views: [aView({ form: 'task', filter: { ne: [{ var: 'lead.stage' }, 'won'] } })],
  })
  expect(uses(definition, { form: 'lead', field: 'stage', option: 'won' })).toEqual([
    'default /forms/0/fields/1/default',
    'rule /forms/0/rules/0/when/and/0/eq/0',
    'rule /forms/0/rules/0/when/and/1/in/1/1',
    'rule /forms/0/rules/0/effects/0/value/if/1',
    'viewFilter /views/0/filter/ne/1',
  ])
})

test('an option of a shared set is found through every field that takes it', () => {
  const definition = anApp({
    forms: [aForm({ fields: [aTextField(), aChoiceField({ optionSet: 'stages' })] })],
    optionSets: [{ key: 'stages', label: { en: 'Stages' }, options: [{ key: 'won', label: { en: 'Won' } }] }],
    views: [aView({ filter: { eq: [{ var: 'stage' }, 'won'] } })],
  })
  expect(uses(definition, { kind: 'optionSet', key: 'stages', option: 'won' })).toEqual([
    'viewFilter /views/0/filter/eq/1',
  ])
  expect(uses(definition, { kind: 'optionSet', key: 'stages' })).toEqual([
    'optionSet /forms/0/fields/1/optionSet',
  ])
})

test('a form is used by whatever names it or reads through it, not by itself', () => {
  const definition = anApp({ reports: [aReport()], roles: [aRole({ forms: [aRight()] })] })
  expect(uses(definition, { kind: 'form', key: 'lead' })).toEqual([
    'report /reports/0/form',
    'roleForm /roles/0/forms/0/form',
    'roleWrite /roles/0/forms/0/write/0',
  ])
})
