import {
  measuredBy,
  meets,
  resultLooks,
  rollupLooks,
  rollupPlace,
  valueTypeOf,
  type DefinitionIndex,
} from '@pipewright/metadata'
import type { Field, RollupField } from '@pipewright/schemas'
import type { FieldChanges } from './sheets/sheet.ts'

export type RollupFunction = RollupField['function']

export const rollupFunctions: readonly RollupFunction[] = [
  'count',
  'sum',
  'avg',
  'min',
  'max',
  'first',
  'last',
  'countDistinct',
  'list',
  'listDistinct',
]

/** Whether the builder chooses how what comes out is shown; otherwise it is shown like the field. */
export const isFigure = (how: RollupFunction): boolean =>
  !['first', 'last', 'list', 'listDistinct'].includes(how)

/** Whether the order of the records makes a difference. */
export const isOrderedBy = (how: RollupFunction): boolean => ['first', 'last', 'list'].includes(how)

/** The fields of the rolled-up records or rows that a way of summing up can take. */
export function measurable(
  index: DefinitionIndex,
  rollup: RollupField,
  how: RollupFunction,
): readonly Field[] {
  const place = rollupPlace(rollup)
  const fields = index.fieldsOf(place.form, place.lineItems)
  if (how === 'count') return fields
  return fields.filter((field) => {
    const found = index.field(place, field.key)
    return found !== undefined && meets(found, measuredBy[how])
  })
}

export const orderable = (index: DefinitionIndex, rollup: RollupField): readonly Field[] =>
  measurable(index, rollup, 'max')

/** The properties of a rollup that takes a field in a way. */
export function rollupChanges(how: RollupFunction, measured: Field | undefined): FieldChanges<RollupField> {
  const none = { resultForm: undefined, scale: undefined, currency: undefined }
  const order = isOrderedBy(how) ? {} : { orderBy: undefined }
  const base = { function: how, field: measured?.key, ...order, ...none }
  if (measured === undefined || how === 'count' || how === 'countDistinct')
    return { ...base, resultType: 'number', scale: 0 }
  const looks = rollupLooks(how, measured) ?? resultLooks(measured)
  const isOdd =
    looks === undefined ||
    (isFigure(how) && !['money', 'percent', 'date', 'dateTime'].includes(valueTypeOf(measured)))
  return isOdd ? { ...base, resultType: 'number', scale: looks?.scale ?? 2 } : { ...base, ...looks }
}
