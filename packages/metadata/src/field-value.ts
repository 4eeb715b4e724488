import type { Field } from '@pipewright/schemas'
import type { Operator, ValueKind } from './field-types/field-type-spec.ts'
import { isCalculated } from './calculated.ts'
import { fieldTypes, specOf } from './field-types/index.ts'

/** The type whose values a field holds: that of the result for a calculated one, else its own. */
export const valueTypeOf = (field: Field): Field['type'] =>
  isCalculated(field) ? field.resultType : field.type

export const valueKindOf = (field: Field): ValueKind => fieldTypes[valueTypeOf(field)].valueKind

export const operatorsOf = (field: Field): readonly Operator[] => fieldTypes[valueTypeOf(field)].operators

export const isSortable = (field: Field): boolean => fieldTypes[valueTypeOf(field)].sortable

export const isGroupable = (field: Field): boolean => fieldTypes[valueTypeOf(field)].groupable

/** Parts of values that are numbers, but of which several are no figure: each is in a currency of its own, or a place. */
const apart = /\.(?:amount|rate|latitude|longitude)$/

/** Amounts in different currencies are never compared or added up as if they were alike; what they are worth is. */
const isAlike = ({ key }: Field): boolean => !apart.test(key)

export const isSummable = (field: Field): boolean => fieldTypes[valueTypeOf(field)].summable && isAlike(field)

/** Whether "smallest" and "largest" mean something. */
export const isOrdered = (field: Field): boolean =>
  ['number', 'date', 'dateTime', 'time'].includes(valueKindOf(field)) && isAlike(field)

export const isSearchable = (field: Field): boolean =>
  specOf(field).searchable && (valueKindOf(field) === 'text' || field.type === 'tags')

const usualScale = 2

/** Whether its values are exact decimals, whatever they count. */
export const isNumeric = (field: Field): boolean => valueKindOf(field) === 'number'

/** Digits after the point that a field of numbers keeps: two when it does not say, none for what is counted. */
export function scaleOf(field: Field): number {
  if (field.type === 'rating' || field.type === 'duration') return 0
  return 'scale' in field && field.scale !== undefined ? field.scale : usualScale
}

export const isWritable = (field: Field): boolean => specOf(field).writable
