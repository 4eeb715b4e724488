import type { FieldProblemCode, Impact, ProblemCode, ProblemParams } from '@pipewright/contract'

/** One thing wrong with the input; its message is written when the reader's language is known. */
export interface FieldRefusal {
  readonly pointer: string
  readonly code: FieldProblemCode
  readonly params?: ProblemParams
}

export interface RefusalExtras {
  readonly params?: ProblemParams
  readonly errors?: readonly FieldRefusal[]
  /** stale-version: the version now in force, and the fields changed since that the caller may read. */
  readonly version?: number
  readonly changed?: readonly string[]
  /** impact-changed: what publishing would do now. */
  readonly impact?: Impact
  /** Seconds after which it is worth trying again. */
  readonly retryAfter?: number
}

/** The request is answered with a problem of the catalogue; a transaction it is thrown in rolls back. */
export class Refusal extends Error {
  readonly problem: ProblemCode
  readonly extras: RefusalExtras

  constructor(problem: ProblemCode, extras: RefusalExtras = {}) {
    super(problem)
    this.name = 'Refusal'
    this.problem = problem
    this.extras = extras
  }
}

/** `refuse('not-found')`: ends the request with that problem. */
export function refuse(problem: ProblemCode, extras?: RefusalExtras): never {
  throw new Refusal(problem, extras)
}

/** Ends the request with one field named. */
export function refuseField(pointer: string, code: FieldProblemCode, params?: ProblemParams): never {
  throw new Refusal('invalid', { errors: [{ pointer, code, ...(params === undefined ? {} : { params }) }] })
}
