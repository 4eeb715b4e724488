import { ProblemError, type Problem } from '@pipewright/contract'

/** The problem behind a rejected call; null when the server was not reached at all. */
export const problemOf = (error: unknown): Problem | null =>
  error instanceof ProblemError ? error.problem : null
