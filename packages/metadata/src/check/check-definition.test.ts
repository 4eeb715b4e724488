import type { AppDefinition, Field, Form, RollupField } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import {
  aChoiceField,
  aDateField,
  aForm,
  aFormulaField,
  anAnyRelationField,
  aLineItemsField,
  aLookupField,
  aMoneyField,
  anApp,
  aNumberField,
  aRelationField,
  aRelationsField,
  aReport,
  aRight,
  aRole,
  aRollupField,
  aSalesApp,
  aTextField,
  aView,
  aWorkflow,
} from '../builders.ts'
import { loadDefinition } from '../load-definition.ts'
import { isVolatile } from '../dependencies.ts'
import { problemText } from '../texts/index.ts'
import { checkDefinition } from './check-definition.ts'

const linked: RollupField = {
  type: 'rollup',
  key: 'linked',
  label: { en: 'Linked', zh: '汇总' },
  form: 'opportunity',
  through: 'contacts',
  function: 'count',
  resultType: 'number',
  scale: 0,
}

const codes = (definition: AppDefinition): string[] =>
  checkDefinition(definition).map(({ code, pointer }) => `${code} ${pointer}`)
const withFields = (...fields: Form['fields']): AppDefinition =>
  anApp({ forms: [aForm({ fields: [aTextField(), ...fields] })] })

const withTargets = (key: string, ...forms: string[]): AppDefinition =>
  anApp({
    forms: [
      aForm({
        fields: [aTextField(), anAnyRelationField({ key, targets: forms.map((form) => ({ form })) })],
      }),
      ...[...new Set(forms)].map((form) => aForm({ key: form })),
    ],
  })

test('what the builders make is a valid definition', () => {
  expect(loadDefinition(aSalesApp())).toEqual({ definition: aSalesApp() })
})

test('a value of another shape is refused with every place', () => {
  const result = loadDefinition({ ...anApp(), forms: [{ ...aForm(), extra: 1, titleField: 'A' }] })
  if (!('problems' in result)) throw new Error('was accepted')
  expect(result.problems.map(({ pointer }) => pointer).sort()).toEqual(['/forms/0', '/forms/0/titleField'])
})

