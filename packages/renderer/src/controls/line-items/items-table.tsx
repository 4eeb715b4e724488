import { Fragment, useImperativeHandle, useMemo, useRef } from 'react'
import { columnWidth } from './column-width.ts'
import type { ItemsViewProps } from './items-view-props.ts'
import { ItemsGap } from './items-gap.tsx'
import { ItemsHead } from './items-head.tsx'
import { ItemsRow, type ItemsRowProps } from './items-row.tsx'
import { problemsByRow } from './problems-by-row.ts'
import { ItemsTotals } from './items-totals.tsx'
import { useVirtualRows } from './use-virtual-rows.ts'

const startWidth = 66
const endWidth = 40
const noRow = {}

/** Columns of a long table keep their width whatever rows are drawn. */
function Widths({ columns, controls }: Pick<ItemsViewProps, 'columns' | 'controls'>) {
  return (
    <colgroup>
      <col style={{ width: startWidth }} />
      {columns.map(({ key, type }, position) => (
        <col key={key} style={{ width: columnWidth(controls[type], position) }} />
      ))}
      <col style={{ width: endWidth }} />
    </colgroup>
  )
}

interface TableRowProps extends Omit<ItemsViewProps, 'problems'>, Pick<ItemsRowProps, 'light' | 'measure'> {
  readonly position: number
  readonly problems: ReturnType<typeof problemsByRow>
}

/** Of everything that the table knows, what concerns one row. */
function TableRow({ position, problems, ...table }: TableRowProps) {
  const name = table.keys[position] ?? ''
  return (
    <ItemsRow
      id={table.id}
      columns={table.columns}
      controls={table.controls}
      titles={table.titles}
      disabled={table.disabled}
      rules={table.rules}
      onCell={table.onCell}
      readRow={table.readRow}
      row={table.rows[position] ?? noRow}
      name={name}
      position={position}
      isSelected={table.selection.selected.has(name)}
      problems={problems.get(position)}
      onSelect={table.selection.one}
      onGrip={table.grip}
      light={table.light}
      measure={table.measure}
    />
  )
}

/** Line items as an editable table; of thousands of rows only those in sight are drawn. */
export function ItemsTable(props: ItemsViewProps) {
  const { columns, rows, keys, controls } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { isMany, drawn, after, measure, scrollTo, onFocus } = useVirtualRows(scroller, keys)
  useImperativeHandle(props.view, () => ({ scrollTo }))
  const problems = useMemo(() => problemsByRow(props.problems), [props.problems])
  const span = columns.length + 2
  const least = columns.reduce(
    (sum, { type }, position) => sum + columnWidth(controls[type], position),
    startWidth + endWidth,
  )
  return (
    // While the record is locked nothing inside takes the focus, so the keyboard scrolls the frame itself. It only looks
    // where the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <div
      ref={scroller}
      className="pw-items-scroll"
      data-many={isMany ? '' : undefined}
      role="region"
      aria-label={props.label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
      tabIndex={0}
      onFocus={onFocus}
    >
      <table
        className="pw-items"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        style={isMany ? { tableLayout: 'fixed', minWidth: least } : undefined}
      >
        {isMany && <Widths columns={columns} controls={controls} />}
        <thead>
          <ItemsHead {...props} />
        </thead>
        <tbody>
          {drawn.map(({ position, before }) => (
            <Fragment key={keys[position]}>
              <ItemsGap height={before} span={span} />
              <TableRow {...props} position={position} light={isMany} measure={measure} problems={problems} />
            </Fragment>
          ))}
          <ItemsGap height={after} span={span} />
        </tbody>
        <ItemsTotals {...props} />
      </table>
    </div>
  )
}
