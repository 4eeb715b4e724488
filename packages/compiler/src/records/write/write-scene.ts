import type { EvaluationContext } from '@pipewright/logic'
import type { CompiledApp } from '../../app/compile-app.ts'
import type { CompiledForm } from '../../app/compiled-form.ts'
import type { CompiledFormRights } from '../../rights/rights.ts'
import type { Writer } from '../../rules/writer.ts'
import type { RecordValues } from '../value.ts'
import type { RelatedRows } from './related.ts'

/** The columns of a record that are not fields. */
export interface RecordSystem {
  readonly id: string
  readonly owner: string | null
  readonly department: string | null
  readonly version: number
  readonly created_at: string
  readonly created_by: string | null
  readonly updated_at: string
  readonly updated_by: string | null
  readonly deleted_at: string | null
  readonly locked_by: string | null
  /** When the record came into its stage; null while nobody knows. */
  readonly stage_since: string | null
}

/** A record as it lies in the database: stored fields and rows of line items. */
export interface StoredRecord {
  readonly system: RecordSystem
  readonly values: RecordValues
  /** Whether anybody said to follow it; undefined where that was not asked. */
  readonly isFollowed?: boolean
}

/** Everything a write is judged by. */
export interface WriteScene {
  readonly app: CompiledApp
  readonly form: CompiledForm
  /** Null for the system's own writes: a workflow that sets a status, a conversion that marks its source. */
  readonly rights: CompiledFormRights | null
  readonly locale: 'en' | 'zh'
  /** Who writes and on what, as far as rules may ask. */
  readonly writer: Writer
  readonly context: EvaluationContext
  readonly related: RelatedRows
  /** Fields that the definition itself fills (a conversion's): the actor need not be able to write or choose them. */
  readonly trusted?: ReadonlySet<string>
}

/** A record while it is being prepared: values by key, looked-up values by dotted path, `$old`. */
export type Draft = Record<string, unknown>

export const rowsOf = (draft: Draft, lineItems: string): Record<string, unknown>[] => {
  const rows = draft[lineItems]
  return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : []
}

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

export type { RecordValues }
