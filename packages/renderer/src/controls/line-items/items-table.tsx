import { localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useFormat } from '../../formats/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { FieldControl } from '../field-control.ts'
import { aboveLabelOf, aboveOf } from '../options/above-of.ts'
import { noCellRule } from './cell-rules.ts'
import { columnTotals } from './column-totals.ts'
import { ItemCell } from './item-cell.tsx'
import { ItemRowMenu } from './item-row-menu.tsx'
import type { ItemsViewProps } from './items-view-props.ts'

const hasStar = (field: Field): boolean => 'required' in field && field.required === true

function HeadRow({ columns, controls, rules }: Pick<ItemsViewProps, 'columns' | 'controls' | 'rules'>) {
  const { locale } = useRenderer()
  const t = useTexts()
  return (
    <tr>
      <th className="pw-items-number">#</th>
      {columns.map((field) => (
        <th
          key={field.key}
          scope="col"
          className={controls[field.type].align === 'end' ? 'pw-end' : undefined}
          style={{ minWidth: Math.min(controls[field.type].width, 200) }}
        >
          {localize(field.label, locale)}
          {(hasStar(field) || rules?.requiresColumn(field.key)) && (
            <span className="pw-star" title={t('form.required')}>
              *
            </span>
          )}
        </th>
      ))}
      <th>
        <span className="pw-hidden-text">{t('control.remove')}</span>
      </th>
    </tr>
  )
}

function TotalRow({ columns, rows, controls, titles }: ItemsViewProps) {
  const t = useTexts()
  const format = useFormat(titles)
  const totals = columnTotals(columns, rows)
  if (totals.size === 0) return null
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={1}>
          <span className="pw-hidden-text">{t('control.total')}</span>Σ
        </th>
        {columns.map((field) => {
          const total = totals.get(field.key)
          return (
            <td
              key={field.key}
              className={controls[field.type].align === 'end' ? 'pw-end pw-numeric' : undefined}
            >
              {total === undefined ? '' : format(field, total)}
            </td>
          )
        })}
        <td aria-hidden="true" />
      </tr>
    </tfoot>
  )
}

/** Line items as an editable table. */
export function ItemsTable(props: ItemsViewProps) {
  const { locale } = useRenderer()
  const { columns, rows, keys, controls } = props
  return (
    // While the record is locked nothing inside takes the focus, so the keyboard scrolls the frame itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div className="pw-items-scroll" role="region" aria-label={props.label} tabIndex={0}>
      <table className="pw-items" aria-label={props.label}>
        <thead>
          <HeadRow columns={columns} controls={controls} rules={props.rules} />
        </thead>
        <tbody>
          {rows.map((row, position) => (
            <tr key={keys[position]}>
              <td className="pw-items-number pw-quiet">{position + 1}</td>
              {columns.map((field) => (
                <td key={field.key}>
                  <ItemCell
                    spec={controls[field.type] as FieldControl}
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
                </td>
              ))}
              <td>
                {!props.disabled && (
                  <ItemRowMenu row={position} count={rows.length} full={props.full} change={props.change} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <TotalRow {...props} />
      </table>
    </div>
  )
}
