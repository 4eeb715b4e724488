import type { PreparedRecord, StoredRecord } from '@pipewright/compiler'

/** A record as it is to be stored, and as it lies stored. */
export interface Pair {
  readonly record: PreparedRecord
  readonly before: StoredRecord
}
