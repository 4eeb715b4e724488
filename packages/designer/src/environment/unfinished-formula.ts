import type { Problem } from '@pipewright/metadata'

/** Formula text that is not in the draft: something is wrong with it, or the draft did not take it. */
export interface UnfinishedFormula {
  readonly text: string
  /** Why the draft did not take it; empty when the text itself is wrong. */
  readonly refused: readonly Problem[]
  /** What stood in the draft when it was left: once that is another, this is out of date. */
  readonly over: string
}
