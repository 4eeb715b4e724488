import type { Board, RecordAnswer } from '@pipewright/contract'
import { localize, otherMark } from '@pipewright/metadata'
import type { Field, Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useState, type DragEvent } from 'react'
import type { ListedOption } from '../controls/options/option-list.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useFormat } from '../formats/use-format.ts'
import type { Column } from '../table/column-of-path.ts'
import { useTexts } from '../texts/use-texts.ts'
import { BoardCard, cardType } from './board-card.tsx'

export interface BoardColumnProps {
  readonly column: Board['columns'][number]
  readonly title: string
  readonly color: string
  readonly formLabel: string
  readonly staged: Form | undefined
  readonly cardColumns: readonly Column[]
  readonly sums: readonly Field[]
  readonly options: readonly ListedOption[]
  readonly movable: boolean
  readonly onOpen: (record: RecordAnswer) => void
  readonly onMove: (record: RecordAnswer, to: string | null) => void
  readonly onDropCard: (id: string, to: string | null) => void
  readonly onCreate: ((value: string) => void) | undefined
}

function useDropZone(movable: boolean, onCard: (id: string) => void) {
  const [over, setOver] = useState(false)
  const isCard = (event: DragEvent) => movable && event.dataTransfer.types.includes(cardType)
  return {
    over,
    zone: {
      onDragOver: (event: DragEvent) => {
        if (!isCard(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      },
      onDrop: (event: DragEvent) => {
        if (!isCard(event)) return
        event.preventDefault()
        setOver(false)
        onCard(event.dataTransfer.getData(cardType))
      },
    },
  }
}

/** One option of the board: its head with count and sums, its cards. */
export function BoardColumn(props: BoardColumnProps) {
  const { column, title, color, sums, onCreate } = props
  const t = useTexts()
  const format = useFormat()
  const { locale } = useRenderer()
  // Which answer of one's own is meant cannot be said by dropping a card.
  const isOthers = column.value === otherMark
  const { over, zone } = useDropZone(props.movable && !isOthers, (id) => props.onDropCard(id, column.value))
  const rest = column.count - column.rows.length
  return (
    <section
      className={over ? 'pw-board-column pw-over' : 'pw-board-column'}
      aria-label={t('board.cards', { stage: title, count: column.count })}
      {...zone}
    >
      <header>
        <span className="pw-dot" style={{ background: `var(--pw-${color}-solid)` }} aria-hidden="true" />
        <h2>{title}</h2>
        <span className="pw-board-count pw-numeric">{column.count}</span>
        {onCreate !== undefined && column.value !== null && !isOthers && (
          <Button
            type="text"
            size="small"
            icon={<Icon name="plus" />}
            aria-label={t('board.addIn', { form: props.formLabel, stage: title })}
            onClick={() => onCreate(column.value ?? '')}
          />
        )}
      </header>
      {sums.length > 0 && (
        <div className="pw-board-sums pw-numeric">
          {sums.map((field) => (
            <span key={field.key}>
              {sums.length > 1 && <span className="pw-board-sum-name">{localize(field.label, locale)}</span>}
              {format(field, column.sums[field.key] ?? '0')}
            </span>
          ))}
        </div>
      )}
      <ul className="pw-board-cards">
        {column.rows.map((record) => (
          <BoardCard
            key={record.id}
            record={record}
            staged={props.staged}
            columns={props.cardColumns}
            value={column.value}
            options={props.options}
            movable={props.movable && record.may?.update !== false}
            onOpen={props.onOpen}
            onMove={props.onMove}
          />
        ))}
      </ul>
      {column.rows.length === 0 && (
        <p className="pw-board-empty">{over ? t('board.dropHere') : t('board.empty')}</p>
      )}
      {rest > 0 && <p className="pw-board-empty">{t('board.more', { count: rest })}</p>}
    </section>
  )
}
