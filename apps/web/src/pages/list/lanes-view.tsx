import { ProblemError, type Board, type BoardQuery } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { LaneBoard, useRenderer, type LaneContent } from '@pipewright/renderer'
import type { Expression, Field } from '@pipewright/schemas'
import { ErrorNotice, useUiLocale } from '@pipewright/ui'
import type { ReactNode } from 'react'
import { columnFilter, useBoardMore } from '../../queries/board-more.ts'
import { useBoard } from '../../queries/records.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import type { ListProps } from './list-props.ts'
import { boardQuery } from './list-query.ts'
import { useBoardParts } from './use-board-parts.tsx'
import { useFolded } from './use-folded.ts'
import { useMostColumns } from './use-most-columns.ts'

const cardsOfCell = 20
/** A lane has no other columns than the board, so this many tells them all. */
const mostOfLane = 500

/** The records of the columns that are shown: a lane alone would tell those that are the fullest in it. */
const amongColumns = (key: string, heads: Board | undefined): Expression | undefined =>
  heads === undefined || heads.left === 0
    ? undefined
    : {
        or: [
          { in: [{ var: key }, heads.columns.flatMap(({ value }) => value ?? [])] },
          ...(heads.columns.some(({ value }) => value === null) ? [{ isEmpty: [{ var: key }] }] : []),
        ],
      }

interface LaneCardsProps {
  readonly form: string
  readonly field: Field
  readonly lanes: Field
  readonly lane: string | null
  readonly query: BoardQuery
  /** The columns that all lanes show, where there are more of them. */
  readonly among: Expression | undefined
  readonly draw: (content: LaneContent) => ReactNode
}

/** Asks for the cards of a lane while it is drawn. */
function LaneCards({ form, field, lanes, lane, query, among, draw }: LaneCardsProps) {
  const workspace = useWorkspace().workspace.key
  const own = columnFilter(lanes, lane)
  const narrowed: BoardQuery = {
    ...query,
    limit: cardsOfCell,
    most: mostOfLane,
    filter: { and: [query.filter, among, own].filter((part) => part !== undefined) },
  }
  const board = useBoard(workspace, form, narrowed)
  const { shown, onMore } = useBoardMore(workspace, form, field, narrowed, board.data)
  return draw({
    board: shown,
    failed: board.isError,
    retry: () => void board.refetch(),
    onMore,
  })
}

/** The heads of columns and lanes: two queries, however many lanes there are. */
function useHeads({ form, view, address, lanes }: ListProps & { readonly lanes: string }) {
  const workspace = useWorkspace().workspace.key
  const columnsWanted = useMostColumns()
  const lanesWanted = useMostColumns()
  const query = boardQuery(view, address, view.groupBy ?? '')
  const figures = { ...query, columns: [], limit: 0 }
  const columns = useBoard(workspace, form.key, { ...figures, most: columnsWanted.most })
  const rows = useBoard(workspace, form.key, { ...figures, field: lanes, most: lanesWanted.most })
  const failed = [columns, rows].find(({ isError, data }) => isError && data === undefined)
  return {
    query,
    failed,
    columnHeads: columns.data,
    laneHeads: rows.data,
    onMoreColumns: columnsWanted.onMore,
    onMoreLanes: lanesWanted.onMore,
  }
}

/** A board in lanes; the cards of a lane come when it comes in sight. */
export function LanesView(props: ListProps & { readonly lanes: string }) {
  const { form, view, lanes } = props
  const { groupBy: key = '' } = view
  const locale = useUiLocale()
  const { index } = useRenderer()
  const parts = useBoardParts(props)
  const [foldedLanes, onFoldLane] = useFolded({ form: form.key, view: view.key, lanes })
  const { query, failed, ...heads } = useHeads(props)
  const [field, laneField] = [index.field(form.key, key)?.field, index.field(form.key, lanes)?.field]
  if (failed !== undefined || field === undefined || laneField === undefined) {
    const problem = failed?.error instanceof ProblemError ? failed.error.problem : null
    return <ErrorNotice problem={problem} onRetry={() => void failed?.refetch()} />
  }
  const among = amongColumns(key, heads.columnHeads)
  return (
    <LaneBoard
      {...parts}
      {...heads}
      label={localize(view.label, locale)}
      field={key}
      lanes={lanes}
      loading={heads.columnHeads === undefined || heads.laneHeads === undefined}
      foldedLanes={foldedLanes}
      onFoldLane={onFoldLane}
      renderLane={(lane, draw) => (
        <LaneCards form={form.key} field={field} lanes={laneField} {...{ lane, query, among, draw }} />
      )}
    />
  )
}
