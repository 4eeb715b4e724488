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

/** "/values/items/0/price" → ["items", "0", "price"]; other pointers concern the record as a whole. */
export function placeOf(pointer: string): readonly string[] {
  const [start, head, ...rest] = pointer.split('/')
  if (start !== '' || head !== 'values') return []
  return rest.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

export const isEmptyValue = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
