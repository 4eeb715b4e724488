import { lazy, Suspense } from 'react'
import { CardList, type BoardCardsProps } from './card-list.tsx'

/** Fewer are drawn at once; the part that draws those in sight comes with the first longer column. */
const drawnAtOnce = 40

const VirtualCards = lazy(async () => ({ default: (await import('./virtual-cards.tsx')).VirtualCards }))

/** The cards of a column. */
export function BoardCards(props: BoardCardsProps) {
  const { length } = props.column.rows
  const first = Array.from({ length: Math.min(length, drawnAtOnce) }, (_, at) => at)
  if (length <= drawnAtOnce) return <CardList of={props} places={first} />
  return (
    <Suspense fallback={<CardList of={props} places={first} />}>
      <VirtualCards {...props} />
    </Suspense>
  )
}
