import type { RecordAnswer } from '@pipewright/contract'
import { Button, Skeleton } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { CellValue } from './cell-value.tsx'
import { valueAt, type Column } from './column-of-path.ts'
import { OptionTag } from '@pipewright/ui'
import type { RowMark } from './colors/row-mark.ts'
import { useRowMarks } from './colors/use-row-marks.ts'
import { GroupedCards } from './groups/grouped-cards.tsx'
import type { RecordTableProps } from './record-table-props.ts'
import { RowMenuButton } from './row-menu-button.tsx'
import { UnseenMark } from './unseen.tsx'
import { isEmptyValue } from '../form/engine/field-issue.ts'
import './card-title.css'

interface CardProps {
  readonly record: RecordAnswer
  readonly columns: readonly Column[]
  readonly mark: RowMark | undefined
  readonly onOpen: (record: RecordAnswer) => void
  readonly onMenu?: RecordTableProps['onMenu']
}

const shown = 5

function Card({ record, columns, mark, onOpen, onMenu }: CardProps) {
  const t = useTexts()
  const filled = columns.filter((column) => !isEmptyValue(valueAt(record, column.path)))
  return (
    <li
      className={mark === undefined ? 'pw-card-row' : 'pw-card-row pw-marked'}
      style={mark && { borderInlineStartColor: `var(--pw-${mark.color}-solid)` }}
    >
      <button type="button" className="pw-card-title" onClick={() => onOpen(record)}>
        <UnseenMark record={record.id} />
        {record.title || t('table.untitled')}
      </button>
      {onMenu !== undefined && <RowMenuButton record={record} onMenu={onMenu} />}
      {mark !== undefined && <OptionTag {...mark} />}
      <dl>
        {filled.slice(0, shown).map((column) => (
          <div key={column.path}>
            <dt>{column.label}</dt>
            <dd>
              <CellValue record={record} column={column} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

/** The list on a phone: one card per record, the first column as its title. */
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
}: Omit<RecordTableProps, 'columns'> & { readonly columns: readonly Column[] }) {
  const t = useTexts()
  const markOf = useRowMarks(form, settings?.rowColors)
  if (loading)
    return (
      <div className="pw-cards">
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    )
  const card = (record: RecordAnswer) => (
    <Card
      key={record.id}
      record={record}
      columns={columns.slice(1)}
      mark={markOf(record)}
      onOpen={onOpen}
      onMenu={onMenu}
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
