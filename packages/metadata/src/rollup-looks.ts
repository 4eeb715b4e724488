import type { Field, RollupField } from '@pipewright/schemas'
import { valueTypeOf } from './field-value.ts'
import { resultLooks, type ResultLooks } from './result-looks.ts'

/** What a rollup of a field gives; undefined where the builder chooses how a figure is shown. */
export function rollupLooks(how: RollupField['function'], measured: Field): ResultLooks | undefined {
  if (how === 'first' || how === 'last') return resultLooks(measured)
  if (how !== 'list' && how !== 'listDistinct') return undefined
  return { resultType: how === 'listDistinct' && valueTypeOf(measured) === 'choice' ? 'multiChoice' : 'text' }
}
