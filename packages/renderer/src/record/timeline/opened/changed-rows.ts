import type { JsonValue } from '@pipewright/contract'
import type { Field, LineItemsField } from '@pipewright/schemas'
import { isEmptyValue } from '../../../form/engine/is-empty-value.ts'
import { isTold, rowsOf } from '../row-lines.ts'

export interface ChangedCell {
  readonly field: Field
  readonly old: JsonValue
  readonly now: JsonValue
}

/** A row that was added, removed or changed; of a changed one only the cells that did. */
export interface ChangedRow {
  readonly key: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Where it stands, from 0 on; a removed one where it stood. */
  readonly at: number
  readonly row: Readonly<Record<string, JsonValue>>
  readonly cells: readonly ChangedCell[]
}

type Row = ChangedRow['row']
const none: Row = {}

function cellsOf(table: LineItemsField, old: Row, now: Row): readonly ChangedCell[] {
  return table.fields.flatMap((field) => {
    if (!isTold(field) && field.type !== 'lineItems') return []
    const [before, after] = [old[field.key] ?? null, now[field.key] ?? null]
    const isSame = JSON.stringify(before) === JSON.stringify(after)
    return isSame || (isEmptyValue(before) && isEmptyValue(after)) ? [] : [{ field, old: before, now: after }]
  })
}

/** What a change did to the rows of line items: those that are there in their order, then those that went. */
export function changedRows(
  table: LineItemsField,
  old: JsonValue | undefined,
  now: JsonValue | undefined,
): readonly ChangedRow[] {
  const [had, has] = [rowsOf(old), rowsOf(now)]
  const before = new Map(had.map((row) => [row['id'], row]))
  const left = new Set(has.map((row) => row['id']))
  const keyOf = (row: Row, at: number) => `${String(row['id'] ?? '')} ${at}`
  const there = has.flatMap((row, at): ChangedRow[] => {
    const was = before.get(row['id'] ?? null)
    const cells = cellsOf(table, was ?? none, row)
    if (was !== undefined && cells.length === 0) return []
    return [{ key: keyOf(row, at), kind: was === undefined ? 'added' : 'changed', at, row, cells }]
  })
  const gone = had.flatMap((row, at): ChangedRow[] =>
    left.has(row['id'] ?? null)
      ? []
      : [{ key: keyOf(row, -1 - at), kind: 'removed', at, row, cells: cellsOf(table, row, none) }],
  )
  return [...there, ...gone]
}
