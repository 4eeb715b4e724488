import { useVirtualizer } from '@tanstack/react-virtual'
import type { TableSettings } from '@pipewright/schemas'
import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react'
import { useLatest } from '../environment/use-latest.ts'
import { useRowMarks } from './colors/use-row-marks.ts'
import type { Column } from './column-of-path.ts'
import { TotalRow } from './groups/total-row.tsx'
import { HeadRow } from './head-row.tsx'
import type { RecordTableProps } from './record-table-props.ts'
import { useCells } from './cells/use-cells.tsx'
import { TableBody } from './table-body.tsx'
import { layOutTable, type TableLayout } from './table-layout.ts'
import { useColumnWindow } from './use-column-window.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useSelectRow } from './use-select-row.ts'

const skeletons = 12

type GridProps = Omit<RecordTableProps, 'columns'> & { readonly columns: readonly Column[] }

const usual: TableSettings = {}

function useLayout({ columns, widths, settings = usual, selection, onMenu }: GridProps): TableLayout {
  const boxes = selection !== undefined
  const menus = onMenu !== undefined
  return useMemo(
    () => layOutTable({ columns, widths, settings, boxes, menus }),
    [columns, widths, settings, boxes, menus],
  )
}

function useRows(props: GridProps, scroller: RefObject<HTMLDivElement | null>, rowHeight: number) {
  const { rows, loading, hasMore, loadingMore, onLoadMore, grouping } = props
  const count = loading ? skeletons : (grouping?.entries.length ?? rows.length + (hasMore ? 3 : 0))
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used only here, never handed to memoised parts
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // Before the first measurement (and where nothing is measured) a screenful is drawn.
    initialRect: { width: 1200, height: 800 },
  })
  useEffect(() => virtual.measure(), [virtual, rowHeight])
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (!loading && hasMore && !loadingMore && last >= rows.length - 1) onLoadMore()
  }, [loading, hasMore, loadingMore, last, rows.length, onLoadMore])
  useEffect(() => {
    for (const { index } of items) {
      const entry = grouping?.entries[index]
      if (entry?.kind === 'more') entry.fetch()
    }
  })
  return { virtual, items }
}

/** Where a row lies among the lines of the table. */
const lineOf = (grouping: GridProps['grouping'], row: number): number =>
  grouping?.entries.findIndex((entry) => entry.kind === 'row' && entry.row === row) ?? row

/** What opens a record, the same for as long as the list stands, whoever hands it in. */
function useOpening(onOpen: RecordTableProps['onOpen']): RecordTableProps['onOpen'] {
  const latest = useLatest(onOpen)
  return useCallback((record) => latest.current(record), [latest])
}

function Totals({ figures, columns, layout, selection, onMenu }: GridProps & { layout: TableLayout }) {
  if (figures === undefined) return null
  return (
    <TotalRow
      {...figures}
      columns={columns}
      layout={layout}
      boxes={selection !== undefined}
      menus={onMenu !== undefined}
    />
  )
}

/** The list on a wide screen: virtual rows, head and first column stay in sight. */
export function TableGrid(props: GridProps) {
  const { columns, rows, selection, loading, hasMore } = props
  const scroller = useRef<HTMLDivElement>(null)
  const layout = useColumnWindow(scroller, useLayout(props), columns)
  const { virtual, items } = useRows(props, scroller, layout.rowHeight)
  const page = Math.max(1, Math.floor((virtual.scrollRect?.height ?? 600) / layout.rowHeight) - 2)
  const onSelectRow = useSelectRow(props)
  const keys = useGridKeys({
    ...props,
    onSelectRow,
    columns: columns.length,
    page,
    grid: scroller,
    scrollTo: (row) => virtual.scrollToIndex(lineOf(props.grouping, row)),
  })
  const cells = useCells({ ...props, keys, scroller })
  const markOf = useRowMarks(props.form, props.settings?.rowColors)
  const body = { markOf, onSelectRow, onOpen: useOpening(props.onOpen) }
  return (
    <div ref={scroller} className="pw-table" style={{ scrollPaddingInlineStart: layout.covered }}>
      <div
        role={props.grouping === undefined ? 'grid' : 'treegrid'}
        aria-label={props.label}
        aria-busy={loading}
        aria-rowcount={hasMore ? -1 : (props.grouping?.entries.length ?? rows.length) + 1}
        aria-multiselectable
        aria-colcount={layout.front + columns.length + (props.onMenu === undefined ? 0 : 1)}
        style={{ minWidth: layout.least }}
        {...cells.handlers}
      >
        <HeadRow {...props} layout={layout} />
        <div role="rowgroup" className="pw-rows" style={{ height: virtual.getTotalSize() }}>
          <TableBody
            form={props.form}
            editable={props.cells !== undefined}
            grouping={props.grouping}
            summaries={props.figures?.summaries ?? []}
            items={items}
            rows={loading ? [] : rows}
            columns={columns}
            layout={layout}
            measure={layout.wrapped.size === 0 ? undefined : virtual.measureElement}
            selection={selection}
            place={keys.place}
            {...body}
            onStand={keys.stand}
            onMenu={props.onMenu}
          />
        </div>
        <Totals {...props} layout={layout} />
      </div>
      {props.empty !== undefined && <div className="pw-table-empty">{props.empty}</div>}
      {cells.layer}
    </div>
  )
}
