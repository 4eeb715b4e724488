import { ProblemError } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { RecordBoard, useRenderer } from '@pipewright/renderer'
import { ErrorNotice, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { lazy, Suspense } from 'react'
import { useBoardMore } from '../../queries/board-more.ts'
import { useBoard } from '../../queries/records.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { LanePicker } from './lane-picker.tsx'
import type { ListProps } from './list-props.ts'
import { boardQuery, lanesOf } from './list-query.ts'
import { ListTools } from './list-tools.tsx'
import { useBoardParts } from './use-board-parts.tsx'
import { useMostColumns } from './use-most-columns.ts'

const LanesView = lazy(async () => ({ default: (await import('./lanes-view.tsx')).LanesView }))

const unknown = { type: 'choice' as const, key: '', label: {} }

function useColumns({ form, view, address }: ListProps) {
  const { groupBy: key = '' } = view
  const workspace = useWorkspace().workspace.key
  const field = useRenderer().index.field(form.key, key)?.field ?? unknown
  const { most, onMore: onMoreColumns } = useMostColumns()
  const query = { ...boardQuery(view, address, key), most }
  const board = useBoard(workspace, form.key, query)
  return { key, board, onMoreColumns, ...useBoardMore(workspace, form.key, field, query, board.data) }
}

function PlainBoard(props: ListProps) {
  const locale = useUiLocale()
  const { key, board, shown, onMore, onMoreColumns } = useColumns(props)
  const parts = useBoardParts(props)
  if (board.isError && board.data === undefined) {
    const problem = board.error instanceof ProblemError ? board.error.problem : null
    return <ErrorNotice problem={problem} onRetry={() => void board.refetch()} />
  }
  return (
    <RecordBoard
      {...parts}
      label={localize(props.view.label, locale)}
      field={key}
      board={shown}
      loading={board.isPending}
      onMore={onMore}
      onMoreColumns={onMoreColumns}
    />
  )
}

/** Records in columns, and in lanes where the view or its reader wants them. */
export function BoardView(props: ListProps) {
  const { index } = useRenderer()
  const lanes = lanesOf(props.view, props.address)
  const hasLanes = lanes !== undefined && index.field(props.form.key, lanes) !== undefined
  return (
    <>
      <ListTools {...props}>
        <LanePicker {...props} />
      </ListTools>
      {hasLanes ? (
        <Suspense fallback={<RowsSkeleton />}>
          <LanesView key={lanes} {...props} lanes={lanes} />
        </Suspense>
      ) : (
        <PlainBoard {...props} />
      )}
    </>
  )
}
