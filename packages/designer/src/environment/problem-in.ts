import { ProblemError, type Problem } from '@pipewright/contract'

/** The problem that a call was answered with; null when the server was not reached. */
export const problemIn = (error: unknown): Problem | null =>
  error instanceof ProblemError ? error.problem : null
