import { localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Checkbox } from 'antd'
import { memo } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { columnWidth } from './column-width.ts'
import type { ItemsViewProps } from './items-view-props.ts'
import { canSort, type SortedBy } from './sort-rows.ts'

const hasStar = (field: Field): boolean => 'required' in field && field.required === true

interface SortButtonProps {
  readonly field: Field
  readonly sorted: SortedBy | null
  readonly onSort: (column: string) => void
}

/** The name of a column; a click lays the rows in its order. */
function SortButton({ field, sorted, onSort }: SortButtonProps) {
  const { locale } = useRenderer()
  const t = useTexts()
  const name = localize(field.label, locale)
  const direction = sorted?.column === field.key ? sorted.direction : undefined
  const next = direction === 'asc' ? 'control.sortDown' : 'control.sortUp'
  return (
    <button
      type="button"
      className="pw-items-sort"
      title={t(next, { column: name })}
      onClick={() => onSort(field.key)}
    >
      {name}
      {direction !== undefined && <Icon name={direction === 'asc' ? 'up' : 'down'} />}
    </button>
  )
}

interface SelectAllProps extends Pick<ItemsViewProps, 'selection'> {
  readonly count: number
}

const SelectAllRows = memo(function SelectAllRows({ count, selection }: SelectAllProps) {
  const t = useTexts()
  const { size } = selection.selected
  return (
    <Checkbox
      aria-label={t('control.selectRows')}
      checked={count > 0 && size === count}
      indeterminate={size > 0 && size < count}
      onChange={(event) => selection.all(event.target.checked)}
    />
  )
})

const ariaOf = (sorted: SortedBy | null, key: string) =>
  sorted?.column === key ? (sorted.direction === 'asc' ? 'ascending' : 'descending') : undefined

/** Names of the columns, stars, sorting and the box that selects all rows. */
export function ItemsHead(props: ItemsViewProps) {
  const { columns, controls, rules, disabled, rows, sorted } = props
  const { locale } = useRenderer()
  const t = useTexts()
  return (
    <tr aria-rowindex={1}>
      <th className="pw-items-number">
        {disabled ? '#' : <SelectAllRows count={rows.length} selection={props.selection} />}
      </th>
      {columns.map((field, position) => (
        <th
          key={field.key}
          scope="col"
          className={controls[field.type].align === 'end' ? 'pw-end' : undefined}
          style={{ minWidth: columnWidth(controls[field.type], position) }}
          aria-sort={ariaOf(sorted, field.key)}
        >
          {disabled || !canSort(field) ? (
            localize(field.label, locale)
          ) : (
            <SortButton field={field} sorted={sorted} onSort={props.onSort} />
          )}
          {(hasStar(field) || rules?.requiresColumn(field.key)) && (
            <span className="pw-star" title={t('form.required')}>
              *
            </span>
          )}
        </th>
      ))}
      <th className="pw-items-end">
        <span className="pw-hidden-text">{t('control.remove')}</span>
      </th>
    </tr>
  )
}
