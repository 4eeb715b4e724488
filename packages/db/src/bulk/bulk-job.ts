import type { FieldChangeWay, Issue } from '@pipewright/compiler'
import type { RunRefusal } from '@pipewright/workflow'
import type { RecordProblem, RecordWarnings } from '../records/outcome.ts'

/** So few are changed by whoever asks for it, before the answer; more are announced to those who work in the background. */
export const fewRecords = 50

/** What is done to each of many records. */
export type BulkAction =
  | { readonly type: 'edit'; readonly changes: readonly FieldChangeWay[]; readonly owner?: string }
  | { readonly type: 'delete' }
  | { readonly type: 'restore' }
  | { readonly type: 'purge' }
  | { readonly type: 'button'; readonly button: string }
  | { readonly type: 'submit'; readonly workflow: string; readonly comment: string }

/** Everything of a member goes to others; who gets what stands with each record. */
export interface HandOverAction {
  readonly type: 'handOver'
  readonly from: string
  /** Fields that are to name the receiver, by form. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly reason: string
}

/** `running` also while it waits for its turn; `failed` when whoever began it may not go on. */
export type BulkState = 'running' | 'done' | 'cancelled' | 'failed'

export interface BulkJob {
  readonly id: string
  /** Empty where records of several forms are meant. */
  readonly form: string
  readonly action: BulkAction | HandOverAction
  readonly state: BulkState
  readonly total: number
  readonly done: number
  readonly refused: number
  /** Records that are done and of which rules want something to be minded. */
  readonly warned: number
  readonly member: string
  readonly locale: 'en' | 'zh'
  readonly zone: string
  /** The job that this one takes back. */
  readonly undoes: string | null
  /** The job that takes this one back. */
  readonly undoneBy: string | null
  readonly createdAt: string
  readonly endedAt: string | null
}

export type BulkRecordState = 'waiting' | 'done' | 'refused'

/** Why a record was refused; its message is written when the reader's language is known. */
export interface KeptProblem {
  readonly code: RecordProblem['code'] | RunRefusal['code'] | 'internal'
  readonly errors?: readonly Issue[]
  readonly params?: RecordProblem['params']
}

export interface BulkRecord {
  readonly place: number
  readonly form: string
  readonly record: string
  readonly state: BulkRecordState
  readonly problem: KeptProblem | null
  readonly warnings: readonly RecordWarnings[] | null
}
