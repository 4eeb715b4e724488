import { operatorsOf, valueKindOf, valueTypeOf, windowOperators, type Operator } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { TextKey } from '../texts/use-texts.ts'

/** Comparisons that a person picks; each is one operator of the language. */
export type FilterOperator = Operator

/** What has to be given beside the field. */
export type Operand = 'none' | 'one' | 'two' | 'many' | 'window' | 'circle'

const counted: ReadonlySet<string> = new Set(windowOperators.counted)
const alone: ReadonlySet<string> = new Set([
  'isEmpty',
  'notEmpty',
  ...windowOperators.today,
  ...windowOperators.calendar,
  ...windowOperators.toDate,
])
const several: readonly FilterOperator[] = ['in', 'notIn', 'hasAny', 'hasAll']

/** Comparisons that make sense for a field, the most usual first. */
export function filterOperators(field: Field): readonly FilterOperator[] {
  const type = valueTypeOf(field)
  if (type === 'multiChoice') return ['hasAny', 'hasAll', 'isEmpty', 'notEmpty']
  const own = operatorsOf(field)
  // Several departments are picked in one control.
  if (type === 'department') return ['in', 'notIn', 'isEmpty', 'notEmpty']
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
  if (alone.has(operator)) return 'none'
  if (operator === 'between' || operator === 'overlapsDays') return 'two'
  if (operator === 'withinMetres') return 'circle'
  if (counted.has(operator)) return 'window'
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

const groupTexts: Readonly<Record<keyof typeof windowOperators, TextKey>> = {
  today: 'operator.groupToday',
  calendar: 'operator.groupCalendar',
  toDate: 'operator.groupToDate',
  counted: 'operator.groupCounted',
}

/** Comparisons as they are listed: days have so many that they stand in groups. */
export function operatorGroups(
  operators: readonly FilterOperator[],
): readonly { readonly text?: TextKey; readonly operators: readonly FilterOperator[] }[] {
  const windows = Object.entries(windowOperators).map(([name, group]) => ({
    text: groupTexts[name as keyof typeof windowOperators],
    operators: operators.filter((operator) => group.some((each) => each === operator)),
  }))
  const grouped = new Set(windows.flatMap((group) => group.operators))
  return [
    { operators: operators.filter((operator) => !grouped.has(operator)) },
    ...windows.filter((group) => group.operators.length > 0),
  ]
}
