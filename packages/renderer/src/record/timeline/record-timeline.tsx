import type { Comment, RecordMail, TimelineEntry } from '@pipewright/contract'
import { EmptyState, RowsSkeleton } from '@pipewright/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Titles } from '../../controls/field-control.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { dayOf, formatDayHeading } from '../../formats/date-format.ts'
import { useFormat } from '../../formats/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { AboutRecord } from './about-record.tsx'
import { FollowUpLine } from './follow-up-line.tsx'
import { EventLine } from './event-line.tsx'
import type { EventScene } from './event-words.ts'

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
  /** One item of a list. */
  readonly drawMail: (mail: RecordMail, about: TimelineEntry['about']) => ReactNode
}

function instantOf(entry: TimelineEntry): string {
  if (entry.type === 'followUp') return entry.followUp.at
  if (entry.type === 'mail') return entry.mail.at
  return entry.type === 'event' ? entry.event.at : entry.comment.at
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** What happened to a record and was said about it, newest first, by day. */
export function RecordTimeline({ form, timeline, drawComment, drawMail }: RecordTimelineProps) {
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
              if (entry.type === 'mail') return drawMail(entry.mail, entry.about)
              const about = entry.about && <AboutRecord {...entry.about} from={form} />
              if (entry.type === 'event') {
                const of = entry.about === null ? scene : { ...scene, form: entry.about.form }
                return (
                  <EventLine
                    key={entry.event.id}
                    event={entry.event}
                    scene={of}
                    titles={timeline.titles}
                    about={about}
                  />
                )
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
