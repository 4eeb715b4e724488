import { useNarrow } from '@pipewright/ui'
import { Table } from 'antd'
import type { ReactNode } from 'react'
import { SideScroll } from './side-scroll.tsx'
import { StackedRow, type RowColumn } from './stacked-row.tsx'

export interface RowsTableProps<T> {
  readonly label: string
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string | number
  readonly columns: readonly RowColumn<T>[]
  /** What a row is called where its columns stand below one another, and the column that says so already. */
  readonly called: { readonly by: string; readonly name: (row: T) => ReactNode }
  readonly loading?: boolean
  readonly pageSize?: number
}

/** Rows of a file in a table, which scrolls by itself where it is wide; on a phone each with its columns below one another. */
export function RowsTable<T extends object>(props: RowsTableProps<T>) {
  const { label, rows, rowKey, columns, called, loading = false, pageSize } = props
  const table = {
    size: 'small',
    rowKey,
    dataSource: [...rows],
    loading,
    className: 'import-preview',
    pagination: pageSize !== undefined && { pageSize, showSizeChanger: false, hideOnSinglePage: true },
  } as const
  if (useNarrow()) {
    const told = columns.filter(({ key }) => key !== called.by)
    const stacked = {
      key: 'row',
      render: (_: unknown, row: T) => <StackedRow row={row} name={called.name(row)} columns={told} />,
    }
    return (
      <section aria-label={label} className="import-stacked">
        <Table<T> {...table} showHeader={false} columns={[stacked]} />
      </section>
    )
  }
  return (
    <SideScroll label={label}>
      <Table<T>
        {...table}
        aria-label={label}
        columns={columns.map(({ render, isEmpty: _isEmpty, ...column }) => ({
          ...column,
          render: (_: unknown, row: T) => render(row),
        }))}
      />
    </SideScroll>
  )
}
