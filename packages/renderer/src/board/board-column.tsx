import { otherMark } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { Button } from 'antd'
import { useCallback } from 'react'
import { useCount } from '../formats/use-count.ts'
import { useTexts } from '../texts/use-texts.ts'
import { BoardCards } from './board-cards.tsx'
import type { BoardCardsProps } from './card-list.tsx'
import { ColumnHead, ColumnSums, FoldedColumn } from './column-head.tsx'
import { useDropZone } from './use-drop-zone.ts'

export interface BoardColumnProps extends Omit<BoardCardsProps, 'onEnd'> {
  readonly title: string
  readonly color: string
  readonly formLabel: string
  readonly sums: readonly Field[]
  readonly onDropCard: (id: string, to: string | null) => void
  readonly onCreate: ((value: string) => void) | undefined
  readonly onMore: ((value: string | null) => void) | undefined
  readonly folded: boolean
  readonly onFold: ((folded: boolean) => void) | undefined
}

export interface CardsOfColumnProps extends Omit<BoardCardsProps, 'onEnd'> {
  readonly onMore: ((value: string | null) => void) | undefined
}

/** The cards of a column that are here, and a way to the others. */
export function CardsOfColumn(props: CardsOfColumnProps) {
  const { column, onMore } = props
  const t = useTexts()
  const { value } = column
  const rest = column.count - column.rows.length
  const more = useCallback(() => onMore?.(value), [onMore, value])
  return (
    <>
      <BoardCards {...props} onEnd={rest > 0 ? more : undefined} />
      {rest > 0 && (
        <Button type="link" size="small" onClick={more}>
          {t('board.more', { count: rest })}
        </Button>
      )}
    </>
  )
}

function OpenColumn(props: BoardColumnProps & { readonly over: boolean; readonly isOthers: boolean }) {
  const { column, over } = props
  const t = useTexts()
  return (
    <>
      <ColumnHead {...props} onCreate={props.isOthers ? undefined : props.onCreate} />
      <ColumnSums column={column} sums={props.sums} />
      <CardsOfColumn {...props} />
      {column.rows.length === 0 && (
        <p className="pw-board-empty">{over ? t('board.dropHere') : t('board.empty')}</p>
      )}
    </>
  )
}

/** One value of the board: its head with count and sums, its cards. */
export function BoardColumn(props: BoardColumnProps) {
  const { column, title } = props
  const t = useTexts()
  const said = useCount()
  // Which answer of one's own is meant cannot be said by dropping a card.
  const isOthers = column.value === otherMark
  const { over, zone } = useDropZone(props.targets.length > 0 && !isOthers, (id) =>
    props.onDropCard(id, column.value),
  )
  return (
    <section
      className={`pw-board-column${over ? ' pw-over' : ''}${props.folded ? ' pw-folded' : ''}`}
      aria-label={t('board.cards', { stage: title, count: said(column.count) })}
      {...zone}
    >
      {props.folded ? <FoldedColumn {...props} /> : <OpenColumn {...props} over={over} isOthers={isOthers} />}
    </section>
  )
}
