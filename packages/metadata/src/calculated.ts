import type { Expression, Field, FormulaField, LookupField, RollupField } from '@pipewright/schemas'

/** A field whose values are made by the system from other fields. */
export type CalculatedField = FormulaField | LookupField | RollupField

export const isCalculated = (field: Field): field is CalculatedField =>
  field.type === 'formula' || field.type === 'lookup' || field.type === 'rollup'

/** A calculated field that is an expression over its own record or row. */
export type ExpressedField = FormulaField | LookupField

export const isExpressed = (field: Field): field is ExpressedField =>
  field.type === 'formula' || field.type === 'lookup'

/** The expression behind a field: of a lookup, the path it follows. */
export const expressionOf = (field: ExpressedField): Expression =>
  field.type === 'lookup' ? { var: field.path } : field.expression

/** Where the records or rows lie that a rollup sums up. */
export const rollupPlace = ({ form, lineItems }: RollupField): { form: string; lineItems?: string } =>
  lineItems === undefined ? { form } : { form, lineItems }

/** Filled in by people; not by the system alone. */
export const isEntered = (field: Field): boolean => field.type !== 'autoNumber' && !isCalculated(field)
