import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import type { Column } from './column-of-path.ts'
import { narrowedPaths } from './narrowed-paths.ts'
import { goAlong } from './go-along.ts'
import { HeaderCell } from './header-cell.tsx'
import { columnBefore } from './move-column.ts'
import type { RecordTableProps } from './record-table-props.ts'
import { SelectAll } from './select-all.tsx'
import type { TableLayout } from './table-layout.ts'
import { columnsAt, withPlace } from './use-column-window.ts'
import { useColumnDrag, type ColumnDrag } from './use-column-drag.ts'

const ColumnMenu = lazy(async () => ({ default: (await import('./column-menu/column-menu.tsx')).ColumnMenu }))

export interface HeadRowProps extends Pick<
  RecordTableProps,
  | 'form'
  | 'rows'
  | 'selection'
  | 'onSelect'
  | 'sort'
  | 'onSort'
  | 'onResize'
  | 'onMenu'
  | 'arranging'
  | 'settings'
> {
  readonly columns: readonly Column[]
  readonly layout: TableLayout
}

interface OpenMenu {
  readonly path: string
  readonly at: HTMLElement
  readonly shows: 'menu' | 'filter'
}

function dropAt(drag: ColumnDrag | null, columns: readonly Column[], position: number) {
  if (drag === null) return undefined
  if (columns[position]?.path === drag.before) return 'before'
  return drag.before === null && position === columns.length - 1 ? 'behind' : undefined
}

function OpenedMenu({
  open,
  onOpen,
  arranging,
  columns,
  ...props
}: Omit<HeadRowProps, 'layout' | 'arranging'> & {
  readonly arranging: HeadRowProps['arranging'] | undefined
  readonly open: OpenMenu
  readonly onOpen: (change: (now: OpenMenu | null) => OpenMenu | null) => void
}) {
  const column = columns.find(({ path }) => path === open.path)
  if (column === undefined || arranging === undefined) return null
  // Choosing an entry closes the menu too, before or after: what is asked for next stays.
  const show = (shows: 'menu' | 'filter' | null) =>
    onOpen((now) => {
      if (shows !== null) return { ...open, shows }
      return now?.shows === open.shows ? null : now
    })
  return (
    <Suspense fallback={null}>
      <ColumnMenu
        form={props.form}
        at={open.at}
        shows={open.shows}
        onShow={show}
        column={column}
        columns={columns}
        sort={props.sort}
        onSort={props.onSort}
        settings={props.settings ?? {}}
        arranging={arranging}
      />
    </Suspense>
  )
}

/** The heads of a table: they sort, move, and open the menu of their column. */
export function HeadRow({ columns, layout, arranging, ...props }: HeadRowProps) {
  const t = useTexts()
  const [active, setActive] = useState(0)
  const [open, setOpen] = useState<OpenMenu | null>(null)
  const paths = columns.map(({ path }) => path)
  const { row, drag, onPointerDown } = useColumnDrag(
    arranging && ((path, before) => arranging.onColumns(columnBefore(paths, path, before))),
  )
  const stood = Math.min(active, columns.length - 1)
  const narrowed = narrowedPaths(arranging?.filter ?? null)
  return (
    <>
      <div
        ref={row}
        role="row"
        aria-rowindex={1}
        className={drag === null ? 'pw-tr pw-head' : 'pw-tr pw-head pw-dragging'}
        style={{ gridTemplateColumns: layout.template }}
        onKeyDown={(event) => goAlong(event, paths, setActive)}
      >
        {props.selection !== undefined && (
          <SelectAll
            rows={props.rows}
            selection={props.selection}
            onSelect={props.onSelect ?? (() => undefined)}
          />
        )}
        {columnsAt(columns, withPlace(layout.shown, stood)).map(({ column, position }) => (
          <HeaderCell
            key={column.path}
            column={column}
            position={position}
            layout={layout}
            sort={props.sort}
            onSort={props.onSort}
            onResize={props.onResize}
            active={position === stood}
            onStand={() => setActive(position)}
            filtered={narrowed.has(column.path)}
            onMenu={arranging && ((shows, at) => setOpen({ path: column.path, at, shows }))}
            drop={dropAt(drag, columns, position)}
            onLift={(event) => onPointerDown(event, column.path)}
          />
        ))}
        {props.onMenu !== undefined && (
          <div role="columnheader" aria-label={t('table.actions')} className="pw-th pw-row-end" />
        )}
      </div>
      {open !== null && (
        <OpenedMenu {...props} columns={columns} arranging={arranging} open={open} onOpen={setOpen} />
      )}
    </>
  )
}
