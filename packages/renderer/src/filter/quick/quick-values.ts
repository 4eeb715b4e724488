import type { Field } from '@pipewright/schemas'
import { filterOperators, operandOf, type FilterOperator } from '../filter-operator.ts'
import { valueTypeOf } from '@pipewright/metadata'

/** How the values of a field are offered above a list. */
export type QuickKind = 'list' | 'records' | 'yesNo' | 'days'

const kinds: Readonly<Partial<Record<Field['type'], QuickKind>>> = {
  choice: 'list',
  multiChoice: 'list',
  member: 'list',
  members: 'list',
  department: 'list',
  departments: 'list',
  relation: 'records',
  relations: 'records',
  anyRelation: 'records',
  yesNo: 'yesNo',
  date: 'days',
  dateTime: 'days',
}

/** Undefined: the field has no values to offer. */
export const quickKind = (field: Field): QuickKind | undefined => kinds[valueTypeOf(field) as Field['type']]

/** The comparison with any of several values. */
export const anyOf = (field: Field): FilterOperator =>
  filterOperators(field).find((operator) => operandOf(operator) === 'many') ?? 'in'

/** Spans of days that people ask for, around today first. */
export const daySpans = [
  { operator: 'isToday', value: null },
  { operator: 'thisWeek', value: null },
  { operator: 'nextWeek', value: null },
  { operator: 'thisMonth', value: null },
  { operator: 'nextMonth', value: null },
  { operator: 'thisQuarter', value: null },
  { operator: 'thisYear', value: null },
  { operator: 'inLast', value: [7, 'day'] },
  { operator: 'inLast', value: [30, 'day'] },
  { operator: 'inNext', value: [30, 'day'] },
  { operator: 'lastMonth', value: null },
  { operator: 'lastQuarter', value: null },
  { operator: 'beforeToday', value: null },
  { operator: 'isEmpty', value: null },
] as const
