import type { VirtualItem } from '@tanstack/react-virtual'
import { Skeleton } from 'antd'
import { useRenderer } from '../environment/use-renderer.ts'
import { GroupRow } from './groups/group-row.tsx'
import { columnLook } from './table-layout.ts'
import { rowStyle, TableRow } from './table-row.tsx'
import type { TableViewProps } from './table-view-props.ts'
import { columnsAt } from './use-column-window.ts'

/** The rows in sight; what is not loaded yet is drawn as a skeleton. */
export function TableBody(props: TableViewProps & { readonly items: readonly VirtualItem[] }) {
  const { rows, columns, selection, place, layout } = props
  const { rights } = useRenderer()
  return (
    <>
      {props.items.map((item) => {
        const lying = { start: item.start, layout, measure: props.measure }
        const entry = props.grouping?.entries[item.index]
        if (entry?.kind === 'group' && props.grouping !== undefined)
          return (
            <GroupRow
              key={entry.key}
              form={props.form}
              entry={entry}
              columns={columns}
              {...lying}
              position={item.index}
              boxes={selection !== undefined}
              summaries={props.summaries}
              onToggle={props.grouping.onToggle}
            />
          )
        const row = entry?.kind === 'row' ? entry.row : item.index
        const record = entry?.kind === 'more' ? undefined : rows[row]
        if (record === undefined)
          return (
            <div key={item.key} className="pw-tr" style={rowStyle(lying)} aria-hidden="true">
              {columnsAt(columns, layout.shown).map(({ column, position }) => (
                <div key={column.path} className="pw-td" style={columnLook(layout, column, position).style}>
                  <Skeleton active title={{ width: '70%' }} paragraph={false} />
                </div>
              ))}
            </div>
          )
        return (
          <TableRow
            key={record.id}
            record={record}
            row={row}
            line={item.index}
            columns={columns}
            mark={props.markOf(record)}
            rights={props.editable ? rights[props.form] : undefined}
            {...lying}
            selected={selection?.has(record.id)}
            active={place.row === row ? place.column : undefined}
            onSelect={props.onSelectRow}
            onOpen={props.onOpen}
            onStand={props.onStand}
            onMenu={props.onMenu}
          />
        )
      })}
    </>
  )
}
