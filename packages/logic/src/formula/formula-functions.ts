import type { FormulaName, Operation, Sentence } from '../operation.ts'
import { operationGroups } from '../operations/index.ts'
import type { OperationGroup, OperationName } from '../operations/index.ts'

/** One function as an editor offers it, with its help in both languages. */
export interface FormulaFunction extends FormulaName {
  readonly operation: OperationName
  readonly group: OperationGroup
  readonly arity: readonly [least: number, most: number]
  /** False for what cannot run in the database, such as patterns: not for filters and calculated fields. */
  readonly hasSql: boolean
  /** Wording of a condition; what has one can be offered in a condition builder. */
  readonly sentence: Sentence | undefined
}

function functionsOf(group: OperationGroup): FormulaFunction[] {
  return Object.entries<Operation>(operationGroups[group]).map(
    ([name, { formula, arity, sentence, sql }]) => ({
      ...formula,
      operation: name as OperationName,
      group,
      arity,
      hasSql: typeof sql === 'function',
      sentence,
    }),
  )
}

/** All functions of formula text, by name. */
export const formulaFunctions: readonly FormulaFunction[] = (Object.keys(operationGroups) as OperationGroup[])
  .flatMap(functionsOf)
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))
