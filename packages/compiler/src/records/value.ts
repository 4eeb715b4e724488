/** A value as it travels, is kept in the ledger and seen by expressions. Decimals are strings; null is empty. */
export type FieldValue = string | number | boolean | null | readonly string[] | readonly Row[] | Composite

/** A value of several parts: an address, a date range, a location. `text` is the whole of it in one line. */
export type Composite = Readonly<Record<string, string | number | null>> & { readonly text: string }

/** A row of line items, with the rows inside it; `id` is absent while it is new. */
export interface Row {
  readonly [column: string]: string | number | boolean | null | readonly string[] | Composite | readonly Row[]
}

/** Values of a record by field key. */
export type RecordValues = Readonly<Record<string, FieldValue>>

/** Whether two values are the same to a reader. Values are normalised, so order and spelling count. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((element, position) => sameValue(element, b[position]))
  }
  const left = Object.entries(a)
  const right = b as Readonly<Record<string, unknown>>
  return left.length === Object.keys(b).length && left.every(([key, value]) => sameValue(value, right[key]))
}