test.each([
  [
    'a duplicate field',
    withFields(aTextField()),
    ['duplicate-key /forms/0/fields/1/key', 'twice-in-layout /forms/0/layout/sections/0/items/1/field'],
  ],
  ['a reserved key', withFields(aTextField({ key: 'owner' })), 'reserved-key /forms/0/fields/1/key'],
  [
    'a retired key',
    { ...withFields(aTextField({ key: 'old' })), retired: ['lead.old'] },
    'retired-key /forms/0/fields/1/key',
  ],
  ['a retired form', { ...anApp(), retired: ['lead'] }, 'retired-key /forms/0/key'],
  [
    'a form named like the table of line items',
    anApp({
      forms: [aForm({ fields: [aTextField(), aLineItemsField()] }), aForm({ key: 'lead_items' })],
    }),
    ['table-name-taken /forms/0/fields/1/key', 'table-name-taken /forms/1/key'],
  ],
  [
    'a table name that PostgreSQL would cut',
    anApp({
      forms: [
        aForm({ key: 'f'.repeat(48), fields: [aTextField(), aLineItemsField({ key: 'g'.repeat(20) })] }),
      ],
    }),
    'table-name-too-long /forms/0/fields/1/key',
  ],
  ['a relation to nowhere', withFields(aRelationField()), 'unknown-form /forms/0/fields/1/form'],
  [
    'a choice without options',
    withFields(aChoiceField({ options: [] })),
    'options-missing /forms/0/fields/1',
  ],
  [
    'own options and an option set',
    withFields({ ...aChoiceField(), optionSet: 'set' }),
    ['options-twice /forms/0/fields/1', 'unknown-option-set /forms/0/fields/1/optionSet'],
  ],
  [
    'an unknown option set',
    withFields(aChoiceField({ optionSet: 'set' })),
    'unknown-option-set /forms/0/fields/1/optionSet',
  ],
  [
    'bounds upside down',
    withFields(aMoneyField({ min: '10.5', max: '9.99' })),
    'min-above-max /forms/0/fields/1/min',
  ],
  [
    'a limit on a day that does not exist',
    withFields(aDateField({ key: 'due', latest: '2026-02-30' })),
    'no-such-day /forms/0/fields/1/latest',
  ],
  [
    'days upside down',
    withFields(aDateField({ key: 'due', earliest: 'today+7', latest: 'today' })),
    'min-above-max /forms/0/fields/1/earliest',
  ],
  [
    'more digits than the field keeps',
    withFields(aMoneyField({ min: '0.001' })),
    'too-many-digits /forms/0/fields/1/min',
  ],
  [
    'a field that a role both reads only and writes',
    anApp({ roles: [aRole({ forms: [aRight({ read: ['name'] })] })] }),
    'listed-twice /roles/0/forms/0/read/0',
  ],
  [
    'a form whose table would meet one that is kept aside',
    { ...anApp({ forms: [aForm({ key: 'quote_items' })] }), retired: ['quote', 'quote.items'] },
    'table-name-taken /forms/0/key',
  ],
  [
    'money without a currency',
    withFields(aFormulaField({ resultType: 'money' })),
    'currency-missing /forms/0/fields/1',
  ],
  ['a field without a name', withFields(aMoneyField({ label: {} })), 'no-label /forms/0/fields/1/label'],
  [
    'a default of another type',
    withFields(aNumberField({ default: 'many' })),
    'wrong-default /forms/0/fields/1/default',
  ],
  [
    'a default that is no option',
    withFields(aChoiceField({ default: 'gone' })),
    'unknown-option /forms/0/fields/1/default',
  ],
  [
    'a form named twice by a relation to any of several',
    withTargets('regarding', 'account', 'account'),
    'duplicate-key /forms/0/fields/1/targets/1/form',
  ],
  [
    'a relation to any of several whose column would have too long a name',
    withTargets('r'.repeat(48), 'a'.repeat(40)),
    'column-name-too-long /forms/0/fields/1/targets/0/form',
  ],
  [
    'line items two levels deep',
    withFields(
      aLineItemsField({
        fields: [aLineItemsField({ key: 'parts', fields: [aTextField(), aLineItemsField({ key: 'more' })] })],
      }),
    ),
    'nested-too-deep /forms/0/fields/1/fields/0/fields/1',
  ],
  [
    'a total of a column that rows inside rows do not have',
    withFields(
      aLineItemsField({
        fields: [aLineItemsField({ key: 'parts', totals: [{ field: 'gone', functions: ['sum'] }] })],
      }),
    ),
    'unknown-field /forms/0/fields/1/fields/0/totals/0/field',
  ],
  [
    'a required relation that would be cleared',
    anApp({
      forms: [
        aForm({
          fields: [aTextField(), aRelationField({ form: 'lead', required: true, onDelete: 'clear' })],
        }),
      ],
    }),
    'must-be-required-or-clear /forms/0/fields/1/onDelete',
  ],
  [
    'a column that would delete records',
    withFields(aLineItemsField({ fields: [aRelationField({ form: 'lead', onDelete: 'delete' })] })),
    'delete-in-line-items /forms/0/fields/1/fields/0/onDelete',
  ],
  [
    'an option in a formula that does not exist',
    withFields(
      aChoiceField(),
      aFormulaField({ expression: { if: [{ eq: [{ var: 'stage' }, 'gone'] }, 1, 2] } }),
    ),
    'unknown-option /forms/0/fields/2/expression/if/0/eq/1',
  ],
  [
    'an unknown variable',
    withFields(aFormulaField({ expression: { var: '$old.name' } })),
    'unknown-variable /forms/0/fields/1/expression/var',
  ],
  [
    'a column of a form that does not exist',
    withFields(aFormulaField({ expression: { countIfs: [{ column: 'none.name' }, 'x'] } })),
    'unknown-form /forms/0/fields/1/expression/countIfs/0/column',
  ],
  [
    'a column outside a calculated field',
    anApp({
      views: [aView({ filter: { gt: [{ countIfs: [{ column: 'account.name' }, 'x'] }, 1] } })],
    }),
    'unknown-variable /views/0/filter/gt/0/countIfs/0/column',
  ],
  [
    'a rollup over a relation that points elsewhere',
    anApp({
      forms: [
        aForm({ key: 'account', fields: [aTextField(), aRollupField()] }),
        aForm({ key: 'opportunity', fields: [aTextField(), aRelationField({ form: 'opportunity' })] }),
      ],
    }),
    'unsuitable-field /forms/0/fields/1/relation',
  ],
  [
    'a rollup through a relation to many of another form',
    anApp({
      forms: [
        aForm({ key: 'account', fields: [aTextField(), aRelationsField({ form: 'lead' }), linked] }),
        aForm({ key: 'opportunity' }),
        aForm({ key: 'lead' }),
      ],
    }),
    'rows-missing /forms/0/fields/2',
  ],
  [
    'a rollup through a relation to one',
    anApp({
      forms: [
        aForm({ key: 'account', fields: [aTextField(), aRelationField({ key: 'contacts' }), linked] }),
        aForm({ key: 'opportunity' }),
      ],
    }),
    'unsuitable-field /forms/0/fields/2/through',
  ],
  [
    'a view column that does not exist',
    anApp({ views: [aView({ columns: ['none'] })] }),
    'unknown-field /views/0/columns/0',
  ],
  ['a board without groups', anApp({ views: [aView({ type: 'board' })] }), 'view-setting-missing /views/0'],
  [
    'a calendar without a date',
    anApp({ views: [aView({ type: 'calendar' })] }),
    'view-setting-missing /views/0',
  ],
  [
    'a gallery without pictures',
    anApp({ views: [aView({ type: 'gallery' })] }),
    'view-setting-missing /views/0',
  ],

  [
    'a board grouped by a text',
    anApp({ views: [aView({ groupBy: 'name' })] }),
    'unsuitable-field /views/0/groupBy',
  ],
  [
    'a sum of a text',
    anApp({
      reports: [aReport({ measures: [{ key: 's', label: { en: 'S' }, function: 'sum', field: 'name' }] })],
    }),
    'unsuitable-field /reports/0/measures/0/field',
  ],
  [
    'a measure without a field',
    anApp({ reports: [aReport({ measures: [{ key: 's', label: { en: 'S' }, function: 'sum' }] })] }),
    'field-missing /reports/0/measures/0',
  ],
  [
    'a widget without a report',
    anApp({
      dashboards: [
        { key: 'd', label: { en: 'D' }, widgets: [{ key: 'w', report: 'r', x: 0, y: 0, w: 4, h: 4 }] },
      ],
    }),
    'unknown-report /dashboards/0/widgets/0/report',
  ],
  [
    'an approver of a role that does not exist',
    anApp({
      workflows: [
        aWorkflow({ steps: [{ key: 's', label: { en: 'S' }, approver: { type: 'role', role: 'boss' } }] }),
      ],
    }),
    'unknown-role /workflows/0/steps/0/approver/role',
  ],
  [
    'a workflow that sets a calculated field',
    { ...withFields(aFormulaField()), workflows: [aWorkflow({ onStart: { total: 1 } })] },
    'unsuitable-field /workflows/0/onStart/total',
  ],
  [
    'a right on a field that does not exist',
    anApp({ roles: [aRole({ forms: [aRight({ write: ['none'] })] })] }),
    'unknown-field /roles/0/forms/0/write/0',
  ],
  [
    'navigation to nowhere',
    anApp({ navigation: [{ key: 'n', label: { en: 'N' }, items: [{ type: 'form', key: 'none' }] }] }),
    'unknown-form /navigation/0/items/0/key',
  ],
  [
    'a field outside the layout',
    anApp({ forms: [aForm({ layout: { sections: [{ key: 'a', columns: 1, items: [] }] } })] }),
    'not-in-layout /forms/0/fields/0',
  ],
  [
    'a conversion step that is not there to open',
    anApp({
      forms: [
        aForm({
          conversions: [
            { key: 'c', label: { en: 'C' }, creates: [{ key: 's', form: 'lead', values: {} }], open: 'x' },
          ],
        }),
      ],
    }),
    'unknown-step /forms/0/conversions/0/open',
  ],
  [
    'a step that refers to a later one',
    anApp({
      forms: [
        aForm({
          conversions: [
            {
              key: 'c',
              label: { en: 'C' },
              creates: [
                { key: 'one', form: 'lead', values: { name: { var: '$created.two.name' } } },
                { key: 'two', form: 'lead', values: {} },
              ],
            },
          ],
        }),
      ],
    }),
    'unknown-variable /forms/0/conversions/0/creates/0/values/name/var',
  ],
] satisfies [string, AppDefinition, string | string[]][])('%s is found', (_, definition, code) => {
  expect(codes(definition)).toEqual([code].flat())
})

