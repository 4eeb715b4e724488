import type { Expression } from '@pipewright/schemas'

/** What the caller does in the transaction that saves the run; the engine does nothing itself. */
export type RunEffect =
  | { readonly type: 'lock' }
  | { readonly type: 'unlock' }
  | { readonly type: 'openTask'; readonly step: string; readonly approvers: readonly string[] }
  | { readonly type: 'closeTask'; readonly step: string }
  | { readonly type: 'setValues'; readonly values: Readonly<Record<string, Expression>> }

export type RunRefusal =
  | { readonly code: 'condition-not-met' }
  | { readonly code: 'already-running' }
  | { readonly code: 'already-decided' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'no-approver'; readonly step: string }
