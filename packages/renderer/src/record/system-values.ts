import type { RecordAnswer, Values } from '@pipewright/contract'

/** What a record has by itself, where a layout shows it. */
export function systemValues(record: RecordAnswer): Values {
  const { owner, department, created_at, created_by, updated_at, updated_by } = record
  return { owner, department, created_at, created_by, updated_at, updated_by }
}
