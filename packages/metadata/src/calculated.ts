import type { Expression, Field, FormulaField, LookupField, RollupField } from '@pipewright/schemas'
import { searchExpression } from './search-expression.ts'

/** A field whose values are made by the system from other fields. */
export type CalculatedField = FormulaField | LookupField | RollupField

export const isCalculated = (field: Field): field is CalculatedField =>
  field.type === 'formula' || field.type === 'lookup' || field.type === 'rollup'

/** A calculated field that is an expression over its own record or row. */
export type ExpressedField = FormulaField | LookupField

export const isExpressed = (field: Field): field is ExpressedField =>
  field.type === 'formula' || field.type === 'lookup'

const searches = new WeakMap<LookupField, Expression>()

function lookupExpression(field: LookupField): Expression {
  // One expression per field: what is made of an expression is kept as long as it lives.
  const known = searches.get(field)
  if (known !== undefined) return known
  const made: Expression = field.find === undefined ? { var: field.path ?? '' } : searchExpression(field.find)
  searches.set(field, made)
  return made
}

/** The expression behind a field: of a lookup, the path it follows or the search it makes. */
export const expressionOf = (field: ExpressedField): Expression =>
  field.type === 'lookup' ? lookupExpression(field) : field.expression

/** Where the records or rows lie that a rollup sums up. */
export const rollupPlace = ({ form, lineItems }: RollupField): { form: string; lineItems?: string } =>
  lineItems === undefined ? { form } : { form, lineItems }

/** Filled in by people; not by the system alone. */
export const isEntered = (field: Field): boolean => field.type !== 'autoNumber' && !isCalculated(field)
