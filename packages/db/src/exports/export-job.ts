import type { ExportRequest } from '@pipewright/compiler'

export type ExportState = 'running' | 'done' | 'failed' | 'cancelled'
/** `refused`: whoever asked for it may not export any more; `interrupted`: it was begun anew too often. */
export type ExportError = 'refused' | 'interrupted' | 'too-large' | 'internal'

/** A file of many records that is made in the background. */
export interface ExportJob {
  readonly id: string
  readonly form: string
  readonly fileName: string
  readonly format: 'csv' | 'xlsx'
  readonly request: ExportRequest
  readonly state: ExportState
  /** null until they are counted. */
  readonly total: number | null
  readonly done: number
  readonly bytes: number
  /** How often it was begun. */
  readonly tries: number
  readonly error: ExportError | null
  /** The rights it was made with. */
  readonly rights: string | null
  readonly member: string
  readonly locale: 'en' | 'zh'
  readonly zone: string
  readonly createdAt: string
  readonly endedAt: string | null
}
