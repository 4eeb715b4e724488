import { localize } from '@pipewright/metadata'
import type { LineItemsField } from '@pipewright/schemas'
import { Fragment, useMemo, useRef, useState } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useFormat } from '../../formats/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { FieldViews, ValueProps } from '../field-control.ts'
import { FieldPlaceContext } from '../field-place.ts'
import { columnTotals } from './column-totals.ts'
import { ItemsGap } from './items-gap.tsx'
import { ItemsTools } from './items-tools.tsx'
import { asRows } from './row-changes.ts'
import { readCell } from './read-cell.tsx'
import { ColumnHead, type Side } from './read-head.tsx'
import { ReadRow, type ReadRowProps } from './read-row.tsx'
import { nextSort, sortRows, type SortedBy } from './sort-rows.ts'
import { TotalLines } from './total-lines.tsx'
import { useVirtualRows } from './use-virtual-rows.ts'

const noRow = {}

/** The rows in the order that the reader wants to see; nothing is changed by it. */
function useOrder({ field, value, titles }: ValueProps<LineItemsField>) {
  const { locale } = useRenderer()
  const read = useFormat(titles)
  const [sorted, setSorted] = useState<SortedBy | null>(null)
  const by = field.fields.find(({ key }) => key === sorted?.column)
  const state = useMemo(() => {
    const rows = asRows(value)
    const keyed = { rows, keys: rows.map((row, position) => String(row['id'] ?? position)) }
    return sorted === null || by === undefined
      ? keyed
      : sortRows(keyed, by, sorted.direction, { locale, read })
  }, [value, sorted, by, locale, read])
  return { ...state, sorted, sort: (column: string) => setSorted(nextSort(sorted, column)) }
}

function Foot({
  field,
  titles,
  rows,
  side,
}: Pick<ValueProps<LineItemsField>, 'field' | 'titles'> & {
  readonly rows: ReturnType<typeof asRows>
  readonly side: Side
}) {
  const t = useTexts()
  const totals = useMemo(() => columnTotals(field, rows), [field, rows])
  if (totals.size === 0) return null
  return (
    <tfoot>
      <tr aria-label={t('control.total')}>
        {field.fields.map((column) => (
          <td key={column.key} className={side(column)}>
            <TotalLines field={column} totals={totals.get(column.key) ?? []} titles={titles} />
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

/** The table of the rows inside a row: no field of the form, so nothing leaves it as a file. */
const Inside = (props: ValueProps<LineItemsField> & { readonly views: FieldViews }) => (
  <FieldPlaceContext value={null}>
    <LineItemsValue {...props} />
  </FieldPlaceContext>
)

type RowProps = ValueProps<LineItemsField> & { readonly views: FieldViews } & Pick<
    ReadRowProps,
    'row' | 'position' | 'span' | 'side' | 'measure'
  >

function ValueRow({ field, titles, views, ...own }: RowProps) {
  const format = useFormat(titles)
  const read = { titles, text: format }
  return (
    <ReadRow
      {...own}
      columns={field.fields}
      cell={(column) => readCell(views, column, own.row[column.key], read)}
      inside={(column) => (
        <Inside field={column} value={own.row[column.key] ?? null} titles={titles} views={views} />
      )}
    />
  )
}

/** Line items to read. */
export function LineItemsValue(props: ValueProps<LineItemsField> & { readonly views: FieldViews }) {
  const { field, titles, views } = props
  const { locale } = useRenderer()
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, keys, sorted, sort } = useOrder(props)
  const { isMany, drawn, after, measure } = useVirtualRows(scroller, keys)
  const side: Side = ({ type }) => (views[type].align === 'end' ? 'pw-end pw-numeric' : undefined)
  const span = field.fields.length
  return (
    <>
      {/* Nothing inside takes the focus but the head, so the keyboard scrolls the frame itself. */}
      <div
        ref={scroller}
        className="pw-items-scroll"
        data-many={isMany ? '' : undefined}
        role="region"
        aria-label={localize(field.label, locale)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
        tabIndex={0}
      >
        <table
          className="pw-items pw-items-read"
          aria-label={localize(field.label, locale)}
          aria-rowcount={rows.length + 1}
        >
          <thead>
            <tr aria-rowindex={1}>
              {field.fields.map((column) => (
                <ColumnHead key={column.key} column={column} side={side} sorted={sorted} sort={sort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {drawn.map(({ position, before }) => (
              <Fragment key={keys[position]}>
                <ItemsGap height={before} span={span} />
                <ValueRow
                  {...props}
                  row={rows[position] ?? noRow}
                  position={position}
                  span={span}
                  side={side}
                  measure={measure}
                />
              </Fragment>
            ))}
            <ItemsGap height={after} span={span} />
          </tbody>
          <Foot field={field} titles={titles} rows={rows} side={side} />
        </table>
      </div>
      <ItemsTools field={field} count={rows.length} change={undefined} />
    </>
  )
}
