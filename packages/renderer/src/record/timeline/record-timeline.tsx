import type { Comment, HistoryEvent, TimelineEntry } from '@pipewright/contract'
import { EmptyState, Icon, RowsSkeleton } from '@pipewright/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Titles } from '../../controls/field-control.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { dayOf, formatDateTime, formatDayHeading, formatTime } from '../../formats/date-format.ts'
import { useFormat } from '../../formats/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { AboutRecord } from './about-record.tsx'
import { FollowUpLine } from './follow-up-line.tsx'
import { eventWords, type EventScene } from './event-words.ts'

export interface TimelinePages {
  readonly entries: readonly TimelineEntry[]
  readonly titles: Titles
  readonly loading: boolean
  readonly loadingMore: boolean
  readonly hasMore: boolean
  readonly onMore: () => void
}

export interface RecordTimelineProps {
  readonly form: string
  readonly timeline: TimelinePages
  /** One item of a list. */
  readonly drawComment: (comment: Comment, about: TimelineEntry['about']) => ReactNode
}

function instantOf(entry: TimelineEntry): string {
  if (entry.type === 'followUp') return entry.followUp.at
  return entry.type === 'event' ? entry.event.at : entry.comment.at
}

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

interface EventLineProps {
  readonly event: HistoryEvent
  readonly scene: EventScene
  /** The record it is of, where that is another one. */
  readonly about: ReactNode
}

function EventLine({ event, scene, about }: EventLineProps) {
  const { locale, zone } = useRenderer()
  const said = eventWords(event, scene)
  return (
    <li className="pw-event">
      <span className="pw-event-icon" aria-hidden="true">
        <Icon name={icons[event.kind] ?? 'edit'} />
      </span>
      <div>
        {about}
        <div>
          {said.sentence}
          {said.via !== null && <span className="pw-quiet">{` · ${said.via}`}</span>}
        </div>
        {said.lines.length > 0 && (
          <ul>
            {said.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
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

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** What happened to a record and was said about it, newest first, by day. */
export function RecordTimeline({ form, timeline, drawComment }: RecordTimelineProps) {
  const { index, locale, zone, now, titles } = useRenderer()
  const t = useTexts()
  const format = useFormat(timeline.titles)
  const scene: EventScene = {
    index,
    form,
    locale,
    t,
    format,
    name: (id) => timeline.titles[id] ?? titles.find(id),
  }
  const today = dayOf(now(), zone)
  const heading = (day: string) => {
    if (day === today) return t('record.today')
    return day === dayBefore(today) ? t('record.yesterday') : formatDayHeading(day, locale, today)
  }
  const days = [...Map.groupBy(timeline.entries, (entry) => dayOf(instantOf(entry), zone))]
  if (timeline.loading && days.length === 0) return <RowsSkeleton rows={4} />
  if (days.length === 0 && !timeline.hasMore)
    return <EmptyState icon="history" title={t('record.noHistory')} />
  return (
    <div className="pw-timeline">
      {days.map(([day, entries]) => (
        <section key={day}>
          <h2>{heading(day)}</h2>
          <ol>
            {entries.map((entry) => {
              if (entry.type === 'comment') return drawComment(entry.comment, entry.about)
              const about = entry.about && <AboutRecord {...entry.about} from={form} />
              if (entry.type === 'event') {
                const of = entry.about === null ? scene : { ...scene, form: entry.about.form }
                return <EventLine key={entry.event.id} event={entry.event} scene={of} about={about} />
              }
              const { id, author } = entry.followUp
              const name = author === null ? undefined : scene.name(author)
              return <FollowUpLine key={id} followUp={entry.followUp} name={name} about={about} />
            })}
          </ol>
        </section>
      ))}
      {timeline.hasMore && (
        <Button loading={timeline.loadingMore} onClick={timeline.onMore}>
          {t('record.showMore')}
        </Button>
      )}
    </div>
  )
}