test('a circle across forms is told with its path', () => {
  const definition = anApp({
    forms: [
      aForm({
        key: 'account',
        fields: [aTextField(), aRollupField({ key: 'sum', function: 'sum', field: 'total' })],
      }),
      aForm({
        key: 'opportunity',
        fields: [aTextField(), aRelationField(), aFormulaField({ expression: { var: 'account.sum' } })],
      }),
    ],
  })
  expect(checkDefinition(definition)).toEqual([
    {
      code: 'cycle',
      pointer: '/forms/0/fields/1',
      params: {
        path: [
          { en: 'Account.Sum', zh: 'account.sum' },
          { en: 'Opportunity.Total', zh: 'opportunity.total' },
          { en: 'Account.Sum', zh: 'account.sum' },
        ],
      },
    },
  ])
})

test('a form can have 1,000 fields and not one more', () => {
  const fields = Array.from({ length: 999 }, (_, place) => aTextField({ key: `f${place}` }))
  expect(codes(withFields(...fields))).toEqual([])
  expect(codes(withFields(...fields, aTextField({ key: 'last' })))).toEqual([
    'too-many-fields /forms/0/fields',
  ])
})

test('a chain of 900 formulas is no circle and does not exhaust the stack', () => {
  const chain = Array.from({ length: 900 }, (_, place) =>
    aFormulaField({ key: `f${place}`, expression: place === 899 ? 1 : { var: `f${place + 1}` } }),
  )
  expect(checkDefinition(withFields(...chain))).toEqual([])
})

