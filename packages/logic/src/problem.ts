/** Why an expression or a formula is refused; `explainProblem` has the sentences. */
export type ProblemCode =
  | 'notAnOperation'
  | 'unknownOperator'
  | 'unknownFunction'
  | 'unknownField'
  | 'ambiguousField'
  | 'unknownForm'
  | 'unknownOption'
  | 'needsColumn'
  | 'columnAlone'
  | 'otherForm'
  | 'formsNotHere'
  | 'computedPath'
  | 'wrongType'
  | 'madeWhole'
  | 'wrongCount'
  | 'wrongLiteral'
  | 'forbiddenName'
  | 'badNumber'
  | 'tooDeep'
  | 'tooManyNodes'
  | 'listTooLong'
  | 'textTooLong'
  | 'tooManySteps'
  | 'tookTooLong'
  | 'badPattern'
  | 'noSql'
  | 'syntax'
  | 'missingBracket'
  | 'missingQuote'
  | 'missingValue'
  | 'lonePercent'
  | 'spacedName'
  | 'functionForm'
  | 'singleQuote'
  | 'cellRange'
  | 'powerSign'
  | 'groupedNumber'

export type ProblemParams = Readonly<Record<string, string | number>>

/** A finding in an expression; `pointer` is an RFC 6901 pointer into the expression. */
export interface Problem {
  readonly code: ProblemCode
  readonly pointer: string
  readonly params: ProblemParams
}

/** A finding in formula text, at the characters from `from` up to `to`. */
export interface TextProblem {
  readonly code: ProblemCode
  readonly from: number
  readonly to: number
  readonly params: ProblemParams
}

/** Thrown only by running an expression that `checkExpression` refuses, or that outgrows a limit on its data. */
export class ExpressionError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.code} at ${problem.pointer || '/'}`)
    this.name = 'ExpressionError'
    this.problem = problem
  }
}
