import { ProblemError } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { RecordBoard, useRenderer } from '@pipewright/renderer'
import { ErrorNotice, useUiLocale } from '@pipewright/ui'
import { useBoardMore } from '../../queries/board-more.ts'
import { useBoard } from '../../queries/records.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { EmptyList } from './empty-list.tsx'
import type { ListProps } from './list-props.ts'
import { boardQuery } from './list-query.ts'
import { ListTools } from './list-tools.tsx'
import { useCreateWith } from './use-create-with.ts'
import { useFolded } from './use-folded.ts'
import { useMoveCard } from './use-move-card.ts'
import { useOpenRecord } from './use-open-record.ts'

const unknown = { type: 'choice' as const, key: '', label: {} }

function useColumns({ form, view, address }: ListProps) {
  const { groupBy: key = '' } = view
  const workspace = useWorkspace().workspace.key
  const field = useRenderer().index.field(form.key, key)?.field ?? unknown
  const query = boardQuery(view, address, key)
  const board = useBoard(workspace, form.key, query)
  return { key, board, ...useBoardMore(workspace, form.key, field, query, board.data) }
}

export function BoardView(props: ListProps) {
  const { form, view, address, onAddress } = props
  const locale = useUiLocale()
  const { key, board, shown, onMore } = useColumns(props)
  const move = useMoveCard(form.key)
  const open = useOpenRecord(form)
  const create = useCreateWith(form)
  const [folded, onFold] = useFolded(view.key)
  if (board.isError && board.data === undefined) {
    const problem = board.error instanceof ProblemError ? board.error.problem : null
    return <ErrorNotice problem={problem} onRetry={() => void board.refetch()} />
  }
  return (
    <>
      <ListTools {...props} />
      <RecordBoard
        form={form.key}
        label={localize(view.label, locale)}
        field={key}
        columns={view.columns}
        sums={view.sums ?? []}
        board={shown}
        loading={board.isPending}
        onMove={move}
        onOpen={open}
        onMore={onMore}
        folded={folded}
        onFold={onFold}
        {...(create === undefined ? {} : { onCreate: create })}
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
