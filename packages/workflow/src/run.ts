/** How a decision on one step stands. `skipped`: its condition did not hold. `cancelled`: the run ended before. */
export type StepState = 'waiting' | 'approved' | 'rejected' | 'skipped' | 'cancelled'

export interface StepRun {
  readonly step: string
  readonly state: StepState
  /** Member ids, any one of whom decides. */
  readonly approvers: readonly string[]
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly comment: string
}

export type RunState = 'open' | 'approved' | 'rejected' | 'withdrawn'

/** One approval of one record; plain data, stored as it is. Instants are UTC text. */
export interface Run {
  readonly workflow: string
  readonly state: RunState
  readonly startedBy: string
  readonly startedAt: string
  readonly comment: string
  /** In order of the definition, as far as the run has come. The last one is the waiting one while it is open. */
  readonly steps: readonly StepRun[]
}
