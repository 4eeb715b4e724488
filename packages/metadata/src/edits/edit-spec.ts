import type { AppDefinition, Edit } from '@pipewright/schemas'
import { type Problem, problem, type ProblemCode, type ProblemParams } from '../problem.ts'

/** The changed definition and the edits that take it back, or why the edit does not fit. */
export type EditResult = { definition: AppDefinition; inverse: Edit[] } | { problems: Problem[] }

export interface EditSpec<E extends Edit> {
  /** Only moves what is there, so that nothing else can come out wrong. */
  readonly arranges?: true
  apply(definition: AppDefinition, edit: E): EditResult
}

export type EditOf<T extends Edit['type']> = Extract<Edit, { type: T }>

/** The answer of an edit that does not fit; its pointer leads into the edit. */
export const refuse = <C extends ProblemCode>(
  code: C,
  pointer: string,
  params: ProblemParams[C],
): { problems: Problem[] } => ({ problems: [problem(code, pointer, params)] })
