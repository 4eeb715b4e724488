import type { Field, RollupField } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import {
  aForm,
  aFormulaField,
  aLineItemsField,
  anApp,
  aNumberField,
  aRelationField,
  aRollupField,
  aTextField,
} from '../builders.ts'
import { problemText } from '../texts/index.ts'
import { checkDefinition } from './check-definition.ts'

const v = (name: string) => ({ var: name })
const rollup = (key: string, given: Partial<RollupField>): RollupField => {
  const made = aRollupField({ key, form: 'order', function: 'sum', field: 'pieces', scale: 2, ...given })
  if (made.lineItems !== undefined) delete (made as { relation?: string }).relation
  return made
}
const orders = (column: Field, part: Field = aTextField()) =>
  anApp({
    forms: [
      aForm({
        key: 'order',
        fields: [
          aTextField({ key: 'title' }),
          aRelationField({ key: 'before', form: 'order' }),
          aLineItemsField({
            key: 'items',
            fields: [
              aLineItemsField({ key: 'parts', fields: [aNumberField({ key: 'pieces' }), part] }),
              column,
            ],
          }),
          aLineItemsField({ key: 'others', fields: [aNumberField({ key: 'pieces' })] }),
        ],
      }),
    ],
  })
const codes = (...given: Parameters<typeof orders>) =>
  checkDefinition(orders(...given)).map(({ code, pointer }) => `${code} ${pointer}`)

test('a column may sum up the rows inside its row', () => {
  expect(codes(rollup('sum', { lineItems: 'items.parts' }))).toEqual([])
})

test.each([
  ['rows of another table', { lineItems: 'others' }, 'rows-missing /forms/0/fields/2/fields/1'],
  ['the rows it stands among', { lineItems: 'items' }, 'rows-missing /forms/0/fields/2/fields/1'],
  ['records that refer to the record', { relation: 'before' }, 'rows-missing /forms/0/fields/2/fields/1'],
  ['what no row holds', { lineItems: 'items.none' }, 'unknown-field /forms/0/fields/2/fields/1/lineItems'],
])('but not %s', (_name, given, problem) => {
  expect(codes(rollup('sum', given))).toContain(problem)
})

test('what is made of a sum that is made of it is a circle, named by its way', () => {
  const half = aFormulaField({ key: 'half', expression: { mul: [v('$parent.sum'), 2] } })
  const [circle, ...others] = checkDefinition(
    orders(rollup('sum', { lineItems: 'items.parts', field: 'half' }), half),
  )
  expect(others).toEqual([])
  expect(circle?.code).toBe('cycle')
  expect(circle && problemText(circle, 'en')).toMatch(/half.* → .*sum|sum.* → .*half/i)
})
