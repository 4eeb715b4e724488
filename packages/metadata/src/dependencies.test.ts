import { expect, test } from 'vitest'
import { aForm, aFormulaField, anApp, aRelationField, aRollupField, aTextField } from './builders.ts'
import { isVolatile } from './dependencies.ts'

test('what is made of a value that moves with time moves too, across forms', () => {
  const definition = anApp({
    forms: [
      aForm({
        key: 'account',
        fields: [
          aTextField(),
          aRollupField({ key: 'late', function: 'sum', field: 'days' }),
          aRollupField({ key: 'all' }),
          aRollupField({ key: 'recent', filter: { inLastDays: [{ var: 'created_at' }, 7] } }),
        ],
      }),
      aForm({
        key: 'opportunity',
        fields: [
          aTextField(),
          aRelationField(),
          aFormulaField({ key: 'days', expression: { day: [{ var: '$today' }] } }),
        ],
      }),
    ],
  })
  expect(isVolatile(definition, { form: 'opportunity' }, 'days')).toBe(true)
  expect(isVolatile(definition, { form: 'account' }, 'late')).toBe(true)
  expect(isVolatile(definition, { form: 'account' }, 'recent')).toBe(true)
  expect(isVolatile(definition, { form: 'account' }, 'all')).toBe(false)
})
