import type { ProblemCode } from '@pipewright/contract'
import { refuse, type RefusalExtras } from '../../problems/refusal.ts'

/** Why a read or write was refused, as repositories tell it. */
export type Refused = RefusalExtras & { readonly code: ProblemCode }

/** Ends the request with what a read or write was refused for. */
export function refuseRecord({ code, ...extras }: Refused): never {
  return refuse(code, extras)
}

/** The answer of a read or write, or the end of the request. */
export function orRefuse<T extends object>(
  outcome: ({ readonly ok: true } & T) | { readonly ok: false; readonly problem: Refused },
): { readonly ok: true } & T {
  return outcome.ok ? outcome : refuseRecord(outcome.problem)
}
