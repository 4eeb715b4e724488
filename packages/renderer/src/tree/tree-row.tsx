import type { CSSProperties } from 'react'
import { cardType } from '../board/board-card.tsx'
import { useDropZone } from '../board/use-drop-zone.ts'
import { CellValue } from '../table/cell-value.tsx'
import { RowMarkBar } from '../table/colors/row-mark-bar.tsx'
import type { RowMark } from '../table/colors/row-mark.ts'
import type { Column } from '../table/column-of-path.ts'
import { markStyle } from '../table/colors/mark-style.ts'
import { columnLook, type TableLayout } from '../table/table-layout.ts'
import { RowTick } from '../table/row-tick.tsx'
import type { SelectRow } from '../table/use-select-row.ts'
import { TreeMenu, type TreeMenuProps } from './tree-menu.tsx'
import type { TreeRowLine } from './tree-lines.ts'
import { Fold, Name } from './tree-name.tsx'
import { insetOf } from './tree-sizes.ts'

export interface TreeRowProps extends Omit<TreeMenuProps, 'record'> {
  readonly line: TreeRowLine
  readonly index: number
  readonly style: CSSProperties
  readonly narrow: boolean
  readonly columns: readonly Column[]
  readonly layout: TableLayout
  readonly menus: boolean
  /** Whether its box is ticked, where it has one. */
  readonly ticked: boolean | undefined
  readonly onTick: SelectRow
  readonly mark: RowMark | undefined
  readonly onOpen: () => void
  readonly onUnfold: (open: boolean) => void
  readonly onStand: () => void
  readonly onDropCard: (id: string) => void
  readonly onDrag: (isUnderWay: boolean) => void
}

/** What can be done with the record, at the end of its row. */
function End(props: TreeRowProps & { readonly place: number }) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- only keeps a click on the menu from opening the row
    <div
      role="gridcell"
      aria-colindex={props.place}
      tabIndex={-1}
      className="pw-td pw-row-end"
      onClick={(event) => event.stopPropagation()}
    >
      <TreeMenu {...props} record={props.line.record} />
    </div>
  )
}

/** One record of a tree: a click opens it, arrows go along, another record dropped on it comes under it. */
export function TreeRow(props: TreeRowProps) {
  const { line, index, narrow, columns, layout, active, movable, menus, ticked, mark } = props
  const { record, depth, place, size, children, open } = line
  // A thumb that chooses need not meet the box.
  const isChoosing = narrow && ticked !== undefined
  const { over, zone } = useDropZone(menus, props.onDropCard)
  const shown = narrow ? columns.slice(0, 1) : columns
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree around it opens the row by Enter
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={depth + 1}
      aria-posinset={place + 1}
      aria-setsize={size}
      {...(children.count === 0 ? {} : { 'aria-expanded': open })}
      aria-selected={ticked}
      data-line={line.key}
      tabIndex={active ? 0 : -1}
      className={`pw-tr pw-tree-row${ticked === true ? ' pw-selected' : ''}${mark === undefined ? '' : ' pw-marked'}${over ? ' pw-over' : ''}`}
      style={{ ...props.style, ...markStyle(mark) }}
      draggable={movable && !narrow}
      onDragStart={(event) => {
        event.dataTransfer.setData(cardType, record.id)
        event.dataTransfer.effectAllowed = 'move'
        props.onDrag(true)
      }}
      onDragEnd={() => props.onDrag(false)}
      onFocus={props.onStand}
      onClick={isChoosing ? () => props.onTick(record.id, !ticked, false) : props.onOpen}
      {...zone}
    >
      {ticked !== undefined && <RowTick record={record} ticked={ticked} mark={mark} onTick={props.onTick} />}
      {shown.map((column, position) => {
        const look = columnLook(layout, column, position)
        const inset = position === 0 ? { paddingInlineStart: insetOf(depth, narrow) } : {}
        return (
          <div
            key={column.path}
            role="gridcell"
            aria-colindex={layout.front + position + 1}
            className={`pw-td${look.className}`}
            style={{ ...look.style, ...inset }}
          >
            {position === 0 ? (
              <>
                {mark !== undefined && ticked === undefined && <RowMarkBar mark={mark} />}
                <Fold {...props} />
                <Name {...props} />
              </>
            ) : (
              <CellValue record={record} column={column} />
            )}
          </div>
        )
      })}
      {menus && <End {...props} place={layout.front + shown.length + 1} />}
    </div>
  )
}
