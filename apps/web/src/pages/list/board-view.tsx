import { ProblemError, type BoardQuery, type RecordAnswer, type Values } from '@pipewright/contract'
import { FilterBar, RecordBoard } from '@pipewright/renderer'
import { localize } from '@pipewright/metadata'
import { ErrorNotice, useUiLocale } from '@pipewright/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { client } from '../../queries/client.ts'
import { recordsKey, useBoard } from '../../queries/records.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { EmptyList } from './empty-list.tsx'
import type { ListProps } from './list-actions.tsx'
import { bothFilters } from './list-address.ts'

export function BoardView(props: ListProps & { field: string }) {
  const { form, view, field, address, onAddress } = props
  const app = useWorkspace()
  const locale = useUiLocale()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const params = { workspace: app.workspace.key, form: form.key }
  const filter = bothFilters(view.filter, address.filter)
  const query: BoardQuery = {
    field,
    columns: view.columns,
    sums: view.sums ?? [],
    sort: view.sort ?? [],
    ...(filter === null ? {} : { filter }),
    ...(address.search === '' ? {} : { search: address.search }),
  }
  const board = useBoard(params.workspace, form.key, query, true)
  const move = async (record: RecordAnswer, values: Values) => {
    await client.call('updateRecord', {
      params: { ...params, id: record.id },
      body: { version: record.version, values },
    })
    await queries.invalidateQueries({ queryKey: recordsKey(params.workspace, form.key) })
  }
  const create = (value: string) => {
    const start = encodeURIComponent(JSON.stringify({ [field]: value }))
    void navigate(workspacePath(app, `/f/${form.key}/new?values=${start}`))
  }
  if (board.isError && board.data === undefined) {
    const problem = board.error instanceof ProblemError ? board.error.problem : null
    return <ErrorNotice problem={problem} onRetry={() => void board.refetch()} />
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
      </div>
      <RecordBoard
        form={form.key}
        label={localize(view.label, locale)}
        field={field}
        columns={view.columns}
        sums={view.sums ?? []}
        board={board.data}
        loading={board.isPending}
        onMove={move}
        onOpen={(record) => void navigate(workspacePath(app, `/f/${form.key}/${record.id}`))}
        {...(app.rights[form.key]?.create ? { onCreate: create } : {})}
        empty={
          <EmptyList
            form={form}
            filtered={address.filter !== null || address.search !== ''}
            onClear={() => onAddress({ filter: null, search: '' })}
          />
        }
      />
    </>
  )
}
