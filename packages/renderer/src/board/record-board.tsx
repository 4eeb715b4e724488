import type { RecordAnswer } from '@pipewright/contract'
import { localize, otherMark } from '@pipewright/metadata'
import { EmptyState } from '@pipewright/ui'
import { Skeleton } from 'antd'
import { useCallback, useMemo } from 'react'
import { useOptions, type ListedOption } from '../controls/options/option-list.ts'
import { useLatest } from '../environment/use-latest.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { columnsOf } from '../table/column-of-path.ts'
import { useTexts } from '../texts/use-texts.ts'
import { BoardColumn } from './board-column.tsx'
import type { RecordBoardProps } from './record-board-props.ts'
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

/** Records in columns, one per option of a choice field. */
export function RecordBoard(props: RecordBoardProps) {
  const { form, field: key, sums } = props
  const { index, locale, rights } = useRenderer()
  const t = useTexts()
  const field = index.field(form, key)?.field ?? { type: 'choice' as const, key, label: {} }
  const options: readonly ListedOption[] = useOptions(field)
  const stageName = (value: string | null) =>
    (value === otherMark ? t('control.other') : undefined) ??
    options.find((option) => option.value === value)?.label ??
    value ??
    t('board.none', { field: localize(field.label, locale) })
  const moves = useMoves(props, stageName)
  const { onMove, onDropCard } = useSteadyMoves(moves)
  const cardColumns = useCardColumns(props)
  if (props.loading || moves.board === undefined) return <BoardSkeleton />
  if (moves.board.columns.length === 0) return <>{props.empty ?? <EmptyState title={t('board.empty')} />}</>
  const right = rights[form]
  const document = index.form(form)
  const staged = document?.stageField === key ? document : undefined
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus
    <div className="pw-board" role="region" aria-label={props.label} tabIndex={0}>
      {moves.board.columns
        .filter((column) => column.value !== null || column.count > 0)
        .map((column) => (
          <BoardColumn
            key={column.value ?? ''}
            column={column}
            title={stageName(column.value)}
            color={options.find((option) => option.value === column.value)?.color ?? 'gray'}
            formLabel={localize(index.form(form)?.label, locale)}
            staged={staged}
            cardColumns={cardColumns}
            sums={sums.flatMap((sum) => index.field(form, sum)?.field ?? none)}
            options={options}
            movable={right?.update === true && right.fields[key] === 'write'}
            onOpen={props.onOpen}
            onMove={onMove}
            onDropCard={onDropCard}
            onCreate={right?.create === true ? props.onCreate : undefined}
          />
        ))}
      {moves.question}
    </div>
  )
}
