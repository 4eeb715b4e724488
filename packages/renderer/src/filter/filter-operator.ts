import { operatorsOf, valueKindOf, valueTypeOf, type Operator } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { TextKey } from '../texts/use-texts.ts'

type PeriodOperator =
  | 'thisWeek'
  | 'thisMonth'
  | 'thisQuarter'
  | 'thisYear'
  | 'inLastDays'
  | 'inNextDays'
  | 'beforeToday'

/** Comparisons that a person picks; each is one operator of the language. */
export type FilterOperator = Operator | PeriodOperator | 'hasAny' | 'hasAll'

/** What has to be given beside the field. */
export type Operand = 'none' | 'one' | 'two' | 'many' | 'days' | 'circle'

const periods: readonly PeriodOperator[] = [
  'inLastDays',
  'inNextDays',
  'thisWeek',
  'thisMonth',
  'thisQuarter',
  'thisYear',
  'beforeToday',
]
const alone: readonly FilterOperator[] = [
  'isEmpty',
  'notEmpty',
  'thisWeek',
  'thisMonth',
  'thisQuarter',
  'thisYear',
  'beforeToday',
]
const several: readonly FilterOperator[] = ['in', 'notIn', 'hasAny', 'hasAll']

/** Comparisons that make sense for a field, the most usual first. */
export function filterOperators(field: Field): readonly FilterOperator[] {
  const kind = valueKindOf(field)
  const type = valueTypeOf(field)
  if (type === 'multiChoice') return ['hasAny', 'hasAll', 'isEmpty', 'notEmpty']
  const own = operatorsOf(field)
  // Several departments are picked in one control.
  if (type === 'department') return ['in', 'notIn', 'isEmpty', 'notEmpty']
  if (kind === 'date' || kind === 'dateTime') return [...own, ...periods]
  if (type === 'choice') return ['in', 'notIn', 'isEmpty', 'notEmpty']
  if (type === 'yesNo') return ['eq', 'isEmpty', 'notEmpty']
  return own
}

/** The comparisons on offer for a condition: one written elsewhere, like "is" of a choice, stays readable. */
export function offeredOperators(field: Field, current: FilterOperator): readonly FilterOperator[] {
  const usual = filterOperators(field)
  return usual.includes(current) ? usual : [current, ...usual]
}

export function operandOf(operator: FilterOperator): Operand {
  if (alone.includes(operator)) return 'none'
  if (operator === 'between' || operator === 'overlapsDays') return 'two'
  if (operator === 'withinMetres') return 'circle'
  if (operator === 'inLastDays' || operator === 'inNextDays') return 'days'
  return several.includes(operator) ? 'many' : 'one'
}

const dated: Readonly<Partial<Record<FilterOperator, TextKey>>> = {
  lt: 'operator.before',
  lte: 'operator.notAfter',
  gt: 'operator.after',
  gte: 'operator.notBefore',
}

/** The words for a comparison; days are "before" where numbers are "less". */
export function operatorText(operator: FilterOperator, field: Field): TextKey {
  const kind = valueKindOf(field)
  const moment = kind === 'date' || kind === 'dateTime' || kind === 'time'
  return (moment ? dated[operator] : undefined) ?? `operator.${operator}`
}
