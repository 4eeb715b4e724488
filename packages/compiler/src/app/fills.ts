import { relationsIn } from '@pipewright/metadata'
import type { Field, RelationFill } from '@pipewright/schemas'

/** Where a field takes its value from while a record is picked. */
export interface FieldFill {
  /** Key of the relation; of one to any of several forms, the part for one of them. */
  readonly relation: string
  readonly to: string
  readonly from: string
  readonly lock: boolean
}

/** Line items that take their rows from those of a picked record. */
export interface LineFill extends FieldFill {
  readonly columns: NonNullable<RelationFill['columns']>
}

const fillsOf = (fields: readonly Field[]) =>
  relationsIn(fields).flatMap(({ key, fill = [] }) => fill.map((one) => ({ relation: key, fill: one })))

/**
 * What picked records fill, by field: from several, where a relation to any of several forms fills it for each. Only in a
 * form it can be locked: rows are edited freely.
 */
export const fieldFills = (
  fields: readonly Field[],
  inForm: boolean,
): ReadonlyMap<string, readonly FieldFill[]> =>
  Map.groupBy(
    fillsOf(fields)
      .filter(({ fill }) => fill.columns === undefined)
      .map(({ relation, fill: { from, to, lock } }) => ({
        to,
        relation,
        from,
        lock: inForm && lock === true,
      })),
    ({ to }) => to,
  )

export const lineFills = (fields: readonly Field[]): readonly LineFill[] =>
  fillsOf(fields).flatMap(({ relation, fill: { from, to, lock, columns } }) =>
    columns === undefined ? [] : [{ relation, from, to, columns, lock: lock === true }],
  )