test('a circle over three forms is told in the words of the builder', () => {
  const named = (key: string) => ({ key, label: { en: key.toUpperCase(), zh: `表${key}` } })
  const total = (form: string) =>
    aRollupField({
      key: 'total',
      label: { en: 'Total', zh: '合计' },
      form,
      relation: 'up',
      function: 'sum',
      field: 'total',
    })
  const up = (form: string) => aRelationField({ key: 'up', form })
  const seen = aLookupField({
    key: 'total',
    label: { en: 'Seen', zh: '引用值' },
    path: 'up.up.total',
    resultType: 'number',
    scale: 0,
  })
  const definition = anApp({
    forms: [
      aForm({ ...named('a'), fields: [aTextField(), total('b')] }),
      aForm({ ...named('b'), fields: [aTextField(), up('a'), total('c')] }),
      aForm({ ...named('c'), fields: [aTextField(), up('b'), seen] }),
    ],
  })
  const [cycle, ...others] = checkDefinition(definition)
  expect(others).toEqual([])
  expect(cycle?.pointer).toBe('/forms/0/fields/1')
  expect(cycle && problemText(cycle, 'en')).toContain('A.Total → B.Total → C.Seen → A.Total')
  expect(cycle && problemText(cycle, 'zh')).toContain('表a.合计 → 表b.合计 → 表c.引用值 → 表a.合计')
})

test('a circle over lists of records is found in both directions, and one over neither is none', () => {
  const total = {
    ...linked,
    key: 'total',
    form: 'b',
    through: 'list',
    function: 'sum' as const,
    field: 'total',
  }
  const list = (form: string) => aRelationsField({ key: 'list', form })
  const back = aRollupField({ key: 'total', form: 'a', relation: 'list', function: 'sum', field: 'total' })
  const forms = (field: Field) =>
    anApp({
      forms: [
        aForm({ key: 'a', fields: [aTextField(), list('b'), total] }),
        aForm({ key: 'b', fields: [aTextField(), field] }),
      ],
    })
  expect(checkDefinition(forms(back)).map(({ code }) => code)).toEqual(['cycle'])
  expect(checkDefinition(forms(aNumberField({ key: 'total' })))).toEqual([])
})

test('a circle over columns of other forms is found, and such a field is calculated while reading', () => {
  const counts = (key: string, of: string) =>
    aFormulaField({ key, expression: { sumIfs: [{ column: of }, { column: of }, { var: 'id' }] } })
  const form = (key: string, of: string) => aForm({ key, fields: [aTextField(), counts('total', of)] })
  const round = anApp({ forms: [form('a', 'b.total'), form('b', 'c.total'), form('c', 'a.total')] })
  expect(checkDefinition(round).map(({ code }) => code)).toEqual(['cycle'])
  const open = anApp({ forms: [form('a', 'b.total'), form('b', 'b.name')] })
  expect(checkDefinition(open)).toEqual([])
  expect(isVolatile(open, { form: 'a' }, 'total')).toBe(true)
})

test('each column of line items has its totals once', () => {
  const items = aLineItemsField({
    totals: [
      { field: 'price', functions: ['count'] },
      { field: 'gone', functions: [] },
      { field: 'price', functions: [] },
    ],
  })
  expect(codes(withFields(items))).toEqual([
    'unknown-field /forms/0/fields/1/totals/1/field',
    'unknown-field /forms/0/fields/1/totals/2/field',
  ])
})
