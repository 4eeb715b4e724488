import { localize } from '@pipewright/metadata'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { FieldControl } from '../field-control.ts'
import { aboveLabelOf, aboveOf } from '../options/above-of.ts'
import { noCellRule } from './cell-rules.ts'
import { columnTotals } from './column-totals.ts'
import { ItemCell } from './item-cell.tsx'
import { ItemRowMenu } from './item-row-menu.tsx'
import type { ItemsViewProps } from './items-view-props.ts'
import { TotalLines } from './total-lines.tsx'

/** Line items on a phone: one card per row. */
export function ItemsCards(props: ItemsViewProps) {
  const { locale } = useRenderer()
  const t = useTexts()
  const { columns, rows, keys } = props
  const totals = columnTotals(props.table, rows)
  return (
    <div className="pw-items-cards">
      {rows.map((row, position) => (
        <section
          key={keys[position]}
          className="pw-items-card"
          aria-label={t('control.rowNumber', { row: position + 1 })}
        >
          <header>
            <span className="pw-quiet">{t('control.rowNumber', { row: position + 1 })}</span>
            {!props.disabled && (
              <ItemRowMenu row={position} count={rows.length} full={props.full} change={props.change} />
            )}
          </header>
          {columns.map((field) => (
            <div key={field.key} className="pw-items-line">
              <span aria-hidden="true">{localize(field.label, locale)}</span>
              <ItemCell
                spec={props.controls[field.type] as FieldControl}
                field={field}
                columnLabel={localize(field.label, locale)}
                value={row[field.key] ?? null}
                above={aboveOf(field, row)}
                aboveLabel={aboveLabelOf(field, columns, locale)}
                row={position}
                titles={props.titles}
                id={`${props.id}-${keys[position]}-${field.key}`}
                disabled={props.disabled}
                rule={props.rules?.at(position, field.key) ?? noCellRule}
                problem={props.problems?.get(`/${position}/${field.key}`)}
                onCell={props.onCell}
                readRow={props.readRow}
              />
            </div>
          ))}
        </section>
      ))}
      {[...totals].map(([key, found]) => {
        const field = columns.find((column) => column.key === key)
        if (field === undefined) return null
        return (
          <div key={key} className="pw-items-sum">
            <span>{`${t('control.total')} · ${localize(field.label, locale)}`}</span>
            <strong className="pw-numeric">
              <TotalLines field={field} totals={found} titles={props.titles} />
            </strong>
          </div>
        )
      })}
    </div>
  )
}
