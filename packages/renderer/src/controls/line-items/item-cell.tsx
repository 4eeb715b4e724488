import type { JsonValue, Values } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { memo } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import type { FieldControl, Titles } from '../field-control.ts'

export interface ItemCellProps {
  readonly spec: FieldControl
  readonly field: Field
  readonly columnLabel: string
  readonly value: JsonValue
  /** What the column of the row holds that the options depend on. */
  readonly above: JsonValue | undefined
  readonly aboveLabel: string | undefined
  readonly row: number
  readonly titles: Titles
  readonly id: string
  readonly disabled: boolean
  readonly problem: string | undefined
  readonly onCell: (row: number, column: string, value: JsonValue) => void
  readonly readRow: (row: number) => Values
}

/** One cell; drawn again only when its own value, place or problem changes. */
export const ItemCell = memo(function ItemCell(props: ItemCellProps) {
  const { spec, field, row, problem, id } = props
  const t = useTexts()
  const { Control } = spec
  return (
    <div className="pw-item-cell" data-row={row} data-column={field.key}>
      <Control
        field={field}
        id={id}
        label={t('control.cellName', { column: props.columnLabel, row: row + 1 })}
        value={props.value}
        above={props.above}
        aboveLabel={props.aboveLabel}
        titles={props.titles}
        compact
        disabled={props.disabled}
        invalid={problem !== undefined}
        required={field.type !== 'formula' && 'required' in field && field.required === true}
        describedBy={problem === undefined ? undefined : `${id}-problem`}
        record={() => props.readRow(row)}
        onChange={(value) => props.onCell(row, field.key, value)}
      />
      {problem !== undefined && (
        <div id={`${id}-problem`} className="pw-problem">
          {problem}
        </div>
      )}
    </div>
  )
})
