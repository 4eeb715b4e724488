import type { RecordAnswer } from '@pipewright/contract'
import { Button, Skeleton } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { Card } from './card.tsx'
import type { Column } from './column-of-path.ts'
import { useRowMarks } from './colors/use-row-marks.ts'
import { GroupedCards } from './groups/grouped-cards.tsx'
import type { RecordTableProps } from './record-table-props.ts'

/** The list on a phone: one card per record, the first column as its title. A finger that rests on one begins to choose. */
export function CardList({
  columns,
  rows,
  loading,
  hasMore,
  loadingMore,
  onLoadMore,
  onOpen,
  onMenu,
  label,
  form,
  settings,
  grouping,
  selection,
  onSelect,
  selecting,
}: Omit<RecordTableProps, 'columns'> & { readonly columns: readonly Column[] }) {
  const t = useTexts()
  const markOf = useRowMarks(form, settings?.rowColors)
  if (loading)
    return (
      <div className="pw-cards">
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    )
  const choosing = selecting === true || (selection?.size ?? 0) > 0
  const choose = ({ id }: RecordAnswer) => {
    const next = new Set(selection)
    if (!next.delete(id)) next.add(id)
    onSelect?.(next)
  }
  const card = (record: RecordAnswer) => (
    <Card
      key={record.id}
      record={record}
      columns={columns.slice(1)}
      mark={markOf(record)}
      onOpen={onOpen}
      onMenu={onMenu}
      chosen={choosing && selection !== undefined ? selection.has(record.id) : undefined}
      onChoose={onSelect === undefined ? undefined : choose}
    />
  )
  if (grouping !== undefined)
    return (
      <div className="pw-cards">
        <GroupedCards form={form} label={label} grouping={grouping} card={card} />
      </div>
    )
  return (
    <div className="pw-cards">
      <ul aria-label={label}>{rows.map(card)}</ul>
      {hasMore && (
        <Button block loading={loadingMore} onClick={onLoadMore}>
          {t('table.loadMore')}
        </Button>
      )}
    </div>
  )
}
