import { useTexts } from '../../texts/use-texts.ts'
import type { ItemsViewProps } from './items-view-props.ts'
import { TotalLines } from './total-lines.tsx'
import { useColumnTotals } from './use-column-totals.ts'

/** What the columns come to, below the rows. */
export function ItemsTotals({ table, columns, rows, controls, titles }: ItemsViewProps) {
  const t = useTexts()
  const totals = useColumnTotals(table, rows)
  if (!columns.some(({ key }) => totals.has(key))) return null
  return (
    <tfoot>
      <tr>
        <th scope="row">
          <span className="pw-hidden-text">{t('control.total')}</span>Σ
        </th>
        {columns.map((field) => (
          <td
            key={field.key}
            className={controls[field.type].align === 'end' ? 'pw-end pw-numeric' : undefined}
          >
            <TotalLines field={field} totals={totals.get(field.key) ?? []} titles={titles} />
          </td>
        ))}
        <td aria-hidden="true" />
      </tr>
    </tfoot>
  )
}
