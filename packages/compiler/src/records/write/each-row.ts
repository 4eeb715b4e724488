import type { CompiledForm, CompiledItems } from '../../app/compiled-form.ts'

type Data = Readonly<Record<string, unknown>>
type Row = Record<string, unknown>

/** A row of a record, or of another row, and where it stands. */
export interface PlacedRow {
  readonly items: CompiledItems
  readonly data: Row
  /** As it was stored; undefined for a new one. */
  readonly before: Data | undefined
  /** The row around it, where it stands in one. */
  readonly above: Row | undefined
  /** "values", "items", 0, "parts", 2 */
  readonly pointer: readonly (string | number)[]
}

const rowsIn = (values: Data | null | undefined, key: string): readonly Row[] => {
  const rows = values?.[key]
  return Array.isArray(rows) ? (rows as readonly Row[]) : []
}

interface Around {
  readonly values: Data
  readonly old: Data | null | undefined
  readonly above: Row | undefined
  readonly pointer: readonly (string | number)[]
}

function rowsOfItems(items: CompiledItems, { values, old, above, pointer }: Around): PlacedRow[] {
  const { key } = items.field
  const before = new Map(rowsIn(old, key).map((row) => [row['id'], row]))
  return rowsIn(values, key).flatMap((data, position) => {
    const own: PlacedRow = {
      items,
      data,
      before: data['id'] === undefined ? undefined : before.get(data['id']),
      above,
      pointer: [...pointer, key, position],
    }
    const inside = { values: data, old: own.before, above: data, pointer: own.pointer }
    return [own, ...items.inner.flatMap((inner) => rowsOfItems(inner, inside))]
  })
}

/** Every row of a record, with the rows inside it behind it. */
export const eachRow = (form: Pick<CompiledForm, 'items'>, values: Data, old: Data | null): PlacedRow[] =>
  form.items.flatMap((items) => rowsOfItems(items, { values, old, above: undefined, pointer: ['values'] }))

/** The row at a place of line items, or of those inside a row; the record without one. */
export function rowAt(record: Row, lineItems: string, rows: readonly number[]): Row | undefined {
  const keys = lineItems.split('.')
  return rows.reduce<Row | undefined>((around, row, depth) => rowsIn(around, keys[depth] ?? '')[row], record)
}

/** What expressions in a row see: its values, the row around it and the record. */
export const seenFrom = (
  record: Data,
  { data, above }: { readonly data: Data; readonly above: Data | undefined },
): Row => (above === undefined ? { ...data, $record: record } : { ...data, $parent: above, $record: record })
