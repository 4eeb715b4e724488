import type { RecordAnswer } from '@pipewright/contract'
import type { CSSProperties, Ref } from 'react'
import { BoardCard } from './board-card.tsx'
import type { BoardColumnProps } from './board-column.tsx'

export interface BoardCardsProps extends BoardColumnProps {
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
  const { column, movable } = props
  const card = (record: RecordAnswer, at: number) => (
    <BoardCard
      key={record.id}
      record={record}
      place={at}
      count={column.count}
      measure={measure}
      staged={props.staged}
      columns={props.cardColumns}
      value={column.value}
      options={props.options}
      movable={movable && record.may?.update !== false}
      onOpen={props.onOpen}
      onMove={props.onMove}
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
