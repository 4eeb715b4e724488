import type { AppDefinition, Edit } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import {
  aChoiceField,
  aForm,
  aFormulaField,
  aLineItemsField,
  anApp,
  aReport,
  aRight,
  aSalesApp,
  aTextField,
  aView,
} from '../builders.ts'
import { applyEdit } from './apply-edit.ts'

const label = { en: 'A' }
const option = (key: string) => ({ key, label })

const shared = anApp({
  forms: [aForm({ fields: [aTextField(), aChoiceField({ optionSet: 'stages' })] })],
  optionSets: [{ key: 'stages', label, options: [option('open'), option('won')] }],
  views: [aView({ filter: { eq: [{ var: 'stage' }, 'won'] } })],
})
const reported = anApp({
  reports: [aReport()],
  dashboards: [{ key: 'd', label, widgets: [{ key: 'w', report: 'how_many', x: 0, y: 0, w: 4, h: 4 }] }],
})
const oneColumn = anApp({
  forms: [aForm({ fields: [aTextField(), aLineItemsField({ fields: [aTextField()] })] })],
})
const fullPage = Array.from({ length: 200 }, (_, place) => ({
  key: `s${place}`,
  columns: 1,
  items: place === 0 ? [{ field: 'name' }] : [],
}))

test.each([
  [
    'an option of a set that a condition names',
    shared,
    { type: 'putOptionSet', optionSet: { key: 'stages', label, options: [option('open')] } },
    'in-use /optionSet/options',
  ],
  [
    'an option set that a field takes',
    shared,
    { type: 'removeDocument', kind: 'optionSet', key: 'stages' },
    'in-use /key',
  ],
  [
    'a report on a dashboard',
    reported,
    { type: 'removeDocument', kind: 'report', key: 'how_many' },
    'in-use /key',
  ],
  [
    'the last column',
    oneColumn,
    { type: 'removeField', form: 'lead', lineItems: 'items', field: 'name' },
    'last-column /field',
  ],
  [
    'columns changed as a property',
    oneColumn,
    { type: 'setField', form: 'lead', field: aLineItemsField() },
    'columns-changed /field/fields',
  ],
  [
    'a new section that brings fields',
    anApp(),
    {
      type: 'addSection',
      form: 'lead',
      section: { key: 'new', columns: 1, items: [{ field: 'name' }] },
      index: 0,
    },
    'section-not-empty /section/items',
  ],
  [
    'rights for a role that does not exist',
    anApp(),
    {
      type: 'addForm',
      form: aForm({ key: 'task' }),
      rights: [{ role: 'none', right: aRight({ form: 'task' }) }],
    },
    'unknown-target /rights/0/role',
  ],
  [
    'a section moved too far',
    anApp(),
    { type: 'moveSection', form: 'lead', section: 'main', index: 5 },
    'out-of-range /index',
  ],
  [
    'a conversion moved that is not there',
    anApp(),
    { type: 'moveConversion', form: 'lead', conversion: 'gone', index: 0 },
    'unknown-target /conversion',
  ],
  [
    'more sections than a form can have',
    anApp({ forms: [aForm({ layout: { sections: fullPage } })] }),
    { type: 'addSection', form: 'lead', section: { key: 'more', columns: 1, items: [] }, index: 0 },
    'invalid /forms/0/layout/sections',
  ],
  [
    'navigation restored over a newer one',
    anApp(),
    { type: 'restore', navigation: { from: [{ key: 'old', label, items: [] }], to: [] } },
    'changed-meanwhile /navigation',
  ],
] satisfies [string, AppDefinition, Edit, string][])('refused: %s', (_, definition, edit, code) => {
  const result = applyEdit(definition, edit)
  if (!('problems' in result)) throw new Error('was accepted')
  expect(result.problems.map((one) => `${one.code} ${one.pointer}`)).toEqual([code])
})

test('a definition that has a problem of its own can still be edited', () => {
  const broken = anApp({ views: [aView({ columns: ['gone'] })] })
  const result = applyEdit(broken, { type: 'putView', view: aView({ key: 'other' }) })
  expect(result).toHaveProperty('definition')
})

test('what a field says about itself does not keep it', () => {
  const circle = anApp({
    forms: [aForm({ fields: [aTextField(), aFormulaField({ expression: { var: 'total' } })] })],
  })
  const result = applyEdit(circle, { type: 'removeField', form: 'lead', field: 'total' })
  expect(result).toHaveProperty('definition')
})

test('a dashboard leaves the menus of those who saw it', () => {
  const app = aSalesApp()
  const seen: AppDefinition = {
    ...app,
    dashboards: [{ key: 'd', label, widgets: [] }],
    roles: app.roles.map((role) => ({ ...role, dashboards: ['d'] })),
    navigation: [{ key: 'n', label, items: [{ type: 'dashboard', key: 'd' }] }],
  }
  const result = applyEdit(seen, { type: 'removeDocument', kind: 'dashboard', key: 'd' })
  if ('problems' in result) throw new Error('was refused')
  expect(result.definition.roles[0]?.dashboards).toEqual([])
  expect(result.definition.navigation[0]?.items).toEqual([])
})
