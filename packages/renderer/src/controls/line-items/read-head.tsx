import { localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useRenderer } from '../../environment/use-renderer.ts'
import { canSort, type SortedBy } from './sort-rows.ts'

export type Side = (column: Field) => string | undefined

/** The head of a column that is read; a press lays the rows in its order. */
export function ColumnHead(props: {
  readonly column: Field
  readonly side: Side
  readonly sorted: SortedBy | null
  readonly sort: (column: string) => void
}) {
  const { column, sorted, side } = props
  const { locale } = useRenderer()
  const name = localize(column.label, locale)
  const direction = sorted?.column === column.key ? sorted.direction : undefined
  const order = direction === 'asc' ? 'ascending' : 'descending'
  return (
    <th scope="col" className={side(column)} aria-sort={direction === undefined ? undefined : order}>
      {canSort(column) ? (
        <button type="button" className="pw-items-sort" onClick={() => props.sort(column.key)}>
          {name}
          {direction !== undefined && <Icon name={direction === 'asc' ? 'up' : 'down'} />}
        </button>
      ) : (
        name
      )}
    </th>
  )
}
