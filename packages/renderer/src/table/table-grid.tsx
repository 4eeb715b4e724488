import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'
import { useLatest } from '../environment/use-latest.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Column } from './column-of-path.ts'
import { HeaderCell } from './header-cell.tsx'
import type { RecordTableProps } from './record-table-props.ts'
import { SelectAll } from './select-all.tsx'
import { TableBody } from './table-body.tsx'
import { useGridKeys } from './use-grid-keys.ts'

const rowHeight = 36
const skeletons = 12
/** The first column says which record it is. */
const titleWidth = 280
const boxWidth = 40

function useRows({ rows, loading, hasMore, loadingMore, onLoadMore }: RecordTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const count = loading ? skeletons : rows.length + (hasMore ? 3 : 0)
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used only here, never handed to memoised parts
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // Before the first measurement (and where nothing is measured) a screenful is drawn.
    initialRect: { width: 1200, height: 800 },
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (!loading && hasMore && !loadingMore && last >= rows.length - 1) onLoadMore()
  }, [loading, hasMore, loadingMore, last, rows.length, onLoadMore])
  return { scroller, virtual, items }
}

/** One row, with the change that a click on its box means. */
function useSelectRow(selection: RecordTableProps['selection'], onSelect: RecordTableProps['onSelect']) {
  const latest = useLatest({ selection, onSelect })
  return useCallback(
    (id: string, selected: boolean) => {
      const next = new Set(latest.current.selection)
      if (selected) next.add(id)
      else next.delete(id)
      latest.current.onSelect?.(next)
    },
    [latest],
  )
}

/** What opens a record, the same for as long as the list stands, whoever hands it in. */
function useOpening(onOpen: RecordTableProps['onOpen']): RecordTableProps['onOpen'] {
  const latest = useLatest(onOpen)
  return useCallback((record) => latest.current(record), [latest])
}

type GridProps = Omit<RecordTableProps, 'columns'> & { readonly columns: readonly Column[] }

function layOut({ columns, selection, widths, onMenu }: GridProps) {
  const widthOf = (column: Column): number =>
    widths?.[column.path] ?? (column === columns[0] ? Math.max(titleWidth, column.width) : column.width)
  const tracks = columns.map((column, position) =>
    position === columns.length - 1 ? `minmax(${widthOf(column)}px, 1fr)` : `${widthOf(column)}px`,
  )
  const boxes = selection === undefined ? [] : [`${boxWidth}px`]
  const ends = onMenu === undefined ? [] : [`${boxWidth}px`]
  const aside = (boxes.length + ends.length) * boxWidth
  const least = columns.reduce((sum, column) => sum + widthOf(column), aside)
  return { widthOf, least, template: [...boxes, ...tracks, ...ends].join(' ') }
}

function HeadRow({ template, widthOf, ...props }: GridProps & Omit<ReturnType<typeof layOut>, 'least'>) {
  const t = useTexts()
  return (
    <div role="row" aria-rowindex={1} className="pw-tr pw-head" style={{ gridTemplateColumns: template }}>
      {props.selection !== undefined && (
        <SelectAll
          rows={props.rows}
          selection={props.selection}
          onSelect={props.onSelect ?? (() => undefined)}
        />
      )}
      {props.columns.map((column, position) => (
        <HeaderCell
          key={column.path}
          column={column}
          position={position}
          width={widthOf(column)}
          sort={props.sort}
          onSort={props.onSort}
          onResize={props.onResize}
        />
      ))}
      {props.onMenu !== undefined && (
        <div role="columnheader" aria-label={t('table.actions')} className="pw-th pw-row-end" />
      )}
    </div>
  )
}

/** The list on a wide screen: virtual rows, head and first column stay in sight. */
export function TableGrid(props: GridProps) {
  const { columns, rows, selection, loading, hasMore } = props
  const { scroller, virtual, items } = useRows({ ...props, columns: [] })
  const page = Math.max(1, Math.floor((virtual.scrollRect?.height ?? 600) / rowHeight) - 2)
  const keys = useGridKeys({
    ...props,
    columns: columns.length,
    page,
    grid: scroller,
    scrollTo: (row) => virtual.scrollToIndex(row),
  })
  const onSelectRow = useSelectRow(selection, props.onSelect)
  const onOpen = useOpening(props.onOpen)
  const { least, ...layout } = layOut(props)
  return (
    <div ref={scroller} className="pw-table">
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its cells take the focus in turn */}
      <div
        role="grid"
        aria-label={props.label}
        aria-busy={loading}
        aria-rowcount={hasMore ? -1 : rows.length + 1}
        aria-colcount={columns.length + (props.onMenu === undefined ? 0 : 1)}
        style={{ minWidth: least }}
        onKeyDown={keys.onKeyDown}
      >
        <HeadRow {...props} {...layout} />
        <div role="rowgroup" className="pw-rows" style={{ height: virtual.getTotalSize() }}>
          <TableBody
            items={items}
            rows={loading ? [] : rows}
            columns={columns}
            template={layout.template}
            selection={selection}
            place={keys.place}
            onSelectRow={onSelectRow}
            onOpen={onOpen}
            onStand={keys.stand}
            onMenu={props.onMenu}
          />
        </div>
      </div>
    </div>
  )
}
