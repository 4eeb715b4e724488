import type { VirtualItem } from '@tanstack/react-virtual'
import { Skeleton } from 'antd'
import { rowStyle, TableRow } from './table-row.tsx'
import type { TableViewProps } from './table-view-props.ts'

/** The rows in sight; what is not loaded yet is drawn as a skeleton. */
export function TableBody(props: TableViewProps & { readonly items: readonly VirtualItem[] }) {
  const { rows, columns, selection, place, layout } = props
  return (
    <>
      {props.items.map((item) => {
        const lying = { start: item.start, layout, measure: props.measure }
        const record = rows[item.index]
        if (record === undefined)
          return (
            <div key={item.key} className="pw-tr" style={rowStyle(lying)} aria-hidden="true">
              {columns.map((column) => (
                <div key={column.path} className="pw-td">
                  <Skeleton active title={{ width: '70%' }} paragraph={false} />
                </div>
              ))}
            </div>
          )
        return (
          <TableRow
            key={record.id}
            record={record}
            row={item.index}
            columns={columns}
            {...lying}
            selected={selection?.has(record.id)}
            active={place.row === item.index ? place.column : undefined}
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
