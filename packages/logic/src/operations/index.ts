import type { Operation } from '../operation.ts'
import { comparisonOperations } from './comparison/index.ts'
import { dateOperations } from './date/index.ts'
import { formsOperations } from './forms/index.ts'
import { listOperations } from './list/index.ts'
import { logicOperations } from './logic/index.ts'
import { moneyOperations } from './money/index.ts'
import { numberOperations } from './number/index.ts'
import { statisticsOperations } from './statistics/index.ts'
import { textOperations } from './text/index.ts'

/** Every operation of the typed language, as the help groups them; one file each. */
export const operationGroups = {
  logic: logicOperations,
  comparison: comparisonOperations,
  number: numberOperations,
  statistics: statisticsOperations,
  text: textOperations,
  date: dateOperations,
  list: listOperations,
  money: moneyOperations,
  forms: formsOperations,
}

export type OperationGroup = keyof typeof operationGroups

const all = {
  ...logicOperations,
  ...comparisonOperations,
  ...numberOperations,
  ...statisticsOperations,
  ...textOperations,
  ...dateOperations,
  ...listOperations,
  ...moneyOperations,
  ...formsOperations,
}

/** A name here is a name in stored expressions. */
export type OperationName = keyof typeof all

export const operations: { readonly [N in OperationName]: Operation } = all

/** The operation a name stands for; undefined for standard JSON Logic operators and unknown names. */
export function findOperation(name: string): Operation | undefined {
  return Object.hasOwn(operations, name) ? operations[name as OperationName] : undefined
}
