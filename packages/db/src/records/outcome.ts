import type { Issue, IssueParams, RecordAnswer } from '@pipewright/compiler'

export type RecordProblemCode =
  | 'not-found'
  | 'not-allowed'
  | 'invalid'
  | 'rule-refused'
  | 'bad-filter'
  | 'bad-request'
  | 'bad-version'
  | 'version-missing'
  | 'stale-version'
  | 'duplicate'
  | 'in-use'
  | 'follower-refused'
  | 'hidden-follower-refused'
  | 'too-many-followers'
  | 'locked'
  | 'condition-not-met'
  | 'idempotency-conflict'
  | 'already-undone'
  | 'merge-changed'
  | 'merge-twice'
  | 'merge-circle'
  | 'too-many-mails'

/** Why nothing was done; codes of the contract's catalogue. */
export interface RecordProblem {
  readonly code: RecordProblemCode
  readonly errors?: readonly Issue[]
  readonly params?: IssueParams
  /** stale-version: the version now in force. */
  readonly version?: number
  /** stale-version: fields changed since, as far as the actor may read them. */
  readonly changed?: readonly string[]
}

export type Outcome<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly problem: RecordProblem }

export type RecordOutcome = Outcome<{
  readonly record: RecordAnswer
  /** What rules want to be minded, after a write. */
  readonly warnings?: readonly Issue[]
}>

export const refused = (
  code: RecordProblemCode,
  rest: Omit<RecordProblem, 'code'> = {},
): { ok: false; problem: RecordProblem } => ({
  ok: false,
  problem: { code, ...rest },
})

/** What rules want to be minded about a record that was written along with others. */
export interface RecordWarnings {
  readonly form: string
  readonly id: string
  readonly warnings: readonly Issue[]
}

export const changeWays = ['cell', 'paste', 'fill', 'move', 'bulk', 'revert'] as const
export type ChangeWay = (typeof changeWays)[number]

/** Who or what made a change, as the ledger keeps it. */
export interface Cause {
  readonly type:
    | 'person'
    | 'import'
    | 'workflow'
    | 'conversion'
    | 'button'
    | 'bulk'
    | 'handOver'
    | 'api'
    | 'template'
    | 'publicForm'
    | 'bin'
    | 'merge'
  readonly id?: string
  readonly comment?: string
  /** How a person made it, where that was told. */
  readonly way?: ChangeWay
  /** Of a merge the records it is about. */
  readonly records?: readonly string[]
  /** The change that it takes back. */
  readonly undoes?: string
  /** Of an import: whoever began it wanted members to be told of what it does. */
  readonly told?: boolean
}

/** Nobody is told of what comes with an app, nor of what an import does unless that was wished. */
export const isQuiet = ({ type, told }: Cause): boolean =>
  type === 'template' || (type === 'import' && told !== true)

export interface WriteOptions {
  /** The system itself writes: rights, locks and rules do not stand in its way. */
  readonly privileged?: boolean
  /** Whoever writes looked at no version: the record is changed as it is now. */
  readonly anyVersion?: boolean
  /** Fields that the definition itself fills: the actor need not be able to write them. */
  readonly trusted?: ReadonlySet<string>
  /** Kind of the ledger event; by itself create, update, delete, restore. */
  readonly kind?: string
  /** Sets who holds the record locked; null releases it. */
  readonly lockedBy?: string | null
}
