import { useMemo } from 'react'
import { CardList, type BoardCardsProps } from './card-list.tsx'
import { useVirtualCards } from './use-virtual-cards.ts'

/** The cards of a long column, of which only those in sight are drawn. */
export function VirtualCards(props: BoardCardsProps) {
  const { rows } = props.column
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  return <CardList of={props} {...useVirtualCards(ids, props.onEnd)} />
}
