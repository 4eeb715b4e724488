import type { RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { EmptyState } from '@pipewright/ui'
import { Skeleton } from 'antd'
import { useCallback, useMemo } from 'react'
import { useLatest } from '../environment/use-latest.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { columnsOf } from '../table/column-of-path.ts'
import { useTexts } from '../texts/use-texts.ts'
import { BoardColumn } from './board-column.tsx'
import { valueOfColumn } from './board-value.ts'
import type { RecordBoardProps } from './record-board-props.ts'
import { useColumnNames } from './use-column-names.ts'
import { useMoves, type Moves } from './use-moves.ts'
import './board.css'

function BoardSkeleton() {
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

const none: never[] = []

/** The moves with an identity that stays, so that cards are drawn again only when they change. */
function useSteadyMoves(moves: Moves) {
  const latest = useLatest(moves)
  const onMove = useCallback(
    (record: RecordAnswer, to: string | null) => void latest.current.move(record, to),
    [latest],
  )
  const onDropCard = useCallback(
    (id: string, to: string | null) => {
      const cards = latest.current.board?.columns.flatMap((column) => column.rows)
      const record = cards?.find((row) => row.id === id)
      if (record !== undefined) void latest.current.move(record, to)
    },
    [latest],
  )
  return { onMove, onDropCard }
}

/** What a card shows beside its title; the column says the rest. */
function useCardColumns({ form, field, columns }: RecordBoardProps) {
  const { index, locale } = useRenderer()
  return useMemo(() => {
    const title = index.form(form)?.titleField
    return columnsOf(index, form, columns, locale).filter(({ path }) => path !== field && path !== title)
  }, [index, form, field, columns, locale])
}

const unknown = { type: 'choice' as const, key: '', label: {} }

/** What a member may do with the cards of a column. */
function useColumnRights({ form, onCreate }: RecordBoardProps, field: Field) {
  const { rights, index } = useRenderer()
  const right = rights[form]
  const isOwn = index.form(form)?.fields.some(({ key }) => key === field.key) === true
  const isOwner = field.key === 'owner'
  const create =
    right?.create === true && isOwn && onCreate !== undefined
      ? (column: string) => onCreate({ [field.key]: valueOfColumn(field, column) })
      : undefined
  return { movable: right?.update === true && (isOwner || right.fields[field.key] === 'write'), create }
}

/** Records in columns, one per value of a field. */
export function RecordBoard(props: RecordBoardProps) {
  const { form, field: key, sums, folded, onFold } = props
  const { index, locale } = useRenderer()
  const t = useTexts()
  const field = index.field(form, key)?.field ?? unknown
  const { options, nameOf } = useColumnNames(field, props.board)
  const moves = useMoves(props, field, nameOf)
  const { onMove, onDropCard } = useSteadyMoves(moves)
  const cardColumns = useCardColumns(props)
  const { movable, create } = useColumnRights(props, field)
  if (props.loading || moves.board === undefined) return <BoardSkeleton />
  if (moves.board.columns.length === 0) return <>{props.empty ?? <EmptyState title={t('board.empty')} />}</>
  const document = index.form(form)
  return (
    <>
      {moves.board.left > 0 && (
        <p className="pw-board-left">{t('board.left', { count: moves.board.left })}</p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus */}
      <div className="pw-board" role="region" aria-label={props.label} tabIndex={0}>
        {moves.board.columns
          .filter((column) => column.value !== null || column.count > 0)
          .map((column) => (
            <BoardColumn
              key={column.value ?? ''}
              column={column}
              title={nameOf(column.value)}
              color={options.find((option) => option.value === column.value)?.color ?? 'gray'}
              formLabel={localize(document?.label, locale)}
              staged={document?.stageField === key ? document : undefined}
              cardColumns={cardColumns}
              sums={sums.flatMap((sum) => index.field(form, sum)?.field ?? none)}
              options={options}
              movable={movable}
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
