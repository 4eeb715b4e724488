import type { FormRights, RecordAnswer } from '@pipewright/contract'
import { memo, type CSSProperties } from 'react'
import { useTexts, type Translate } from '../texts/use-texts.ts'
import { cellHold } from './cells/cell-hold.ts'
import { CellValue } from './cell-value.tsx'
import { markStyle } from './colors/mark-style.ts'
import { RowMarkBar } from './colors/row-mark-bar.tsx'
import type { RowMark } from './colors/row-mark.ts'
import type { Column } from './column-of-path.ts'
import type { RecordTableProps } from './record-table-props.ts'
import type { SelectRow } from './use-select-row.ts'
import { RowTick } from './row-tick.tsx'
import { RowMenuButton } from './row-menu-button.tsx'
import { columnLook, type TableLayout } from './table-layout.ts'
import { UnseenMark } from './unseen.tsx'
import type { TableViewProps } from './table-view-props.ts'
import { columnsAt, withPlace } from './use-column-window.ts'

/** Where a row lies: plain values, so that a row is drawn again only when one of them changes. */
interface Lying {
  readonly start: number
  readonly layout: TableLayout
  readonly measure: TableViewProps['measure']
}

export const rowStyle = ({ start, layout, measure }: Lying): CSSProperties => ({
  [measure === undefined ? 'height' : 'minHeight']: layout.rowHeight,
  transform: `translateY(${start}px)`,
  gridTemplateColumns: layout.template,
})

export interface TableRowProps extends Lying {
  readonly record: RecordAnswer
  readonly row: number
  /** Its place among all lines, heads of groups counted. */
  readonly line: number
  readonly columns: readonly Column[]
  readonly mark: RowMark | undefined
  /** What may be changed in the list itself; without it cells are only read. */
  readonly rights: FormRights | undefined
  readonly selected: boolean | undefined
  /** Column of the cell that the keyboard stands on in this row. */
  readonly active: number | undefined
  readonly onSelect: SelectRow
  readonly onOpen: (record: RecordAnswer) => void
  readonly onStand: (row: number, column: number) => void
  readonly onMenu?: RecordTableProps['onMenu']
}

/** A cell that cannot be changed says why: to the pointer, to whoever comes by keyboard, and to a screen reader. */
function heldLook(column: Column, { record, rights }: TableRowProps, t: Translate) {
  const hold = rights === undefined ? null : cellHold(column, record, rights)
  if (hold === null) return {}
  const why = t(`cell.${hold}`)
  return { title: why, 'data-held': why, 'aria-readonly': true }
}

function RowEnd({ record, place, onMenu }: Pick<TableRowProps, 'record' | 'onMenu'> & { place: number }) {
  if (onMenu === undefined) return null
  return (
    <div role="gridcell" aria-colindex={place} tabIndex={-1} className="pw-td pw-row-end">
      <RowMenuButton record={record} onMenu={onMenu} tabIndex={-1} />
    </div>
  )
}

/** One record; a click opens it, the first cell carries the link for the keyboard. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { record, row, columns, layout, selected, active, mark, measure } = props
  const t = useTexts()
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid around it opens the row by Enter
    <div
      ref={measure}
      data-index={props.line}
      role="row"
      aria-rowindex={props.line + 2}
      aria-selected={selected ?? undefined}
      className={`pw-tr${selected ? ' pw-selected' : ''}${mark === undefined ? '' : ' pw-marked'}`}
      style={{ ...rowStyle(props), ...markStyle(mark) }}
      onClick={() => props.onOpen(record)}
    >
      {selected !== undefined && (
        <RowTick record={record} ticked={selected} mark={mark} onTick={props.onSelect} />
      )}
      {columnsAt(columns, withPlace(layout.shown, active)).map(({ column, position }) => {
        const look = columnLook(layout, column, position)
        return (
          <div
            key={column.path}
            role="gridcell"
            aria-colindex={layout.front + position + 1}
            data-cell={`${row}:${position}`}
            tabIndex={active === position ? 0 : -1}
            className={`pw-td${look.className}`}
            style={look.style}
            {...heldLook(column, props, t)}
            onFocus={() => props.onStand(row, position)}
          >
            {position === 0 && <UnseenMark record={record.id} />}
            {mark !== undefined && selected === undefined && position === 0 && <RowMarkBar mark={mark} />}
            <CellValue record={record} column={column} />
          </div>
        )
      })}
      <RowEnd record={record} place={layout.front + columns.length + 1} onMenu={props.onMenu} />
    </div>
  )
})
