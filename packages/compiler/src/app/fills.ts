import type { Field, RelationFill } from '@pipewright/schemas'

/** Where a field takes its value from while a record is picked. */
export interface FieldFill {
  /** Key of the relation. */
  readonly relation: string
  readonly from: string
  readonly lock: boolean
}

/** Line items that take their rows from those of a picked record. */
export interface LineFill extends FieldFill {
  readonly to: string
  readonly columns: NonNullable<RelationFill['columns']>
}

const fillsOf = (fields: readonly Field[]) =>
  fields.flatMap((field) =>
    field.type === 'relation' ? (field.fill ?? []).map((fill) => ({ relation: field.key, fill })) : [],
  )

/** What picked records fill, by field. Only in a form it can be locked: rows are edited freely. */
export const fieldFills = (fields: readonly Field[], inForm: boolean): ReadonlyMap<string, FieldFill> =>
  new Map(
    fillsOf(fields)
      .filter(({ fill }) => fill.columns === undefined)
      .map(({ relation, fill: { from, to, lock } }) => [
        to,
        { relation, from, lock: inForm && lock === true },
      ]),
  )

export const lineFills = (fields: readonly Field[]): readonly LineFill[] =>
  fillsOf(fields).flatMap(({ relation, fill: { from, to, lock, columns } }) =>
    columns === undefined ? [] : [{ relation, from, to, columns, lock: lock === true }],
  )
