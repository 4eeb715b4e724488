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

export const isSummable = (field: Field): boolean => fieldTypes[valueTypeOf(field)].summable

/** Whether "smallest" and "largest" mean something. */
export const isOrdered = (field: Field): boolean =>
  ['number', 'date', 'dateTime'].includes(valueKindOf(field))

export const isSearchable = (field: Field): boolean =>
  specOf(field).searchable && valueKindOf(field) === 'text'

export const isWritable = (field: Field): boolean => specOf(field).writable
