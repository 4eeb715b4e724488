import { localize } from '@pipewright/metadata'
import type { LineItemsField } from '@pipewright/schemas'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useFormat } from '../../formats/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { FieldViews, ValueProps } from '../field-control.ts'
import { columnTotals } from './column-totals.ts'
import { asRows } from './row-changes.ts'

/** Line items to read. */
export function LineItemsValue({
  field,
  value,
  titles,
  views,
}: ValueProps<LineItemsField> & { readonly views: FieldViews }) {
  const { locale } = useRenderer()
  const t = useTexts()
  const format = useFormat(titles)
  const rows = asRows(value)
  const totals = columnTotals(field.fields, rows)
  const side = (type: LineItemsField['fields'][number]['type']) =>
    views[type].align === 'end' ? 'pw-end pw-numeric' : undefined
  return (
    // Nothing inside takes the focus, so the keyboard scrolls the frame itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div className="pw-items-scroll" role="region" aria-label={localize(field.label, locale)} tabIndex={0}>
      <table className="pw-items pw-items-read" aria-label={localize(field.label, locale)}>
        <thead>
          <tr>
            {field.fields.map((column) => (
              <th key={column.key} scope="col" className={side(column.type)}>
                {localize(column.label, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, position) => (
            <tr key={String(row['id'] ?? position)}>
              {field.fields.map((column) => (
                <td key={column.key} className={side(column.type)}>
                  {format(column, row[column.key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {totals.size > 0 && (
          <tfoot>
            <tr aria-label={t('control.total')}>
              {field.fields.map((column) => {
                const total = totals.get(column.key)
                return (
                  <td key={column.key} className={side(column.type)}>
                    {total === undefined ? '' : format(column, total)}
                  </td>
                )
              })}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
