import type { RecordAnswer } from '@pipewright/contract'
import type { Field, Form } from '@pipewright/schemas'
import type { ListedOption } from '../controls/options/option-list.ts'
import { columnOfRecord } from './board-value.ts'

/** Where a card is moved to: the column, by field, in each direction that it moves. */
export type Place = Readonly<Record<string, string | null>>

/** A direction that cards can be moved in: the columns of a board, or its lanes. */
export interface MoveTarget {
  readonly field: Field
  readonly label: string
  readonly options: readonly ListedOption[]
  /** How records without a value are called, where some are shown. */
  readonly none: string | undefined
  /** The form, where the way is that through its stages. */
  readonly staged: Form | undefined
}

/** The directions of a place in which it is another than that of the record. */
export const changesOf = (
  record: RecordAnswer,
  place: Place,
): readonly (readonly [string, string | null])[] =>
  Object.entries(place).filter(([field, to]) => columnOfRecord(record, field) !== to)

/** Fields that name people or records: there are more than a board shows. */
export const isOpenField = ({ type }: Field): boolean =>
  type === 'member' || type === 'department' || type === 'relation'
