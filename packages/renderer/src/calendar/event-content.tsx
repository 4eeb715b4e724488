import type { EventContentArg } from '@fullcalendar/core'
import type { RecordAnswer } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { isEmptyValue } from '../form/engine/is-empty-value.ts'
import { CellValue } from '../table/cell-value.tsx'
import { valueAt, type Column } from '../table/column-of-path.ts'
import { useTexts } from '../texts/use-texts.ts'

/** A record on the calendar: its hour and title; beside them its facts where there is room. */
export function EventContent(props: {
  readonly shape: EventContentArg
  readonly columns: readonly Column[]
  readonly note: (record: RecordAnswer) => string | undefined
  readonly mayMove: (record: RecordAnswer) => boolean
}) {
  const { shape, columns, note, mayMove } = props
  const t = useTexts()
  const record = shape.event.extendedProps['record'] as RecordAnswer
  const roomy = !shape.view.type.endsWith('Month') || shape.view.type.startsWith('list')
  const facts = roomy ? columns.filter(({ path }) => !isEmptyValue(valueAt(record, path))) : []
  const word = note(record)
  return (
    <span
      className="pw-cal-event"
      title={word === undefined ? shape.event.title : `${shape.event.title} · ${word}`}
    >
      {!shape.view.type.startsWith('list') && shape.timeText !== '' && (
        <span className="pw-cal-time pw-numeric">{shape.timeText}</span>
      )}
      <span className="pw-cal-title">{shape.event.title}</span>
      {word !== undefined && <span className={roomy ? 'pw-quiet' : 'pw-hidden-text'}>{word}</span>}
      {facts.map((column) => (
        <span key={column.path} className="pw-cal-fact">
          <CellValue record={record} column={column} />
        </span>
      ))}
      {shape.view.type.startsWith('list') && mayMove(record) && (
        <button
          type="button"
          className="pw-cal-move"
          aria-label={t('moment.move', { title: shape.event.title })}
          title={t('moment.moveTo')}
        >
          <Icon name="swap" />
        </button>
      )}
    </span>
  )
}
