import type { RecordWarning } from '@pipewright/contract'

/** What rules said, once per message: about how many records, and about which rows of line items. */
export interface WarningLine {
  readonly text: string
  readonly form: string
  readonly records: number
  /** The line items field and its rows from 1; told only where one record is meant. */
  readonly rows: { readonly field: string; readonly places: readonly number[] } | null
}

const rowOf = (pointer: string): { field: string; place: number } | null => {
  const [, field, place] = /^\/values\/([^/]+)\/(\d+)\//.exec(pointer) ?? []
  return field === undefined ? null : { field, place: Number(place) + 1 }
}

/** Thousands of warnings as the few things that they say, the most frequent first. */
export function warningLines(warnings: readonly RecordWarning[]): WarningLine[] {
  const groups = Map.groupBy(warnings, ({ form, message, pointer }) =>
    JSON.stringify([form, message, rowOf(pointer)?.field]),
  )
  return [...groups.values()]
    .flatMap((group): WarningLine[] => {
      const [first] = group
      if (first === undefined) return []
      const records = new Set(group.map(({ id }) => id)).size
      const field = rowOf(first.pointer)?.field
      const places = group.flatMap(({ pointer }) => rowOf(pointer)?.place ?? [])
      const rows = records === 1 && field !== undefined ? { field, places } : null
      return [{ text: first.message, form: first.form, records, rows }]
    })
    .toSorted((one, other) => other.records - one.records)
}
