import { ProblemError, type RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { ColumnChooser, RecordTable } from '@pipewright/renderer'
import { ErrorNotice, useNarrow, useUiLocale } from '@pipewright/ui'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useRecordPages } from '../../queries/records.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { BulkBar } from './bulk-bar.tsx'
import { EmptyList } from './empty-list.tsx'
import type { ListProps } from './list-props.ts'
import { tableQuery } from './list-query.ts'
import { ListTools } from './list-tools.tsx'
import { useTableSettings } from './use-table-settings.ts'
import { useRowMenu } from './use-row-menu.tsx'

const asProblem = (error: unknown) => (error instanceof ProblemError ? error.problem : null)

function useRows({ form, view, address }: ListProps) {
  const pages = useRecordPages(useWorkspace().workspace.key, form.key, tableQuery(view, address))
  const rows: readonly RecordAnswer[] = pages.data?.pages.flatMap((page) => page.rows) ?? []
  return { pages, rows }
}

function useLabel({ view, address }: ListProps): string {
  const text = useText()
  const label = localize(view.label, useUiLocale())
  return address.deleted ? text('recycleBin') : label
}

/** What the heads of the table change, and what they changed. */
function useArrangedTable(props: ListProps) {
  const { address, onAddress } = props
  const { settings, widths, change, resize } = useTableSettings(props)
  const arranging = {
    onSettings: change,
    onColumns: (columns: string[]) => onAddress({ columns }),
    filter: address.filter,
    onFilter: (filter: ListProps['address']['filter']) => onAddress({ filter }),
  }
  return { settings, widths, onResize: resize, arranging }
}

function Columns({ form, columns, onAddress }: ListProps & { readonly columns: readonly string[] }) {
  return <ColumnChooser form={form.key} columns={columns} onChange={(next) => onAddress({ columns: next })} />
}

export function TableView(props: ListProps) {
  const { form, view, address, onAddress } = props
  const app = useWorkspace()
  const label = useLabel(props)
  const narrow = useNarrow()
  const navigate = useNavigate()
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set())
  const { pages, rows } = useRows(props)
  const table = useArrangedTable(props)
  const rowMenu = useRowMenu(form)
  const columns = address.columns ?? view.columns
  if (pages.isError && pages.data === undefined) {
    const again = () => (address.filter === null ? void pages.refetch() : onAddress({ filter: null }))
    return <ErrorNotice problem={asProblem(pages.error)} onRetry={again} />
  }
  return (
    <>
      <ListTools {...props}>{!narrow && <Columns {...props} columns={columns} />}</ListTools>
      {selection.size > 0 && (
        <BulkBar
          form={form}
          rows={rows.filter((row) => selection.has(row.id))}
          deleted={address.deleted}
          onDone={() => setSelection(new Set())}
        />
      )}
      <RecordTable
        form={form.key}
        label={label}
        columns={columns}
        rows={rows}
        loading={pages.isPending}
        hasMore={pages.hasNextPage}
        loadingMore={pages.isFetchingNextPage}
        onLoadMore={() => void pages.fetchNextPage()}
        sort={address.sort ?? view.sort ?? []}
        onSort={(sort) => onAddress({ sort })}
        onOpen={(record) => void navigate(workspacePath(app, `/f/${form.key}/${record.id}`))}
        selection={selection}
        onSelect={setSelection}
        {...table}
        {...(rowMenu.open === undefined || address.deleted ? {} : { onMenu: rowMenu.open })}
        empty={
          <EmptyList
            form={form}
            filtered={address.filter !== null || address.search !== '' || address.deleted}
            onClear={() => onAddress({ filter: null, search: '', deleted: false })}
          />
        }
      />
      {rowMenu.menu}
    </>
  )
}
