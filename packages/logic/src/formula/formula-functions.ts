import type { FormulaName, Operation, Sentence } from '../operation.ts'
import { operations } from '../operations/index.ts'
import type { OperationName } from '../operations/index.ts'

/** One function as an editor offers it, with its help in both languages. */
export interface FormulaFunction extends FormulaName {
  readonly operation: OperationName
  readonly arity: readonly [least: number, most: number]
  /** Wording of a condition; what has one can be offered in a condition builder. */
  readonly sentence: Sentence | undefined
}

/** All functions of formula text, by name. */
export const formulaFunctions: readonly FormulaFunction[] = Object.entries<Operation>(operations)
  .map(([name, { formula, arity, sentence }]) => ({
    ...formula,
    operation: name as OperationName,
    arity,
    sentence,
  }))
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))
