interface Happened {
  /** Member id. */
  readonly by: string
  /** Instant, UTC. */
  readonly at: string
  readonly comment: string
}

export interface SubmitEvent extends Happened {
  readonly type: 'submit'
}
export interface DecideEvent extends Happened {
  readonly type: 'decide'
  readonly step: string
  readonly decision: 'approve' | 'reject'
}
export interface WithdrawEvent extends Happened {
  readonly type: 'withdraw'
}
/** What can happen to a run. */
export type RunEvent = SubmitEvent | DecideEvent | WithdrawEvent
