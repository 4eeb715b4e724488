import type { Operator } from './field-type-spec.ts'
import { everyWindow } from './window-operators.ts'

const empty: readonly Operator[] = ['isEmpty', 'notEmpty']
const order: readonly Operator[] = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'between']

export const emptyOperators = empty
export const textOperators: readonly Operator[] = [
  'contains',
  'eq',
  'ne',
  'startsWith',
  'endsWith',
  'in',
  'notIn',
  ...empty,
]
export const orderOperators: readonly Operator[] = [...order, ...empty]
export const dayOperators: readonly Operator[] = [...order, ...everyWindow, ...empty]
export const pickOperators: readonly Operator[] = ['eq', 'ne', 'in', 'notIn', ...empty]
export const listOperators: readonly Operator[] = ['hasAny', 'hasAll', ...empty]
export const rangeOperators: readonly Operator[] = ['coversDay', 'overlapsDays', ...empty]
export const placeOperators: readonly Operator[] = ['withinMetres', 'contains', ...empty]
export const amountOperators: readonly Operator[] = ['contains', ...empty]
export const yesNoOperators: readonly Operator[] = ['eq', 'ne', ...empty]
