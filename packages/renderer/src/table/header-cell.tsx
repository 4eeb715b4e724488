import type { SortKey } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import type { Column } from './column-of-path.ts'
import { nextSort } from './next-sort.ts'
import { ResizeHandle } from './resize-handle.tsx'
import { columnLook, type TableLayout } from './table-layout.ts'

export interface HeaderCellProps {
  readonly column: Column
  readonly position: number
  readonly layout: TableLayout
  readonly sort: readonly SortKey[]
  readonly onSort: (sort: SortKey[]) => void
  readonly onResize: ((path: string, width: number) => void) | undefined
  /** The keyboard stands here: the only head that the tab key stops at. */
  readonly active: boolean
  readonly onStand: () => void
  /** A condition narrows the table by this column. */
  readonly filtered: boolean
  readonly onMenu: ((shows: 'menu' | 'filter', at: HTMLElement) => void) | undefined
  /** Where a column on its way would land: before this one, or behind it. */
  readonly drop: 'before' | 'behind' | undefined
  readonly onLift: (event: PointerEvent) => void
}

const spoken = { asc: 'ascending', desc: 'descending' } as const

function SortMark({ sort, path }: { sort: readonly SortKey[]; path: string }) {
  const position = sort.findIndex((key) => key.field === path)
  if (position < 0) return null
  return (
    <>
      <Icon name={sort[position]?.direction === 'asc' ? 'arrow-up' : 'arrow-down'} />
      {sort.length > 1 && (
        <span className="pw-th-order" aria-hidden="true">
          {position + 1}
        </span>
      )}
    </>
  )
}

function SortButton({ column, sort, onSort, active, onStand }: HeaderCellProps) {
  const t = useTexts()
  const { path, label, sortable } = column
  const order = sort.findIndex((key) => key.field === path)
  const place = { tabIndex: active ? 0 : -1, onFocus: onStand }
  if (!sortable)
    return (
      <span className="pw-cell-text pw-th-name" {...place}>
        {label}
      </span>
    )
  return (
    <button
      type="button"
      className="pw-th-sort pw-th-name"
      title={t('table.sortBy', { column: label })}
      {...(sort.length > 1 && order >= 0
        ? { 'aria-description': t('table.sortPlace', { place: order + 1 }) }
        : {})}
      {...place}
      onClick={(event) => onSort(nextSort(sort, path, event.shiftKey))}
    >
      <span className="pw-cell-text">{label}</span>
      <SortMark sort={sort} path={path} />
    </button>
  )
}

/** Opens the menu where the keyboard stands, as in any table. */
const isMenuKey = ({ key, altKey, shiftKey }: KeyboardEvent): boolean =>
  key === 'ContextMenu' || (shiftKey && key === 'F10') || (altKey && key === 'ArrowDown')

/** Head of a column: a click sorts, with Shift as a further key, the edge resizes, the button opens what else can be done. */
export function HeaderCell(props: HeaderCellProps) {
  const { column, position, layout, sort, active, filtered, onMenu, drop, onResize } = props
  const t = useTexts()
  const now = sort.find((key) => key.field === column.path)
  const look = columnLook(layout, column, position)
  const inner = { tabIndex: active ? 0 : -1, onFocus: props.onStand }
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its name takes the focus
    <div
      role="columnheader"
      aria-colindex={layout.front + position + 1}
      aria-sort={now === undefined ? 'none' : spoken[now.direction]}
      data-column={column.path}
      className={`pw-th${look.className}${drop === undefined ? '' : ` pw-drop-${drop}`}`}
      style={look.style}
      onPointerDown={props.onLift}
      onKeyDown={(event) => {
        if (onMenu === undefined || !isMenuKey(event)) return
        event.preventDefault()
        onMenu('menu', event.target as HTMLElement)
      }}
    >
      <SortButton {...props} />
      {filtered && onMenu !== undefined && (
        <button
          type="button"
          className="pw-th-button pw-th-filtered"
          aria-label={t('table.filterOf', { column: column.label })}
          aria-haspopup="dialog"
          {...inner}
          onClick={(event) => onMenu('filter', event.currentTarget)}
        >
          <Icon name="filter" />
        </button>
      )}
      {onMenu !== undefined && (
        <button
          type="button"
          className="pw-th-button pw-th-menu"
          aria-label={t('table.columnMenu', { column: column.label })}
          aria-haspopup="menu"
          {...inner}
          onClick={(event) => onMenu('menu', event.currentTarget)}
        >
          <Icon name="down" />
        </button>
      )}
      {onResize !== undefined && (
        <ResizeHandle
          label={t('table.resize', { column: column.label })}
          width={layout.widths[position] ?? column.width}
          onResize={(next) => onResize(column.path, next)}
        />
      )}
    </div>
  )
}
