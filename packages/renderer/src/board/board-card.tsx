import type { RecordAnswer } from '@pipewright/contract'
import { daysOverdue } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { memo } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { CardFacts } from '../table/card-facts.tsx'
import type { Column } from '../table/column-of-path.ts'
import { useTexts } from '../texts/use-texts.ts'
import { MoveMenu } from './move-menu.tsx'
import type { MoveTarget, Place } from './place.ts'
import '../table/card-title.css'

export interface BoardCardProps {
  readonly record: RecordAnswer
  /** Its place among all cards of the column, of which only some are drawn. */
  readonly place: number
  readonly count: number
  readonly measure: ((element: HTMLElement | null) => void) | undefined
  /** The form, where a way of the board is that through its stages. */
  readonly staged: Form | undefined
  readonly columns: readonly Column[]
  /** The directions in which it can be moved. */
  readonly targets: readonly MoveTarget[]
  readonly movable: boolean
  readonly onOpen: (record: RecordAnswer) => void
  readonly onMove: (record: RecordAnswer, place: Place) => void
  /** Told when it is taken up. */
  readonly onTake?: ((record: RecordAnswer) => void) | undefined
}

/** Kind of dragged data, so that files and texts dragged over the board are not taken for cards. */
export const cardType = 'application/x-pipewright-card'

/** Says that the record has been in its stage for too long. */
function Overdue({ record, form }: { readonly record: RecordAnswer; readonly form: Form }) {
  const { now } = useRenderer()
  const t = useTexts()
  const days = daysOverdue(form, record, now())
  if (days === undefined) return null
  const text = t('board.overdue', { count: days })
  return (
    <span className="pw-overdue" title={text}>
      <Icon name="clock" />
      <span className="pw-hidden-text">{text}</span>
    </span>
  )
}

/** A record on the board: drag it, or move it by its menu. */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { record, place, count, measure, staged, targets, columns, movable, onOpen, onMove, onTake } = props
  const t = useTexts()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the menu on it moves by keyboard
    <li
      ref={measure}
      data-index={place}
      aria-posinset={place + 1}
      aria-setsize={count}
      className="pw-board-card"
      draggable={movable}
      onDragStart={(event) => {
        event.dataTransfer.setData(cardType, record.id)
        event.dataTransfer.effectAllowed = 'move'
        onTake?.(record)
      }}
    >
      <div className="pw-board-card-head">
        <button type="button" className="pw-card-title" onClick={() => onOpen(record)}>
          {record.title || t('table.untitled')}
        </button>
        {staged !== undefined && <Overdue record={record} form={staged} />}
        {movable && <MoveMenu record={record} targets={targets} onMove={onMove} />}
      </div>
      <CardFacts record={record} columns={columns} />
    </li>
  )
})
