import { fieldProblems, problemText, type FieldProblem, type FieldProblemCode } from '@pipewright/contract'
import type { Locale } from '@pipewright/metadata'

export interface Issue {
  readonly pointer: string
  readonly code: FieldProblemCode
  readonly params?: Readonly<Record<string, string | number>>
}

/** A finding in the words of the contract's catalogue. */
export function fieldIssue(issue: Issue, locale: Locale): FieldProblem {
  const { pointer, code, params } = issue
  const message = problemText(fieldProblems[code], locale, params)
  return params === undefined ? { pointer, code, message } : { pointer, code, message, params: { ...params } }
}
