import { isNumeric, scaleOf, type DefinitionIndex, type Place } from '@pipewright/metadata'
import type { ExampleCalculation, ExampleScene } from '@pipewright/logic'
import type { Expression, Field } from '@pipewright/schemas'
import { formScope } from '../app/form-scope.ts'
import { roundingOf } from '../records/values/decimal.ts'

/** A calculation whose result the field takes, with the digits that it keeps. */
export const calculationFor = (field: Field | undefined, expression: Expression): ExampleCalculation =>
  field === undefined || !isNumeric(field)
    ? { expression }
    : { expression, scale: scaleOf(field), rounding: roundingOf(field) }

/** Example rows of a place are tried with what its formulas and rules know when they run. */
export const exampleScene = (index: DefinitionIndex, place: Place): ExampleScene => ({
  scope: formScope(index, place),
  formula(path) {
    const field = path.length === 1 ? index.field(place, path[0] ?? '')?.field : undefined
    return field?.type === 'formula' && field.expression !== null
      ? calculationFor(field, field.expression)
      : undefined
  },
})
