import type { JsonValue } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { LineItemsField } from '@pipewright/schemas'
import type { Titles } from '../controls/field-control.ts'
import { fieldViews, viewOf } from '../controls/field-views.tsx'
import { columnTotals } from '../controls/line-items/column-totals.ts'
import { readCell } from '../controls/line-items/read-cell.tsx'
import { asRows } from '../controls/line-items/row-changes.ts'
import { TotalLines } from '../controls/line-items/total-lines.tsx'
import { useRenderer } from '../environment/use-renderer.ts'
import { useFormat } from '../formats/use-format.ts'

export interface PrintedItemsProps {
  readonly field: LineItemsField
  /** Keys of the columns that are printed; all when left out. */
  readonly columns: readonly string[] | undefined
  readonly value: JsonValue
  readonly titles: Titles
}

/** Every row of line items, however many: on paper nothing scrolls. */
export function PrintedItems({ field, columns: keys, value, titles }: PrintedItemsProps) {
  const { locale } = useRenderer()
  const format = useFormat(titles)
  const rows = asRows(value)
  const columns =
    keys?.flatMap((key) => field.fields.find((column) => column.key === key) ?? []) ?? field.fields
  // What is a total does not depend on which of the columns are printed.
  const totals = columnTotals(field, rows)
  const side = (column: (typeof columns)[number]) =>
    viewOf(column).align === 'end' ? 'pw-end pw-numeric' : undefined
  return (
    <table className="pw-items pw-items-read" aria-label={localize(field.label, locale)}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={side(column)}>
              {localize(column.label, locale)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, position) => (
          <tr key={String(row['id'] ?? position)}>
            {columns.map((column) => (
              <td key={column.key} className={side(column)}>
                {column.type === 'lineItems' && asRows(row[column.key] ?? null).length > 0 ? (
                  <PrintedItems
                    field={column}
                    columns={undefined}
                    value={row[column.key] ?? null}
                    titles={titles}
                  />
                ) : (
                  readCell(fieldViews, column, row[column.key], { titles, text: format })
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {totals.size > 0 && (
        <tfoot>
          <tr>
            {columns.map((column) => (
              <td key={column.key} className={side(column)}>
                <TotalLines field={column} totals={totals.get(column.key) ?? []} titles={titles} />
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}
