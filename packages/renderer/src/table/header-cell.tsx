import type { SortKey } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { useTexts } from '../texts/use-texts.ts'
import type { Column } from './column-of-path.ts'
import { nextSort } from './next-sort.ts'
import { ResizeHandle } from './resize-handle.tsx'

export interface HeaderCellProps {
  readonly column: Column
  readonly position: number
  readonly width: number
  readonly sort: readonly SortKey[]
  readonly onSort: (sort: SortKey[]) => void
  readonly onResize: ((path: string, width: number) => void) | undefined
}

const spoken = { asc: 'ascending', desc: 'descending' } as const

/** Head of a column: a click sorts, the edge resizes. */
export function HeaderCell({ column, position, width, sort, onSort, onResize }: HeaderCellProps) {
  const t = useTexts()
  const now = sort.find((key) => key.field === column.path)
  return (
    <div
      role="columnheader"
      aria-colindex={position + 1}
      aria-sort={now === undefined ? 'none' : spoken[now.direction]}
      className={`pw-th${position === 0 ? ' pw-pinned' : ''}${column.align === 'end' ? ' pw-end' : ''}`}
    >
      {column.sortable ? (
        <button
          type="button"
          className="pw-th-sort"
          title={t('table.sortBy', { column: column.label })}
          onClick={() => onSort(nextSort(sort, column.path))}
        >
          <span className="pw-cell-text">{column.label}</span>
          {now !== undefined && <Icon name={now.direction === 'asc' ? 'arrow-up' : 'arrow-down'} />}
        </button>
      ) : (
        <span className="pw-cell-text">{column.label}</span>
      )}
      {onResize !== undefined && (
        <ResizeHandle
          label={t('table.resize', { column: column.label })}
          width={width}
          onResize={(next) => onResize(column.path, next)}
        />
      )}
    </div>
  )
}
