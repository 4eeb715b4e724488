import { localize } from '@pipewright/metadata'
import { memo } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { FieldControl } from '../field-control.ts'
import { aboveLabelOf, aboveOf } from '../options/above-of.ts'
import { noCellRule } from './cell-rules.ts'
import { ItemCell } from './item-cell.tsx'
import { ItemRowMenu } from './item-row-menu.tsx'
import type { ItemsViewProps } from './items-view-props.ts'
import type { ItemRow as Row } from './row-changes.ts'

export interface ItemsRowProps extends Pick<
  ItemsViewProps,
  'id' | 'columns' | 'controls' | 'titles' | 'disabled' | 'rules' | 'onCell' | 'readRow'
> {
  readonly row: Row
  readonly name: string
  readonly position: number
  readonly isSelected: boolean
  readonly light: boolean
  /** What is wrong in this row, by column. */
  readonly problems: ReadonlyMap<string, string> | undefined
  readonly onSelect: (position: number, isSelected: boolean, far: boolean) => void
  readonly onGrip: ItemsViewProps['grip']
  readonly measure: ((element: Element | null) => void) | undefined
}

/** Number, box and grip of a row; the grip is dragged, or moved by the arrow keys. */
function RowStart({ position, isSelected, disabled, onSelect, onGrip }: ItemsRowProps) {
  const t = useTexts()
  if (disabled) return <td className="pw-items-number pw-quiet">{position + 1}</td>
  return (
    <td className="pw-items-number">
      <input
        type="checkbox"
        aria-label={t('control.selectRow', { row: position + 1 })}
        checked={isSelected}
        onChange={(event) =>
          onSelect(position, event.target.checked, (event.nativeEvent as MouseEvent).shiftKey)
        }
      />
      <button
        type="button"
        className="pw-items-grip pw-quiet"
        aria-label={t('control.grip', { row: position + 1 })}
        title={t('control.gripHint')}
        onPointerDown={(event) => onGrip.begin(event, position)}
        onKeyDown={(event) => onGrip.key(event, position)}
      >
        {position + 1}
      </button>
    </td>
  )
}

/** One row of the table; drawn again only when it, its place or what is said about it changes. */
export const ItemsRow = memo(function ItemsRow(props: ItemsRowProps) {
  const { columns, controls, row, position, name, rules, measure } = props
  const { locale } = useRenderer()
  return (
    <tr
      ref={measure}
      data-index={position}
      aria-rowindex={position + 2}
      data-picked={props.isSelected ? '' : undefined}
    >
      <RowStart {...props} />
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
            light={props.light}
            titles={props.titles}
            id={`${props.id}-${name}-${field.key}`}
            disabled={props.disabled}
            rule={rules?.at(position, field.key) ?? noCellRule}
            problem={props.problems?.get(field.key)}
            onCell={props.onCell}
            readRow={props.readRow}
          />
        </td>
      ))}
      <td className="pw-items-end">{!props.disabled && <ItemRowMenu row={position} />}</td>
    </tr>
  )
})
