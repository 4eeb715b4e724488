import type { SheetSite } from '../inspector/sheets/sheet.ts'
import type { Selection } from './selection.ts'

/** The field or column that is selected, by the place it stands in. */
export function siteOf(
  form: string,
  selection: Selection & { readonly kind: 'field' },
): SheetSite & { readonly key: string } {
  const way = [selection.field, ...(selection.column?.split('.') ?? [])]
  const key = way.pop() ?? selection.field
  return way.length === 0 ? { form, key } : { form, key, lineItems: way.join('.') }
}

/** The selection of a line items field, or of a column, by its path: "items", "items.parts", "items.parts.quantity". */
export function selectionAt(path: string): Selection {
  const [field = '', ...column] = path.split('.')
  return column.length === 0 ? { kind: 'field', field } : { kind: 'field', field, column: column.join('.') }
}
