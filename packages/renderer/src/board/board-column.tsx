import type { Board, RecordAnswer } from '@pipewright/contract'
import { localize, otherMark } from '@pipewright/metadata'
import type { Field, Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useCallback } from 'react'
import type { ListedOption } from '../controls/options/option-list.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useCount } from '../formats/use-count.ts'
import { useFormat } from '../formats/use-format.ts'
import type { Column } from '../table/column-of-path.ts'
import { useTexts } from '../texts/use-texts.ts'
import { BoardCards } from './board-cards.tsx'
import { useDropZone } from './use-drop-zone.ts'

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
  readonly onMore: ((value: string | null) => void) | undefined
  readonly folded: boolean
  readonly onFold: ((folded: boolean) => void) | undefined
}

function ColumnHead(props: BoardColumnProps & { readonly isOthers: boolean }) {
  const { column, title, color, onCreate, onFold, isOthers } = props
  const t = useTexts()
  const said = useCount()
  return (
    <header>
      <span className="pw-dot" style={{ background: `var(--pw-${color}-solid)` }} aria-hidden="true" />
      <h2>{title}</h2>
      <span className="pw-board-count pw-numeric">{said(column.count)}</span>
      {onCreate !== undefined && column.value !== null && !isOthers && (
        <Button
          type="text"
          size="small"
          icon={<Icon name="plus" />}
          aria-label={t('board.addIn', { form: props.formLabel, stage: title })}
          onClick={() => onCreate(column.value ?? '')}
        />
      )}
      {onFold !== undefined && (
        <Button
          type="text"
          size="small"
          icon={<Icon name="left" />}
          aria-label={t('board.fold', { stage: title })}
          title={t('board.fold', { stage: title })}
          onClick={() => onFold(true)}
        />
      )}
    </header>
  )
}

/** A column out of the way: cards can still be dropped on it. */
function FoldedColumn({ column, title, color, onFold }: BoardColumnProps) {
  const t = useTexts()
  const count = useCount()(column.count)
  return (
    <button
      type="button"
      className="pw-board-strip"
      aria-label={t('board.unfold', { stage: title, count })}
      onClick={() => onFold?.(false)}
    >
      <span className="pw-dot" style={{ background: `var(--pw-${color}-solid)` }} />
      <span className="pw-numeric">{count}</span>
      <span className="pw-board-strip-name">{title}</span>
    </button>
  )
}

function OpenColumn(props: BoardColumnProps & { readonly over: boolean; readonly isOthers: boolean }) {
  const { column, sums, onMore, over } = props
  const t = useTexts()
  const format = useFormat()
  const { locale } = useRenderer()
  const { value } = column
  const rest = column.count - column.rows.length
  const more = useCallback(() => onMore?.(value), [onMore, value])
  return (
    <>
      <ColumnHead {...props} isOthers={props.isOthers} />
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
      <BoardCards {...props} onEnd={rest > 0 ? more : undefined} />
      {column.rows.length === 0 && (
        <p className="pw-board-empty">{over ? t('board.dropHere') : t('board.empty')}</p>
      )}
      {rest > 0 && (
        <Button type="link" size="small" onClick={more}>
          {t('board.more', { count: rest })}
        </Button>
      )}
    </>
  )
}

/** One value of the board: its head with count and sums, its cards. */
export function BoardColumn(props: BoardColumnProps) {
  const { column, title } = props
  const t = useTexts()
  const said = useCount()
  // Which answer of one's own is meant cannot be said by dropping a card.
  const isOthers = column.value === otherMark
  const { over, zone } = useDropZone(props.movable && !isOthers, (id) => props.onDropCard(id, column.value))
  return (
    <section
      className={`pw-board-column${over ? ' pw-over' : ''}${props.folded ? ' pw-folded' : ''}`}
      aria-label={t('board.cards', { stage: title, count: said(column.count) })}
      {...zone}
    >
      {props.folded ? <FoldedColumn {...props} /> : <OpenColumn {...props} over={over} isOthers={isOthers} />}
    </section>
  )
}
