import type { HistoryEvent } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { Titles } from '../../controls/field-control.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { formatDateTime, formatTime } from '../../formats/date-format.ts'
import { eventWords, type EventScene } from './event-words.ts'
import type { Change } from './opened/is-opened.ts'

// What is behind a line comes with the first line that is pressed.
const OpenedChange = lazy(async () => ({
  default: (await import('./opened/opened-change.tsx')).OpenedChange,
}))

const icons: Readonly<Record<string, string>> = {
  create: 'plus',
  delete: 'delete',
  restore: 'undo',
  convert: 'branches',
  submit: 'send',
  approve: 'check-circle',
  reject: 'close-circle',
  withdraw: 'undo',
}

export interface EventLineProps {
  readonly event: HistoryEvent
  readonly scene: EventScene
  readonly titles: Titles
  /** The record it is of, where that is another one. */
  readonly about: ReactNode
}

interface OpensProps {
  readonly text: string
  /** What it opens; nothing where it tells everything. */
  readonly opens: Change | null
  readonly opened: string | null
  readonly onOpen: (field: string | null) => void
}

/** A line as it reads, and pressed, what it only names. */
function Opens({ text, opens, opened, onOpen }: OpensProps) {
  if (opens === null) return text
  const isOpen = opened === opens.field
  return (
    <button
      type="button"
      className="pw-event-open"
      aria-expanded={isOpen}
      onClick={() => onOpen(isOpen ? null : opens.field)}
    >
      {text} <Icon name={isOpen ? 'down' : 'right'} />
    </button>
  )
}

/** Something that happened to a record: who did what, when, and what is behind it. */
export function EventLine({ event, scene, titles, about }: EventLineProps) {
  const { locale, zone } = useRenderer()
  const [opened, setOpened] = useState<string | null>(null)
  const said = eventWords(event, scene)
  const change = event.changes.find(({ field }) => field === opened)
  const field = change && scene.index.field(scene.form, change.field)?.field
  const opening = { opened, onOpen: setOpened }
  return (
    <li className="pw-event">
      <span className="pw-event-icon" aria-hidden="true">
        <Icon name={icons[event.kind] ?? 'edit'} />
      </span>
      <div>
        {about}
        <div>
          <Opens text={said.sentence} opens={said.opens} {...opening} />
          {said.via !== null && <span className="pw-quiet">{` · ${said.via}`}</span>}
        </div>
        {said.lines.length > 0 && (
          <ul>
            {said.lines.map(({ text, opens }) => (
              <li key={text}>
                <Opens text={text} opens={opens} {...opening} />
              </li>
            ))}
          </ul>
        )}
        {change !== undefined && field !== undefined && (
          <Suspense fallback={null}>
            <OpenedChange field={field} change={change} titles={titles} scene={scene} />
          </Suspense>
        )}
        {event.cause.comment !== undefined && event.cause.comment !== '' && (
          <blockquote>{scene.t('record.comment', { text: event.cause.comment })}</blockquote>
        )}
      </div>
      <time
        className="pw-quiet pw-numeric"
        dateTime={event.at}
        title={formatDateTime(event.at, locale, zone)}
      >
        {formatTime(event.at, locale, zone)}
      </time>
    </li>
  )
}
