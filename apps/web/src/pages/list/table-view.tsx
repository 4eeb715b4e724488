import type { Query, RecordAnswer } from '@pipewright/contract'
import { ColumnChooser, FilterBar, RecordTable } from '@pipewright/renderer'
import { localize } from '@pipewright/metadata'
import { ErrorNotice, useUiLocale } from '@pipewright/ui'
import { ProblemError } from '@pipewright/contract'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useRecordPages } from '../../queries/records.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { BulkBar } from './bulk-bar.tsx'
import { EmptyList } from './empty-list.tsx'
import type { ListProps } from './list-actions.tsx'
import { bothFilters } from './list-address.ts'

function tableQuery({ view, address }: ListProps, columns: readonly string[]): Query {
  const filter = bothFilters(view.filter, address.filter)
  return {
    columns: [...columns],
    sort: address.sort ?? view.sort ?? [],
    ...(filter === null ? {} : { filter }),
    ...(address.search === '' ? {} : { search: address.search }),
    ...(address.deleted ? { deleted: true } : {}),
  }
}

export function TableView(props: ListProps) {
  const { form, view, address, onAddress } = props
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const navigate = useNavigate()
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set())
  const columns = address.columns ?? view.columns
  const query = tableQuery(props, columns)
  const pages = useRecordPages(app.workspace.key, form.key, query, true)
  const rows: RecordAnswer[] = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const sort = address.sort ?? view.sort ?? []
  if (pages.isError && pages.data === undefined) {
    const problem = pages.error instanceof ProblemError ? pages.error.problem : null
    return (
      <ErrorNotice
        problem={problem}
        onRetry={() => (address.filter === null ? void pages.refetch() : onAddress({ filter: null }))}
      />
    )
  }
  return (
    <>
      <div className="list-tools">
        <FilterBar
          form={form.key}
          value={address.filter}
          onChange={(filter) => onAddress({ filter })}
          fixed={view.filter ?? null}
          search={address.search}
          onSearch={(search) => onAddress({ search })}
        />
        <ColumnChooser form={form.key} columns={columns} onChange={(columns) => onAddress({ columns })} />
      </div>
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
        label={address.deleted ? text('recycleBin') : localize(view.label, locale)}
        columns={columns}
        rows={rows}
        loading={pages.isPending}
        hasMore={pages.hasNextPage}
        loadingMore={pages.isFetchingNextPage}
        onLoadMore={() => void pages.fetchNextPage()}
        sort={sort}
        onSort={(sort) => onAddress({ sort })}
        onOpen={(record) => void navigate(workspacePath(app, `/f/${form.key}/${record.id}`))}
        selection={selection}
        onSelect={setSelection}
        empty={
          <EmptyList
            form={form}
            filtered={address.filter !== null || address.search !== '' || address.deleted}
            onClear={() => onAddress({ filter: null, search: '' })}
          />
        }
      />
    </>
  )
}
