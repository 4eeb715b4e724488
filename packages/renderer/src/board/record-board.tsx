import type { Board, RecordAnswer, Values } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { EmptyState } from '@pipewright/ui'
import { Skeleton } from 'antd'
import { useCallback, useMemo } from 'react'
import { useLatest } from '../environment/use-latest.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ColumnsLeft } from './columns-left.tsx'
import { BoardColumn } from './board-column.tsx'
import { columnOfValue } from './board-value.ts'
import type { Place } from './place.ts'
import type { RecordBoardProps } from './record-board-props.ts'
import { useBoardField, useCardColumns, useColumnRights, useSumFields } from './use-board-fields.ts'
import { useColumnNames } from './use-column-names.ts'
import { useMoves, type Moves } from './use-moves.ts'
import './board.css'

export function BoardSkeleton() {
  return (
    <div className="pw-board" aria-busy="true">
      {[4, 3, 5, 2].map((cards) => (
        <div key={cards} className="pw-board-column">
          <Skeleton active paragraph={{ rows: cards * 2 }} />
        </div>
      ))}
    </div>
  )
}

type Shift = (shown: Board) => Board

const none: never[] = []

/** The moves with an identity that stays, so that cards are drawn again only when they change. */
function useSteadyMoves(moves: Moves<Shift>, board: Board | undefined, field: string) {
  const latest = useLatest({ moves, board })
  const onMove = useCallback(
    (record: RecordAnswer, place: Place) => void latest.current.moves.move(record, place),
    [latest],
  )
  const onDropCard = useCallback(
    (id: string, to: string | null) => {
      const cards = latest.current.board?.columns.flatMap((column) => column.rows)
      const record = cards?.find((row) => row.id === id)
      if (record !== undefined) void latest.current.moves.move(record, { [field]: to })
    },
    [latest, field],
  )
  return { onMove, onDropCard }
}

/** Records in columns, one per value of a field. */
export function RecordBoard(props: RecordBoardProps) {
  const { form, field: key, folded, onFold } = props
  const { index, locale } = useRenderer()
  const t = useTexts()
  const field = useBoardField(form, key)
  const { target, knownName, nameOf, colorOf } = useColumnNames(form, field, props.board)
  const { movable, create } = useColumnRights(form, field, props.onCreate)
  const targets = useMemo(() => (movable ? [target] : none), [movable, target])
  const moves = useMoves<Shift>({
    form,
    targets,
    save: props.onMove,
    nameOf: (_field, column) => knownName(column),
    step: async (record: RecordAnswer, values: Values) => {
      // Exact sums bring their arithmetic with the first card that is moved.
      const { moveCard } = await import('./board-columns.ts')
      const value = values[key] ?? null
      return (shown) => moveCard(shown, key, record, { column: columnOfValue(value), value })
    },
  })
  const board = useMemo(
    () => props.board && moves.pending.reduce((shown, step) => step(shown), props.board),
    [props.board, moves.pending],
  )
  const { onMove, onDropCard } = useSteadyMoves(moves, board, key)
  const cardColumns = useCardColumns(form, props.columns, key)
  const sums = useSumFields(form, props.sums)
  if (props.loading || board === undefined) return <BoardSkeleton />
  if (board.columns.length === 0) return <>{props.empty ?? <EmptyState title={t('board.empty')} />}</>
  return (
    <>
      <ColumnsLeft left={board.left} onMore={props.onMoreColumns} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus */}
      <div className="pw-board" role="region" aria-label={props.label} tabIndex={0}>
        {board.columns
          .filter((column) => column.value !== null || column.count > 0)
          .map((column) => (
            <BoardColumn
              key={column.value ?? ''}
              column={column}
              title={nameOf(column.value)}
              color={colorOf(column.value)}
              formLabel={localize(index.form(form)?.label, locale)}
              staged={target.staged}
              cardColumns={cardColumns}
              sums={sums}
              targets={targets}
              onOpen={props.onOpen}
              onMove={onMove}
              onDropCard={onDropCard}
              onCreate={create}
              onMore={props.onMore}
              folded={folded?.has(column.value ?? '') === true}
              onFold={onFold && ((next) => onFold(column.value ?? '', next))}
            />
          ))}
        {moves.question}
      </div>
    </>
  )
}
