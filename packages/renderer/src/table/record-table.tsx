import { EmptyState, useNarrow } from '@pipewright/ui'
import { useMemo } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { CardList } from './card-list.tsx'
import { columnsOf } from './column-of-path.ts'
import type { RecordTableProps } from './record-table-props.ts'
import { TableGrid } from './table-grid.tsx'
import './table.css'

/** Records as a list; fills its parent, which has to have a height. Cards on a phone. */
export function RecordTable({ columns: paths, ...props }: RecordTableProps) {
  const { index, locale } = useRenderer()
  const t = useTexts()
  const narrow = useNarrow()
  const columns = useMemo(
    () => columnsOf(index, props.form, paths, locale),
    [index, props.form, paths, locale],
  )
  const isEmpty =
    !props.loading && props.rows.length === 0 && !props.hasMore && !props.grouping?.entries.length
  const nothing = isEmpty
    ? (props.empty ?? <EmptyState title={t('table.empty')} text={t('table.emptyText')} />)
    : undefined
  if (narrow) return <>{nothing ?? <CardList {...props} columns={columns} />}</>
  return <TableGrid {...props} columns={columns} empty={nothing} />
}
