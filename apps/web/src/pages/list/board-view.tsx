import { ProblemError } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { RecordBoard } from '@pipewright/renderer'
import { ErrorNotice, useUiLocale } from '@pipewright/ui'
import { useNavigate } from 'react-router'
import { useBoard } from '../../queries/records.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { EmptyList } from './empty-list.tsx'
import type { ListProps } from './list-props.ts'
import { boardQuery } from './list-query.ts'
import { ListTools } from './list-tools.tsx'
import { useMoveCard } from './use-move-card.ts'

export function BoardView(props: ListProps) {
  const { form, view, address, onAddress } = props
  const { groupBy: field = '' } = view
  const app = useWorkspace()
  const locale = useUiLocale()
  const navigate = useNavigate()
  const board = useBoard(app.workspace.key, form.key, boardQuery(view, address, field))
  const move = useMoveCard(form.key)
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
      <ListTools {...props} />
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
