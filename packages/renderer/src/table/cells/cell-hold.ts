import type { FormRights, RecordAnswer } from '@pipewright/contract'
import { isEntered, systemFields } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { Column } from '../column-of-path.ts'

/** Why a cell cannot be changed, as far as its list knows; a text of `cell`. */
export type CellHold =
  | 'elsewhere'
  | 'calculated'
  | 'system'
  | 'noRight'
  | 'approval'
  | 'deleted'
  | 'openRecord'

/** Values that need more room than a cell. */
const large: ReadonlySet<Field['type']> = new Set<Field['type']>(['lineItems', 'attachment', 'richText'])

export function cellHold(
  { path, field }: Column,
  record: RecordAnswer,
  rights: FormRights | undefined,
): CellHold | null {
  if (path.includes('.')) return 'elsewhere'
  if (systemFields.has(path) || field.type === 'autoNumber') return 'system'
  if (!isEntered(field)) return 'calculated'
  if (rights?.fields[path] !== 'write' || record.may?.update === false) return 'noRight'
  if (record.deleted_at !== null) return 'deleted'
  if (record.locked_by !== null) return 'approval'
  return large.has(field.type) ? 'openRecord' : null
}
