import type { RecordProblem } from '@pipewright/db'
import { refuse } from '../../problems/refusal.ts'

/** Ends the request with what a read or write of records was refused for. */
export function refuseRecord({ code, ...extras }: RecordProblem): never {
  return refuse(code, extras)
}

/** The answer of a read or write, or the end of the request. */
export function orRefuse<T extends { readonly ok: true }>(
  outcome: T | { readonly ok: false; readonly problem: RecordProblem },
): T {
  return outcome.ok ? outcome : refuseRecord(outcome.problem)
}
