import type { RecordAnswer } from '@pipewright/contract'
import { useMemo } from 'react'
import { BoardCard } from './board-card.tsx'
import type { BoardColumnProps } from './board-column.tsx'
import { useVirtualCards } from './use-virtual-cards.ts'

/** The cards of a column, of which only those in sight are drawn. */
export function BoardCards(props: BoardColumnProps & { readonly onEnd: (() => void) | undefined }) {
  const { column, movable } = props
  const ids = useMemo(() => column.rows.map(({ id }) => id), [column.rows])
  const { list, places, style, measure } = useVirtualCards(ids, props.onEnd)
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
