import type { LineItemsField } from '@pipewright/schemas'
import { useState } from 'react'
import { columnTotals, totalsOfColumn, type ColumnTotal } from './column-totals.ts'
import type { ItemRow } from './row-changes.ts'

interface Known {
  readonly table: LineItemsField
  readonly rows: readonly ItemRow[]
  readonly totals: ReadonlyMap<string, readonly ColumnTotal[]>
}

const isSame = (a: readonly ItemRow[], b: readonly ItemRow[], column: string): boolean =>
  a.length === b.length && a.every((row, at) => row === b[at] || row[column] === b[at]?.[column])

function next(known: Known, table: LineItemsField, rows: readonly ItemRow[]): Known {
  if (known.table !== table) return { table, rows, totals: columnTotals(table, rows) }
  const totals = new Map<string, readonly ColumnTotal[]>()
  for (const field of table.fields) {
    const { key } = field
    const before = isSame(known.rows, rows, key) ? (known.totals.get(key) ?? []) : undefined
    const found = before ?? totalsOfColumn(table, field, rows)
    if (found.length > 0) totals.set(key, found)
  }
  return { table, rows, totals }
}

/** What the columns come to; a key adds up only the columns that it changed. */
export function useColumnTotals(table: LineItemsField, rows: readonly ItemRow[]): Known['totals'] {
  const [known, setKnown] = useState<Known>(() => ({ table, rows, totals: columnTotals(table, rows) }))
  if (known.table === table && known.rows === rows) return known.totals
  const now = next(known, table, rows)
  setKnown(now)
  return now.totals
}
