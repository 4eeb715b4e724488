import type { Board, RecordAnswer } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import type { CSSProperties, Ref } from 'react'
import type { Column } from '../table/column-of-path.ts'
import { BoardCard } from './board-card.tsx'
import type { MoveTarget, Place } from './place.ts'

export interface BoardCardsProps {
  readonly column: Board['columns'][number]
  readonly staged: Form | undefined
  readonly cardColumns: readonly Column[]
  /** The directions in which cards can be moved; none of them where they cannot. */
  readonly targets: readonly MoveTarget[]
  readonly onOpen: (record: RecordAnswer) => void
  readonly onMove: (record: RecordAnswer, place: Place) => void
  readonly onTake?: ((record: RecordAnswer) => void) | undefined
  readonly onEnd: (() => void) | undefined
}

interface CardListProps {
  readonly of: BoardCardsProps
  /** Which of the column's records are drawn. */
  readonly places: readonly number[]
  readonly list?: Ref<HTMLDivElement>
  readonly style?: CSSProperties
  readonly measure?: ((element: Element | null) => void) | undefined
}

/** Cards of a column, in a list that scrolls. */
export function CardList({ of: props, places, list, style, measure }: CardListProps) {
  const { column, targets } = props
  const card = (record: RecordAnswer, at: number) => (
    <BoardCard
      key={record.id}
      record={record}
      place={at}
      count={column.count}
      measure={measure}
      staged={props.staged}
      columns={props.cardColumns}
      targets={targets}
      movable={targets.length > 0 && record.may?.update !== false}
      onOpen={props.onOpen}
      onMove={props.onMove}
      onTake={props.onTake}
    />
  )
  return (
    <div ref={list} className="pw-board-scroll">
      <ul className="pw-board-cards" style={style}>
        {places.flatMap((at) => {
          const record = column.rows[at]
          return record === undefined ? [] : [card(record, at)]
        })}
      </ul>
    </div>
  )
}
