import type { PublicState } from '@pipewright/contract'
import type { PublicForm } from '@pipewright/schemas'

export interface PageFacts {
  readonly now: string
  /** Not paused by hand. */
  readonly open: boolean
  /** Answers so far. */
  readonly taken: number
  /** This browser has answered. */
  readonly answered: boolean
  /** A password is asked for and was not given rightly. */
  readonly locked: boolean
}

/** Whether a page takes an answer now, or why not. */
export function pageState(page: PublicForm, { now, open, taken, answered, locked }: PageFacts): PublicState {
  const instant = Date.parse(now)
  if (!open) return 'paused'
  if (page.opensAt !== undefined && instant < Date.parse(page.opensAt)) return 'early'
  if (page.closesAt !== undefined && instant >= Date.parse(page.closesAt)) return 'late'
  if (page.quota !== undefined && taken >= page.quota) return 'full'
  if (page.oncePerDevice === true && answered) return 'answered'
  return locked ? 'password' : 'open'
}
