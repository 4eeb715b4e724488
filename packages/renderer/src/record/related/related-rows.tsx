import { useNarrow } from '@pipewright/ui'
import { RelatedCards } from './related-cards.tsx'
import type { RelatedRowsProps } from './related-rows-props.ts'
import { RelatedTable } from './related-table.tsx'

/** Records to be read; their titles lead to them. On a phone one below the other: nothing scrolls sideways. */
export function RelatedRows(props: RelatedRowsProps) {
  const isNarrow = useNarrow()
  return isNarrow ? <RelatedCards {...props} /> : <RelatedTable {...props} />
}
