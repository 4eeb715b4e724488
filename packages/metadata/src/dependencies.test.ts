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

test.each([
  [{ isMe: [{ var: 'owner' }] }, true],
  [{ if: [{ hasRole: ['manager'] }, true, false] }, true],
  [{ eq: [{ var: 'owner' }, { var: '$me' }] }, true],
  [{ notEmpty: [{ var: 'owner' }] }, false],
])('a value that is another for each reader is not kept in the table: %j', (expression, isAnother) => {
  const mine = aFormulaField({ key: 'mine', expression, resultType: 'yesNo' })
  const definition = anApp({ forms: [aForm({ key: 'deal', fields: [aTextField(), mine] })] })
  expect(isVolatile(definition, { form: 'deal' }, 'mine')).toBe(isAnother)
})
